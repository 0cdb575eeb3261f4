package org.throughline.deidentify;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.transcript.Span;

/** Addresses of the written kind: mail, web, network, handles, telephones. */
final class Contacts implements Recogniser {

  private static final Pattern EMAIL =
      Pattern.compile("[\\pL\\pN._%+'-]+@[\\pL\\pN.-]+\\.[\\pL]{2,}");
  private static final Pattern URL =
      Pattern.compile(
          "(?i)(?:(?:https?|ftp)://\\S+|www\\.[^\\s,;)]+|\\b[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\."
              + "(?:com|org|net|edu|gov|co\\.uk|ac\\.uk|io|info|biz|de|fr|nl|ca|au|us|uk|ie|nz|in|se|no"
              + "|fi|dk|es|it|pl|ch|at|be|br|cz|hu|pt|me|app|dev|ly|tv)\\b(?:/\\S*)?)");
  private static final Pattern HANDLE = Pattern.compile("(?:^|[\\s(,;:\"'])(@[\\pL\\pN_.]{2,})");
  private static final Pattern IP4 =
      Pattern.compile("\\b\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\b");
  private static final Pattern IP6 =
      Pattern.compile("(?i)\\b(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,6}\\b");
  private static final Pattern EXTENSION =
      Pattern.compile("(?i)^\\s*(?:x|ext\\.?|extension)\\s*\\d{1,6}");
  private static final Set<String> HANDLE_OF =
      WordLists.words(
          """
          instagram insta twitter snapchat snap tiktok discord reddit handle username user
          gamertag login skype
          """);
  private static final List<String> REGIONS = List.of("US", "GB", "DE", "IN");

  private static final int FEWEST_DIGITS = 6;

  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    String text = passage.text();
    if (text.indexOf('@') >= 0) {
      all(EMAIL, 0, Kind.EMAIL, text, found);
      all(HANDLE, 1, Kind.HANDLE, text, found);
    }
    if (text.indexOf('.') >= 0) {
      all(URL, 0, Kind.URL, text, found);
      all(IP4, 0, Kind.IP, text, found);
    }
    if (text.indexOf(':') >= 0) {
      all(IP6, 0, Kind.IP, text, found);
    }
    handles(passage, found);
    if (hasDigits(passage)) {
      phones(text, found);
    }
    return found;
  }

  private static void all(Pattern pattern, int group, Kind kind, String text, List<Finding> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int end = matcher.end(group);
      while (end > matcher.start(group) && ".,;:!?)\"'".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      found.add(Finding.sure(new Span(matcher.start(group), end), kind, Evidence.FORM));
    }
  }

  /** "my instagram is wren underscore p", "username moonwalker88". */
  private static void handles(Passage passage, List<Finding> found) {
    for (int i = 0; i + 1 < passage.size(); i++) {
      if (!HANDLE_OF.contains(passage.folded(i))) {
        continue;
      }
      int at = i + 1;
      while (Set.of("is", "name", "handle", "was", ":", "at").contains(passage.folded(at))) {
        at++;
      }
      boolean named = at > i + 1 && Set.of("is", ":", "was", "at").contains(passage.folded(at - 1));
      Word word = passage.at(at);
      if (named && word != null && (word.sort() == Word.Sort.MIXED || joins(passage, at + 1))) {
        int end = at + 1;
        while (joins(passage, end) && end + 1 < passage.size()) {
          end += 2;
        }
        found.add(Finding.sure(passage.span(at, end), Kind.HANDLE, Evidence.FORM));
      }
    }
  }

  private static boolean joins(Passage passage, int at) {
    return Set.of("underscore", "dot", "dash", "_").contains(passage.folded(at));
  }

  private static boolean hasDigits(Passage passage) {
    int digits = 0;
    for (Word word : passage.words()) {
      boolean number = word.sort() == Word.Sort.DIGITS || word.sort() == Word.Sort.MIXED;
      digits += number ? word.end() - word.start() : 0;
    }
    return digits >= 6;
  }

  private static int digits(String text, PhoneNumberMatch match) {
    return (int)
        text.substring(match.start(), match.end()).chars().filter(Character::isDigit).count();
  }

  private void phones(String text, List<Finding> found) {
    for (String region : REGIONS) {
      for (PhoneNumberMatch match :
          phones.findNumbers(text, region, Leniency.POSSIBLE, Long.MAX_VALUE)) {
        // The library calls two digits possible.
        if (digits(text, match) < FEWEST_DIGITS) {
          continue;
        }
        Matcher extension = EXTENSION.matcher(text.substring(match.end()));
        int end = extension.find() ? match.end() + extension.end() : match.end();
        found.add(Finding.sure(new Span(match.start(), end), Kind.PHONE, Evidence.FORM));
      }
    }
  }
}
