package org.throughline.deidentify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.deidentify.Word.Sort;
import org.throughline.transcript.Span;

/** Streets with their numbers, and postcodes. */
final class Addresses implements Recogniser {

  private static final Pattern BRITISH =
      Pattern.compile("(?i)\\b[a-z]{1,2}\\d[a-z\\d]?\\s?\\d[a-z]{2}\\b");
  private static final Pattern CANADIAN =
      Pattern.compile("(?i)\\b[a-z]\\d[a-z][ -]?\\d[a-z]\\d\\b");
  private static final Pattern AMERICAN = Pattern.compile("\\b\\d{5}(?:-\\d{3,4})?\\b");
  private static final Pattern BOX =
      Pattern.compile("(?i)\\b(?:p\\.?\\s?o\\.?\\s?box|psc|box)\\s+\\d+(?:,\\s*box\\s+\\d+)?");
  private static final Pattern MILITARY =
      Pattern.compile(
          "(?i)\\b(?:(?:USNS|USNV|USS|USCGC|CMR|Unit|PSC)\\s[^\\n]{1,40}\\n\\s*)?(?:APO|FPO|DPO)\\s+A[AEP]\\s+\\d{5}");
  private static final Set<String> STREETS =
      WordLists.words(
          """
          street road avenue lane drive boulevard crescent terrace highway parkway turnpike alley
          mews cul-de-sac rd ave blvd ln st dr hwy pkwy str strasse straat rue calle via u
          """);
  private static final Set<String> STREETS_AFTER_NUMBER =
      WordLists.words(
          """
          court place square close way gardens grove hill row walk rise park circle trail green
          view quay wharf ct pl sq heights loop path gate yard cottages villas house tower towers
          mansions
          """);
  private static final Set<String> PREPOSITIONS =
      WordLists.words(
          """
          on at off near from to in down up along of lives live by and onto past over address is
          around number
          """);
  private static final Set<String> NO_STREET_NAME =
      WordLists.words(
          """
          the a my our his her their your this that same other any every each which one main busy
          quiet memory whole another back dead long dirt open next across side city new wrong
          right old dark middle on off down up to in at from and of no these those some fast slow
          hard sex sell disk flash test country private bumpy rocky narrow empty two bike whose
          left express winding service street cross high it is i we was with word
          """);

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    String text = passage.text();
    forms(BRITISH, Kind.POSTCODE, text, found);
    forms(CANADIAN, Kind.POSTCODE, text, found);
    forms(BOX, Kind.ADDRESS, text, found);
    forms(MILITARY, Kind.ADDRESS, text, found);
    if (text.indexOf('$') < 0) {
      forms(AMERICAN, Kind.POSTCODE, text, found);
    }
    for (int i = 0; i < passage.size(); i++) {
      house(passage, i, found);
      street(passage, i, found);
    }
    return found;
  }

  private static void forms(Pattern pattern, Kind kind, String text, List<Finding> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(Finding.sure(new Span(matcher.start(), matcher.end()), kind, Evidence.FORM));
    }
  }

  /** "i live at four two one elm": a number and a name, with nothing that says street. */
  private static void house(Passage passage, int at, List<Finding> found) {
    boolean lives =
        passage.folded(at).equals("at")
            && Set.of("live", "lives", "lived", "living", "staying")
                .contains(passage.folded(at - 1));
    int end = at + 1;
    while (lives && NumberWords.digits(passage.folded(end)).isPresent()) {
      end++;
    }
    Word name = passage.at(end);
    if (end > at + 1 && name != null && name.isLetters() && Frames.isPlain(name.folded())) {
      found.add(Finding.sure(passage.span(at + 1, end + 1), Kind.ADDRESS, Evidence.FRAME));
    }
  }

  private static void street(Passage passage, int at, List<Finding> found) {
    String word = passage.folded(at);
    boolean plain = STREETS.contains(word);
    if (!plain && !STREETS_AFTER_NUMBER.contains(word)) {
      return;
    }
    int name = at - 1;
    int words = 0;
    while (name >= 0 && words < 3 && isNamePart(passage, name)) {
      name--;
      words++;
    }
    if (words == 0) {
      return;
    }
    int number = numberBefore(passage, name);
    if (number >= 0) {
      found.add(Finding.sure(passage.span(number, end(passage, at)), Kind.ADDRESS, Evidence.FORM));
      return;
    }
    boolean led = name >= 0 && PREPOSITIONS.contains(passage.folded(name));
    boolean capital = passage.isCapitalised(at) && passage.isCapitalised(at - 1);
    boolean short_ = word.length() <= 3;
    if ((plain && led && !(short_ && !capital)) || capital) {
      found.add(
          Finding.sure(passage.span(name + 1, end(passage, at)), Kind.ADDRESS, Evidence.FRAME));
    }
  }

  private static boolean isNamePart(Passage passage, int at) {
    Word word = passage.word(at);
    boolean letters =
        word.isLetters()
            && !NO_STREET_NAME.contains(word.folded())
            && !PREPOSITIONS.contains(word.folded());
    boolean numbered = NumberWords.isOrdinal(word.folded());
    boolean spoken = NumberWords.digits(word.folded()).isPresent();
    return (letters && !spoken) || numbered || word.is(".");
  }

  /** Where the house number before a street's name begins; −1 if there is none. */
  private static int numberBefore(Passage passage, int at) {
    int first = -1;
    int i = at;
    while (i >= 0) {
      Word word = passage.word(i);
      boolean digits =
          NumberWords.digits(word.folded()).isPresent()
              || (word.sort() == Sort.MIXED && word.end() - word.start() <= 5);
      if (digits) {
        first = i;
      } else if (!(word.is("-")
          || word.is(",")
          || word.is("number")
          || word.is("hundred")
          || (word.is("and") && first >= 0))) {
        break;
      }
      i--;
    }
    return first;
  }

  private static int end(Passage passage, int at) {
    int end = at + 1;
    if (passage.folded(end).equals(".")
        && passage.folded(at).length() <= 4
        && end + 1 < passage.size()
        && !passage.word(end + 1).opens()) {
      end++;
    }
    return end;
  }
}
