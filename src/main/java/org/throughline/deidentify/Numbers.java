package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.deidentify.Word.Sort;
import org.throughline.transcript.Span;

/**
 * Runs of digits, written or said, that are too long for a quantity: telephones, cards, accounts,
 * codes. Shorter ones are taken after the words that announce them.
 */
final class Numbers implements Recogniser {

  /** A run of numbers with the digits it says. */
  record Run(int first, int end, String digits, int words) {}

  private static final Set<String> JOINS =
      WordLists.words(
          """
          - / . ( ) + , dash hyphen uh um er \u2013 # extension ext x then plus * _
          """);
  private static final Set<String> ANNOUNCES =
      WordLists.words(
          """
          pin code zip postcode postal passcode ssn social account card extension ext badge
          licence license plate policy member membership case docket file mrn record chart id
          passport visa mastercard cc iban routing employee student confirmation reference serial
          prescription ending digits phone mobile cell fax cvv flat apartment apt unit suite room
          box number no house
          """);
  private static final Set<String> BETWEEN =
      WordLists.words(
          """
          is number was : # no . the of my s it 's in with four card - last are and security
          digits code
          """);
  private static final Set<String> STREETWISE =
      Set.of("flat", "apartment", "apt", "unit", "suite", "room", "box", "house");
  private static final int ANY = 5;

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (Run run : runs(passage)) {
      Optional<Kind> announced = announced(passage, run.first());
      boolean isLong = run.digits().length() >= ANY && !isQuantity(passage, run);
      boolean told =
          announced.isPresent() && (run.digits().length() >= 3 || isSmallTold(passage, run));
      if (isLong || told) {
        Kind kind = announced.orElseGet(() -> kind(passage, run));
        Word after = passage.at(run.end());
        boolean door =
            kind == Kind.ADDRESS
                && after != null
                && after.isLetters()
                && after.end() - after.start() == 1
                && !after.is("i");
        int end = door ? run.end() + 1 : run.end();
        found.add(Finding.sure(passage.span(run.first(), end), kind, Evidence.FORM));
      }
    }
    mixed(passage, found);
    return found;
  }

  /** "flat 3", "apartment twelve": part of an address however short. */
  private static boolean isSmallTold(Passage passage, Run run) {
    return run.digits().length() >= 1 && STREETWISE.contains(passage.folded(run.first() - 1));
  }

  /** Every run of numbers in the passage, the short ones too. */
  static List<Run> runs(Passage passage) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < passage.size()) {
      Run run = runAt(passage, at);
      if (run == null) {
        at++;
      } else {
        runs.add(run);
        at = run.end();
      }
    }
    return runs;
  }

  private static @org.jspecify.annotations.Nullable Run runAt(Passage passage, int first) {
    StringBuilder digits = new StringBuilder();
    int at = first;
    int end = first;
    int words = 0;
    int repeat = 1;
    boolean afterTens = false;
    while (at < passage.size()) {
      String word = passage.folded(at);
      Optional<String> said = NumberWords.digits(word);
      if (said.isPresent() && passage.word(at).sort() != Sort.MIXED) {
        if (afterTens && NumberWords.isUnit(word) && digits.length() > 0) {
          digits.setLength(digits.length() - 1);
        }
        digits.append(said.get().repeat(repeat));
        repeat = 1;
        afterTens = NumberWords.isTens(word);
        words++;
        at++;
        end = at;
      } else if (NumberWords.isRepeat(word)
          && NumberWords.digits(passage.folded(at + 1)).isPresent()) {
        repeat = NumberWords.times(word);
        at++;
      } else if (words > 0 && word.equals("hundred")) {
        digits.append("00");
        at++;
        end = at;
      } else if (words > 0 && JOINS.contains(word) && joinsOn(passage, at)) {
        afterTens = word.equals("-") && afterTens;
        at++;
      } else {
        break;
      }
    }
    return words == 0 ? null : new Run(first, end, digits.toString(), words);
  }

  private static boolean joinsOn(Passage passage, int at) {
    for (int i = at; i < Math.min(passage.size(), at + 4); i++) {
      String word = passage.folded(i);
      if (NumberWords.digits(word).isPresent() || NumberWords.isRepeat(word)) {
        // "1, 2": a list in prose; "1,000": one number
        boolean comma = passage.folded(at).equals(",");
        return !comma
            || isSpoken(passage.word(i))
            || passage.word(i).start() == passage.word(at).end();
      }
      if (!JOINS.contains(word)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isSpoken(Word word) {
    return word.isLetters();
  }

  /** "twenty, thirty, forty", "1,000,000", "$25,000", "one two three four five". */
  private static boolean isQuantity(Passage passage, Run run) {
    String before = passage.folded(run.first() - 1);
    if (before.equals("$") || before.equals("\u00a3") || before.equals("\u20ac")) {
      return true;
    }
    boolean thousands = true;
    boolean counting = true;
    String last = "";
    for (int i = run.first(); i < run.end(); i++) {
      Word word = passage.word(i);
      if (word.isMark()) {
        thousands &= word.is(",");
      } else {
        thousands &=
            word.sort() == Sort.DIGITS && (i == run.first() || word.end() - word.start() == 3);
        String digits = NumberWords.digits(word.folded()).orElse("");
        counting &= word.isLetters() && (last.isEmpty() || isStep(last, digits));
        last = digits;
      }
    }
    boolean written = run.end() - run.first() > 1 && thousands;
    String after = passage.folded(run.end());
    boolean counted =
        Set.of(
                "dollars",
                "pounds",
                "euros",
                "people",
                "percent",
                "miles",
                "steps",
                "calories",
                "years",
                "hours",
                "times",
                "followers",
                "bucks",
                "grand",
                "k")
            .contains(after);
    return written || counted || (counting && run.words() > 1);
  }

  private static boolean isStep(String last, String next) {
    if (next.isEmpty() || next.length() > 4 || last.length() > 4) {
      return false;
    }
    int step = Integer.parseInt(next) - Integer.parseInt(last);
    return step == 1 || step == -1 || (step == 10 && Integer.parseInt(next) % 10 == 0);
  }

  private static Optional<Kind> announced(Passage passage, int first) {
    for (int i = first - 1; i >= Math.max(0, first - 6); i--) {
      String word = passage.folded(i);
      boolean lastFour = word.equals("four") && passage.folded(i - 1).equals("last");
      if (lastFour) {
        return Optional.of(Kind.ID);
      }
      if (ANNOUNCES.contains(word) && !word.equals("no")) {
        return Optional.of(announcedKind(passage, i));
      }
      if (!BETWEEN.contains(word)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Kind announcedKind(Passage passage, int at) {
    return switch (passage.folded(at)) {
      case "zip", "postcode", "postal" -> Kind.POSTCODE;
      case "ssn", "social" -> Kind.SSN;
      case "account", "iban", "routing" -> Kind.ACCOUNT;
      case "card", "visa", "mastercard", "cc" -> Kind.CARD;
      case "passport" -> Kind.PASSPORT;
      case "phone", "mobile", "cell", "fax", "extension", "ext" -> Kind.PHONE;
      case "flat", "apartment", "apt", "unit", "suite", "room", "box", "house" -> Kind.ADDRESS;
      default -> Kind.ID;
    };
  }

  private static Kind kind(Passage passage, Run run) {
    int length = run.digits().length();
    if (length >= 12) {
      return Kind.CARD;
    }
    if (length == 9 && passage.text().indexOf('-', passage.word(run.first()).start()) > 0) {
      return Kind.SSN;
    }
    return length >= 7 ? Kind.PHONE : length == 5 ? Kind.POSTCODE : Kind.ID;
  }

  /** "GB29NWBK60161331926819", "AB12 3CD", "DL-4471-K". */
  private static void mixed(Passage passage, List<Finding> found) {
    for (int i = 0; i < passage.size(); i++) {
      Word word = passage.word(i);
      if (word.sort() != Sort.MIXED || NumberWords.isOrdinal(word.folded())) {
        continue;
      }
      int digits = (int) word.folded().chars().filter(Character::isDigit).count();
      int letters = word.folded().length() - digits;
      boolean unit =
          word.folded()
                  .matches(
                      "\\d+(?:am|pm|s|k|kg|mg|ml|g|cm|mm|km|h|m|min|lbs?|x|d|ft|in|yo|yrs?|hrs?|mins?|oz|mph|%)?")
              || word.folded().matches("(?:ps|mp|h|covid|phq|gad|b|d|k|c|p|t|g|a|r|v|q)\\d{1,2}");
      String letter = word.folded().replaceAll("\\d{1,2}$", "");
      boolean numbered = letter.length() > 2 && Lexicon.shipped().isWord(letter);
      boolean ending = word.folded().matches("m4a|mp[34]");
      if (!unit
          && !numbered
          && !ending
          && digits >= 1
          && letters >= 1
          && word.folded().length() >= 3) {
        int end = i + 1;
        while (passage.at(end) instanceof Word next
            && (next.sort() == Sort.MIXED || next.sort() == Sort.DIGITS)
            && next.start() - passage.word(end - 1).end() <= 1) {
          end++;
        }
        int first = i;
        while (passage.at(first - 1) instanceof Word before
            && before.sort() == Sort.DIGITS
            && passage.word(first).start() - before.end() <= 1) {
          first--;
        }
        Span span = passage.span(first, end);
        Kind kind =
            word.folded().matches("[a-z]{2}\\d{2}[a-z0-9]{10,30}")
                ? Kind.ACCOUNT
                : span.length() <= 8 ? Kind.POSTCODE : Kind.ID;
        found.add(Finding.sure(span, kind, Evidence.FORM));
      }
    }
  }
}
