package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.deidentify.Word.Sort;
import org.throughline.transcript.Span;

/** Days, months and years, written or said. Weekdays and holidays go to the reviewer. */
final class Dates implements Recogniser {

  static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("january", 1),
          Map.entry("jan", 1),
          Map.entry("february", 2),
          Map.entry("feb", 2),
          Map.entry("march", 3),
          Map.entry("april", 4),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("june", 6),
          Map.entry("july", 7),
          Map.entry("august", 8),
          Map.entry("aug", 8),
          Map.entry("september", 9),
          Map.entry("sept", 9),
          Map.entry("sep", 9),
          Map.entry("october", 10),
          Map.entry("oct", 10),
          Map.entry("november", 11),
          Map.entry("nov", 11),
          Map.entry("december", 12),
          Map.entry("dec", 12));
  private static final Set<String> NOT_ONLY_MONTHS =
      Set.of("may", "march", "august", "mar", "sep", "dec", "jan", "june", "april");
  private static final Set<String> BEFORE_MONTH =
      WordLists.words(
          """
          in last next since this by until till early late mid of from every during before after
          through around past to
          """);
  private static final Set<String> BEFORE_YEAR =
      WordLists.words(
          """
          in since of year from until till by around circa after before during early late summer
          spring winter fall autumn and born back founded class to - about
          """);
  private static final Set<String> HOLIDAYS =
      Set.of(
          "christmas",
          "xmas",
          "easter",
          "thanksgiving",
          "halloween",
          "hanukkah",
          "ramadan",
          "eid",
          "diwali",
          "passover");
  private static final Set<String> WEEKDAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final Set<String> NOT_A_DAY =
      WordLists.words(
          """
          time floor grade thing of one step place day part year date half week session person
          month hour century round try chance baby child kid birthday anniversary night job
          marriage wife husband option degree base world language trimester
          """);

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < passage.size(); i++) {
      month(passage, i, found);
      numeric(passage, i, found);
      year(passage, i, found);
      ordinal(passage, i, found);
      seldom(passage, i, found);
    }
    return found;
  }

  private static void month(Passage passage, int at, List<Finding> found) {
    if (!MONTHS.containsKey(passage.folded(at))) {
      return;
    }
    int first = at;
    int end = at + 1;
    if (passage.folded(end).equals(".")
        && passage.folded(at).length() <= 4
        && NumberWords.day(passage.folded(end + 1)).isPresent()) {
      end++;
    }
    int before = dayBefore(passage, at);
    int after = dayAfter(passage, end);
    boolean certain = !NOT_ONLY_MONTHS.contains(passage.folded(at));
    if (before >= 0 && (before < at - 1 || isDayLike(passage, before) || certain)) {
      first = before;
    }
    if (after > end) {
      end = after;
    }
    int year = yearAfter(passage, end);
    boolean alone = first == at && end == at + 1 && year == end;
    if (alone && !isMonthAlone(passage, at, certain)) {
      return;
    }
    found.add(Finding.sure(passage.span(first, year), Kind.DATE, Evidence.FORM));
  }

  /** "in march", "last May", "December": a month with nothing beside it. */
  private static boolean isMonthAlone(Passage passage, int at, boolean certain) {
    if (certain) {
      return passage.folded(at).length() > 4 || passage.word(at).capital();
    }
    boolean led =
        BEFORE_MONTH.contains(passage.folded(at - 1))
            && !(passage.folded(at - 1).equals("to") && !passage.folded(at - 2).equals("up"))
            && !Set.of("i", "we", "you", "be").contains(passage.folded(at + 1));
    return led && passage.folded(at).length() > 2;
  }

  /** A written day beside "may": with "th" or as digits, not a bare "first may". */
  private static boolean isDayLike(Passage passage, int at) {
    return Character.isDigit(passage.folded(at).charAt(0)) || passage.folded(at).equals("the");
  }

  /** First word of "the fourteenth of", "14th of", "14", "twenty first of" before a month. */
  private static int dayBefore(Passage passage, int month) {
    int at = month - 1;
    if (passage.folded(at).equals("of")) {
      at--;
    } else if (passage.folded(at).equals("-") || passage.folded(at).equals(".")) {
      at--;
    }
    if (NumberWords.day(passage.folded(at)).isEmpty()) {
      return -1;
    }
    boolean compound = NumberWords.isTens(passage.folded(at - 1));
    boolean hyphened =
        passage.folded(at - 1).equals("-") && NumberWords.isTens(passage.folded(at - 2));
    int first = compound ? at - 1 : hyphened ? at - 2 : at;
    return passage.folded(first - 1).equals("the") ? first - 1 : first;
  }

  private static int dayAfter(Passage passage, int from) {
    int at = from;
    if (passage.folded(at).equals("the") || passage.folded(at).equals("-")) {
      at++;
    }
    if (NumberWords.isTens(passage.folded(at))) {
      int next = passage.folded(at + 1).equals("-") ? at + 2 : at + 1;
      boolean unit = NumberWords.isUnit(passage.folded(next));
      if (NumberWords.day(passage.folded(next)).isPresent() || unit) {
        return next + 1;
      }
      return at + 1;
    }
    boolean day =
        NumberWords.day(passage.folded(at)).isPresent()
            || NumberWords.digits(passage.folded(at)).filter(d -> d.length() <= 2).isPresent();
    return day && !passage.folded(at).equals("o") && !passage.folded(at).equals("oh")
        ? at + 1
        : from;
  }

  private static int yearAfter(Passage passage, int from) {
    int at = from;
    while (Set.of(",", "-", "of", "in", "'", "/").contains(passage.folded(at))) {
      at++;
    }
    int end = spokenYear(passage, at);
    return end > at ? end : isYear(passage, at) || isShortYear(passage, at, from) ? at + 1 : from;
  }

  private static boolean isShortYear(Passage passage, int at, int from) {
    Word word = passage.at(at);
    return at > from
        && word != null
        && word.sort() == Sort.DIGITS
        && word.end() - word.start() == 2
        && !passage.folded(at - 1).equals("of")
        && !passage.folded(at - 1).equals("in");
  }

  private static boolean isYear(Passage passage, int at) {
    String word = passage.folded(at);
    boolean four = word.length() == 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!four) {
      return false;
    }
    int year = Integer.parseInt(word);
    return year >= 1850 && year <= 2099;
  }

  /** Past "nineteen eighty five", "two thousand and five", "twenty twelve"; at if none begins. */
  private static int spokenYear(Passage passage, int at) {
    String first = passage.folded(at);
    if (first.equals("nineteen") || first.equals("twenty") || first.equals("eighteen")) {
      String second = passage.folded(at + 1);
      boolean tens = NumberWords.isTens(second);
      boolean teen = NumberWords.digits(second).filter(d -> d.length() == 2).isPresent() && !tens;
      boolean nought = second.equals("oh") || second.equals("hundred");
      if (tens || teen || nought) {
        boolean unit = (tens || nought) && NumberWords.isUnit(passage.folded(at + 2));
        boolean bare = first.equals("twenty") && !unit && tens && !second.equals("twenty");
        return bare ? at : at + (unit ? 3 : 2);
      }
    }
    if (first.equals("two") && passage.folded(at + 1).equals("thousand")) {
      int next = passage.folded(at + 2).equals("and") ? at + 3 : at + 2;
      boolean number = NumberWords.digits(passage.folded(next)).isPresent();
      boolean more =
          NumberWords.isTens(passage.folded(next)) && NumberWords.isUnit(passage.folded(next + 1));
      return number ? next + (more ? 2 : 1) : at;
    }
    return at;
  }

  private static void numeric(Passage passage, int at, List<Finding> found) {
    Word first = passage.word(at);
    if (first.sort() != Sort.DIGITS || at + 2 >= passage.size()) {
      return;
    }
    String join = passage.folded(at + 1);
    Word second = passage.at(at + 2);
    boolean joined =
        (join.equals("/") || join.equals("-") || join.equals(".") || join.equals("_"))
            && second != null
            && second.sort() == Sort.DIGITS
            && second.start() == first.end() + 1;
    if (!joined || second == null) {
      return;
    }
    Word third = passage.at(at + 4);
    boolean full =
        third != null
            && third.sort() == Sort.DIGITS
            && passage.folded(at + 3).equals(join)
            && third.start() == second.end() + 1;
    if (full && isDayMonthYear(first.folded(), second.folded(), passage.folded(at + 4))) {
      found.add(Finding.sure(passage.span(at, clock(passage, at + 5)), Kind.DATE, Evidence.FORM));
    } else if (join.equals("/") && isDayMonth(first.folded(), second.folded())) {
      found.add(Finding.sure(passage.span(at, at + 3), Kind.DATE, Evidence.FORM));
    }
  }

  /** Past the time of day that stands behind a date in digits. */
  private static int clock(Passage passage, int from) {
    int end = from;
    if (passage.at(end) instanceof Word hour
        && hour.sort() == Sort.DIGITS
        && passage.folded(end + 1).equals(":")) {
      end++;
      while (passage.folded(end).equals(":")
          && passage.at(end + 1) instanceof Word part
          && part.sort() == Sort.DIGITS) {
        end += 2;
      }
    }
    return end;
  }

  private static boolean isDayMonthYear(String a, String b, String c) {
    boolean yearFirst = a.length() == 4 && isDayMonth(b, c);
    boolean yearLast = (c.length() == 4 || c.length() == 2) && isDayMonth(a, b);
    return yearFirst || yearLast;
  }

  /** "3/14", "14/3"; not "50/50", "24/7", "10/10", "1/2". */
  private static boolean isDayMonth(String a, String b) {
    if (a.length() > 2 || b.length() > 2) {
      return false;
    }
    int x = Integer.parseInt(a);
    int y = Integer.parseInt(b);
    return x >= 1
        && y >= 1
        && x <= 31
        && y <= 31
        && Math.min(x, y) <= 12
        && !(x == 24 && y == 7)
        && !(y == 10 && x <= 10)
        && !(x < y && x <= 3 && y <= 5 && a.length() == 1);
  }

  private static void year(Passage passage, int at, List<Finding> found) {
    boolean led = BEFORE_YEAR.contains(passage.folded(at - 1));
    if (isYear(passage, at) && passage.word(at).sort() == Sort.DIGITS) {
      found.add(Finding.sure(passage.span(at, at + 1), Kind.DATE, Evidence.FORM));
    } else if (led && !passage.folded(at - 1).equals("about")) {
      int end = spokenYear(passage, at);
      if (end > at) {
        found.add(Finding.sure(passage.span(at, end), Kind.DATE, Evidence.FORM));
      }
    } else if (spokenYear(passage, at) > at && passage.folded(at).equals("nineteen")) {
      found.add(Finding.sure(passage.span(at, spokenYear(passage, at)), Kind.DATE, Evidence.FORM));
    }
    bornIn(passage, at, found);
  }

  /** "born in thirty one", "class of ninety eight", "back in '85". */
  private static void bornIn(Passage passage, int at, List<Finding> found) {
    boolean born = passage.folded(at - 1).equals("in") && passage.folded(at - 2).equals("born");
    boolean classOf = passage.folded(at - 1).equals("of") && passage.folded(at - 2).equals("class");
    boolean apostrophe =
        passage.folded(at - 1).equals("'") || passage.folded(at - 1).equals("\u2019");
    boolean two =
        passage.folded(at).length() == 2 && Character.isDigit(passage.folded(at).charAt(0));
    if (apostrophe && two && passage.word(at).sort() == Sort.DIGITS) {
      found.add(Finding.sure(passage.span(at - 1, at + 1), Kind.DATE, Evidence.FORM));
      return;
    }
    if ((born || classOf) && NumberWords.digits(passage.folded(at)).isPresent()) {
      int end = at + 1;
      while (NumberWords.digits(passage.folded(end)).isPresent()
          || passage.folded(end).equals("-")) {
        end++;
      }
      found.add(Finding.sure(passage.span(at, end), Kind.DATE, Evidence.FORM));
    }
  }

  /** "on the fourteenth", "the 23rd". */
  private static void ordinal(Passage passage, int at, List<Finding> found) {
    int end = at + 1;
    int first = at;
    if (NumberWords.isTens(passage.folded(at)) && NumberWords.isOrdinal(passage.folded(at + 1))) {
      end = at + 2;
    } else if (!NumberWords.isOrdinal(passage.folded(at))
        || NumberWords.isTens(passage.folded(at - 1))) {
      return;
    }
    if (!passage.folded(first - 1).equals("the")) {
      return;
    }
    boolean dated =
        Set.of(
                "on",
                "by",
                "until",
                "till",
                "before",
                "after",
                "since",
                "for",
                "is",
                "was",
                "'s",
                "birthday",
                "from")
            .contains(passage.folded(first - 2));
    Optional<Word> next = Optional.ofNullable(passage.at(end));
    boolean thing =
        next.filter(word -> !word.isMark()).map(Word::folded).filter(Dates::isThing).isPresent();
    boolean small = Set.of("first", "second", "third").contains(passage.folded(at));
    if (dated && !thing && !(small && !passage.folded(first - 2).equals("on"))) {
      found.add(Finding.sure(passage.span(first - 1, end), Kind.DATE, Evidence.FORM));
    }
  }

  private static boolean isThing(String word) {
    return NOT_A_DAY.contains(word)
        || !Set.of(
                "and", "i", "we", "he", "she", "they", "it", "so", "at", "in", "for", "is", "was",
                "because", "when", "then", "but", "which", "that", "if", "with", "you", "my", "or",
                "to", "this", "next", "last", "not", "like")
            .contains(word);
  }

  private static void seldom(Passage passage, int at, List<Finding> found) {
    String word = passage.folded(at);
    boolean weekday =
        WEEKDAYS.contains(word)
            && Set.of("meet", "meeting", "since", "dated", "of", "on", "last", "next")
                .contains(passage.folded(at - 1));
    boolean holiday = HOLIDAYS.contains(word) && passage.folded(at + 1).equals("day");
    boolean birthday =
        word.equals("birthday")
            && Set.of("my", "his", "her").contains(passage.folded(at - 1))
            && Set.of("after", "before").contains(passage.folded(at - 2));
    if (weekday || holiday || birthday) {
      Span span = passage.span(at, at + 1);
      found.add(Finding.unsure(span, Kind.DATE, Evidence.FORM));
    }
  }
}
