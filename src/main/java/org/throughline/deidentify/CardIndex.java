package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An identity card made ready for looking things up: words, phrases, joined forms, digits. */
final class CardIndex {

  /** One word of a card line. */
  record Entry(Kind kind, boolean ordinary) {}

  private static final Set<String> NO_NAMES =
      WordLists.words(
          """
          the of and de la le von van el al bin dr mr mrs ms prof at in for on st saint jr sr da
          di del den der ii iii my a
          """);
  private static final Map<String, String> SHORT =
      Map.of(
          "st",
          "street",
          "rd",
          "road",
          "ave",
          "avenue",
          "blvd",
          "boulevard",
          "ln",
          "lane",
          "dr",
          "drive",
          "ct",
          "court",
          "pl",
          "place",
          "sq",
          "square",
          "apt",
          "apartment");

  private final Lexicon lexicon;
  private final Map<String, Entry> words = new HashMap<>();
  private final Map<String, List<Phrase>> phrases = new HashMap<>();
  private final Map<String, Kind> joined = new LinkedHashMap<>();
  private final Map<String, Kind> digits = new LinkedHashMap<>();
  private final Map<String, Kind> strings = new LinkedHashMap<>();
  private final Set<String> stems = new HashSet<>();

  /** A line of several words, in canonical form ({@link #canonical}). */
  record Phrase(List<String> words, Kind kind) {
    Phrase {
      words = List.copyOf(words);
    }
  }

  CardIndex(IdentityCard card, Lexicon lexicon) {
    this.lexicon = lexicon;
    Set<String> kin = FrameLists.group("kin");
    card.lines().forEach(line -> add(line, kin));
  }

  private void add(IdentityCard.Line line, Set<String> kin) {
    strings.put(Fold.word(line.text().strip()), line.kind());
    String number = line.text().replaceAll("\\D", "");
    boolean code = line.kind().isCode();
    if (code && number.length() >= 3) {
      digits.put(number, line.kind());
    }
    if (line.kind() == Kind.EMAIL) {
      joined.put(letters(line.text()), Kind.EMAIL);
      joined.put(letters(line.text().replaceAll("@.*", "")), Kind.EMAIL);
      return;
    }
    if (line.kind() == Kind.DATE) {
      return;
    }
    List<String> parts = new ArrayList<>();
    for (Word word : Words.of(line.text(), lexicon)) {
      if (!word.isMark() && word.sort() != Word.Sort.TAIL) {
        parts.add(canonical(word.folded()));
      }
    }
    if (code) {
      joined.put(String.join("", parts), line.kind());
      return;
    }
    if (parts.size() > 1) {
      phrases
          .computeIfAbsent(parts.getFirst(), unused -> new ArrayList<>())
          .add(new Phrase(parts, line.kind()));
      joined.put(String.join("", parts), line.kind());
      partPhrases(parts, line.kind());
    }
    for (String part : parts) {
      if (!(line.kind() == Kind.NAME && parts.size() > 1 && kin.contains(part))) {
        addWord(part, line.kind(), parts.size());
      }
    }
  }

  /** "Lincoln High" of Lincoln High School, "Oak Street" of 12 Oak Street. */
  private void partPhrases(List<String> parts, Kind kind) {
    for (int first = 0; first < parts.size() - 1; first++) {
      for (int end = first + 2; end <= parts.size(); end++) {
        List<String> part = parts.subList(first, end);
        boolean telling = part.stream().filter(word -> !NO_NAMES.contains(word)).count() >= 2;
        boolean strange = part.stream().anyMatch(word -> !lexicon.rate(word).isSafe());
        boolean begins = first == 0 && telling;
        if (part.size() < parts.size() && (strange || begins)) {
          phrases
              .computeIfAbsent(part.getFirst(), unused -> new ArrayList<>())
              .add(new Phrase(part, kind));
        }
      }
    }
  }

  private void addWord(String word, Kind kind, int among) {
    boolean digit = Character.isDigit(word.charAt(0));
    if (digit || (NO_NAMES.contains(word) && among > 1) || word.length() < 2) {
      return;
    }
    boolean safe = lexicon.rate(word).isSafe();
    if (kind == Kind.NAME) {
      for (String form : Diminutives.of(word)) {
        boolean own = form.equals(word);
        if (own || !lexicon.rate(form).isSafe() || lexicon.isPersonHomograph(form)) {
          words.putIfAbsent(form, new Entry(kind, lexicon.rate(form).isSafe()));
        }
      }
      words.put(word, new Entry(kind, safe));
      if (word.length() >= 4) {
        joined.put(word, kind);
      }
    } else if (!safe || among == 1) {
      words.putIfAbsent(word, new Entry(kind, safe));
      if (word.length() >= 5) {
        joined.put(word, kind);
      }
    }
    if (!safe && word.length() >= 5) {
      stems.add(word);
    }
  }

  /** Number words as digits, streets in full: so that "12 Oak St" is "twelve oak street". */
  static String canonical(String word) {
    return NumberWords.digits(word).orElseGet(() -> SHORT.getOrDefault(word, word));
  }

  private static String letters(String text) {
    return Fold.word(text)
        .chars()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  Map<String, Entry> words() {
    return words;
  }

  List<Phrase> phrases(String first) {
    return phrases.getOrDefault(first, List.of());
  }

  Map<String, Kind> joined() {
    return joined;
  }

  Map<String, Kind> digits() {
    return digits;
  }

  /** The lines as they stand, folded. */
  Map<String, Kind> strings() {
    return strings;
  }

  /** Words of five letters and more that are no ordinary ones: a slip may be near them. */
  Set<String> stems() {
    return stems;
  }
}
