package org.throughline.codebook;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A phrase to look for, word by word.
 *
 * <pre>
 *   afraid              the word, in any form (its lemma or its surface)
 *   =left               this surface only
 *   worr*               words that begin so
 *   a|b|c               one of these
 *   low|down/ADJ        with this part of speech (universal tags)
 *   {ADJ}               any word of this part of speech
 *   re:pan.c(ked|s)?    the whole word fits this regular expression (RE2 syntax, linear time)
 *   not?                may be left out
 *   _                   any one word
 *   ...                 up to three words
 *   &lt;kin&gt;               one of the codebook's word list of that name
 *   ^ $                 the sentence begins, ends here
 * </pre>
 *
 * <p>Commas, dashes and fillers between words do not matter; other marks do.
 *
 * @param source as written
 */
public record WordPattern(String source, List<Piece> pieces) {

  public WordPattern {
    pieces = List.copyOf(pieces);
    if (canBeEmpty(pieces)) {
      throw new IllegalArgumentException("the pattern \"" + source + "\" matches no word at all");
    }
  }

  /** A phrase is a row of places; a list of phrases stands for a choice among rows. */
  public sealed interface Piece {

    /** One of several rows of pieces; an empty row leaves the place out. */
    record Choice(List<List<Piece>> ways) implements Piece {
      public Choice {
        ways = List.copyOf(ways);
      }
    }
  }

  private static boolean canBeEmpty(List<Piece> pieces) {
    return pieces.stream()
        .allMatch(
            piece ->
                switch (piece) {
                  case Element element -> element.optional();
                  case Piece.Choice choice ->
                      choice.ways().stream().anyMatch(WordPattern::canBeEmpty);
                });
  }

  /**
   * One place of a phrase.
   *
   * @param words lower-case words one of which must stand here; empty for any word
   * @param surfaceOnly whether the lemma does not count
   * @param prefix whether the words are beginnings
   * @param pos upper-case universal tag, or "" for any
   * @param optional whether the place may be left out
   * @param anchor '^', '$' or ' ' for none
   * @param regex an RE2 expression the whole surface must fit, or "" for none
   */
  public record Element(
      Set<String> words,
      boolean surfaceOnly,
      boolean prefix,
      String pos,
      boolean optional,
      char anchor,
      String regex)
      implements Piece {

    public Element {
      words = Set.copyOf(words);
    }

    static Element anchor(char anchor) {
      return new Element(Set.of(), false, false, "", true, anchor, "");
    }

    static Element any(String pos, boolean optional) {
      return new Element(Set.of(), false, false, pos, optional, ' ', "");
    }

    static Element word(Set<String> words, boolean surfaceOnly, boolean optional) {
      return new Element(words, surfaceOnly, false, "", optional, ' ', "");
    }
  }

  private static final int LONGEST_REGEX = 512;

  /** Compiled, an expression takes memory for each repetition that is counted out. */
  private static final int LARGEST_REGEX = 10_000;

  private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{1,9})?)?\\}");

  private static final Map<String, Set<String>> CONTRACTED =
      Map.of(
          "'m", Set.of("'m", "am", "m"),
          "'re", Set.of("'re", "are", "re"),
          "'ve", Set.of("'ve", "have", "ve"),
          "'s", Set.of("'s", "is", "s"),
          "'ll", Set.of("'ll", "will"),
          "'d", Set.of("'d", "would", "had"),
          "n't", Set.of("n't", "not", "nt"));

  /** A word that can stand beside others in one place; any other entry of a list is a phrase. */
  private static final Pattern PLAIN_WORD = Pattern.compile("[\\p{L}\\p{N}'’|-]+");

  /** Signs of the pattern language: inside a word they would silently never match. */
  private static final Pattern SIGN = Pattern.compile("[{}<>_=/*?]");

  private static final Set<String> TAGS =
      Set.of(
          "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
          "PROPN", "SCONJ", "VERB");

  /**
   * Reads a pattern.
   *
   * @param lists the codebook's word lists by name
   * @throws IllegalArgumentException with a message for the codebook's author
   */
  public static WordPattern parse(String source, Map<String, List<String>> lists) {
    return new WordPattern(source, row(source, lists));
  }

  private static List<Piece> row(String source, Map<String, List<String>> lists) {
    List<Piece> row = new ArrayList<>();
    for (String part : source.strip().split("\\s+", -1)) {
      boolean choice = part.contains("|") && !part.startsWith("re:");
      row.addAll(
          choice
              ? choice(part, lists, source)
              : part.startsWith("<") ? list(part, lists, source) : elements(part, source));
    }
    return row;
  }

  /**
   * A list with phrases in it reads in several ways: plain words together, each phrase apart. A
   * phrase may name further lists, but not the one it stands in.
   */
  private static List<Piece> list(String part, Map<String, List<String>> lists, String source) {
    int close = part.indexOf('>');
    String name = close < 0 ? "" : part.substring(1, close);
    List<String> list = lists.get(name);
    if (list == null) {
      throw new IllegalArgumentException(
          "the pattern \"" + source + "\" names a word list that the codebook does not have");
    }
    String suffix = part.substring(close + 1);
    List<List<Piece>> ways = new ArrayList<>();
    String plain = String.join("|", list.stream().filter(WordPattern::isPlain).toList());
    if (!plain.isEmpty()) {
      ways.add(elements(plain + suffix, source));
    }
    Map<String, List<String>> others = new HashMap<>(lists);
    others.remove(name);
    for (String phrase : list) {
      if (!isPlain(phrase)) {
        ways.add(row(phrase, others));
      }
    }
    if (suffix.equals("?") && plain.isEmpty()) {
      ways.add(List.of());
    }
    return ways.size() == 1 ? ways.get(0) : List.of(new Piece.Choice(ways));
  }

  /**
   * A choice. Plain words share one place; whatever else stands in it (a part of speech, a list, a
   * beginning, a contraction, which is two words) is a way of its own.
   */
  private static List<Piece> choice(String part, Map<String, List<String>> lists, String source) {
    boolean optional = part.endsWith("?");
    String body = optional ? part.substring(0, part.length() - 1) : part;
    boolean surface = body.startsWith("=") && body.indexOf('=', 1) < 0;
    List<String> words = List.of((surface ? body.substring(1) : body).split("\\|", -1));
    List<String> plain = words.stream().filter(WordPattern::standsBesideOthers).toList();
    List<List<Piece>> ways = new ArrayList<>();
    if (!plain.isEmpty()) {
      String together = (surface ? "=" : "") + String.join("|", plain) + (optional ? "?" : "");
      ways.add(elements(together, source));
    }
    for (String word : words) {
      if (!standsBesideOthers(word)) {
        ways.add(word.startsWith("<") ? list(word, lists, source) : elements(word, source));
      }
    }
    if (optional && plain.isEmpty()) {
      ways.add(List.of());
    }
    return ways.size() == 1 ? ways.get(0) : List.of(new Piece.Choice(ways));
  }

  private static boolean standsBesideOthers(String word) {
    return !word.isEmpty()
        && "{<=_".indexOf(word.charAt(0)) < 0
        && !word.endsWith("*")
        && cut(word) == 0;
  }

  private static boolean isPlain(String entry) {
    return PLAIN_WORD.matcher(entry).matches() && (entry.contains("|") || cut(entry) == 0);
  }

  private static List<Piece> elements(String part, String source) {
    String rest = part;
    if (rest.equals("^") || rest.equals("$")) {
      return List.of(Element.anchor(rest.charAt(0)));
    }
    if (rest.equals("...")) {
      Element any = Element.any("", true);
      return List.of(any, any, any);
    }
    if (rest.startsWith("re:")) {
      return List.of(regex(rest.substring("re:".length()), source));
    }
    boolean optional = rest.length() > 1 && rest.endsWith("?");
    if (optional) {
      rest = rest.substring(0, rest.length() - 1);
    }
    if (rest.equals("_")) {
      return List.of(Element.any("", optional));
    }
    if (rest.startsWith("{") && rest.endsWith("}")) {
      return List.of(Element.any(tag(rest.substring(1, rest.length() - 1), source), optional));
    }
    String pos = "";
    int slash = rest.lastIndexOf('/');
    if (slash > 0) {
      pos = tag(rest.substring(slash + 1), source);
      rest = rest.substring(0, slash);
    }
    boolean surface = rest.startsWith("=");
    rest = (surface ? rest.substring(1) : rest).toLowerCase(Locale.ROOT).replace('’', '\'');
    boolean prefix = rest.length() > 1 && rest.endsWith("*");
    if (prefix) {
      rest = rest.substring(0, rest.length() - 1);
    }
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("the pattern \"" + source + "\" has an empty place");
    }
    int cut = rest.contains("|") ? 0 : cut(rest);
    if (cut > 0) {
      return contraction(rest, cut, optional);
    }
    Set<String> words = Set.copyOf(List.of(rest.split("\\|", -1)));
    for (String word : words) {
      if (word.isEmpty() || SIGN.matcher(word).find()) {
        throw new IllegalArgumentException(
            "the pattern \""
                + source
                + "\" has \""
                + word
                + "\" where only a word can stand: signs such as {ADJ}, <list> or _ stand alone or"
                + " between bars");
      }
    }
    return List.of(new Element(words, surface, prefix, pos, optional, ' ', ""));
  }

  private static Element regex(String regex, String source) {
    if (regex.length() > LONGEST_REGEX) {
      throw new IllegalArgumentException(
          "a regular expression may have " + LONGEST_REGEX + " characters at most");
    }
    if (repeated(regex) > LARGEST_REGEX) {
      throw new IllegalArgumentException(
          "the regular expression repeats too often: its length times all its numbers in {} may be "
              + LARGEST_REGEX
              + " at most; write + or * for a repetition");
    }
    try {
      Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "the pattern \"" + source + "\" is no RE2 expression: " + e.getDescription());
    }
    return new Element(Set.of(), false, false, "", false, ' ', regex);
  }

  /**
   * At most how long the expression is when its counted repetitions, also nested, are written out.
   */
  private static long repeated(String regex) {
    long size = regex.length();
    Matcher count = COUNTED.matcher(regex);
    while (count.find() && size <= LARGEST_REGEX) {
      String most = count.group(2) == null ? count.group(1) : count.group(2);
      size *= Math.max(1, Math.min(LARGEST_REGEX, Long.parseLong(most)));
    }
    return size;
  }

  private static String tag(String written, String source) {
    String tag = written.toUpperCase(Locale.ROOT);
    if (!TAGS.contains(tag)) {
      throw new IllegalArgumentException(
          "the pattern \"" + source + "\" asks for \"" + tag + "\", which is no part of speech");
    }
    return tag;
  }

  private static int cut(String word) {
    if (word.length() > 3 && word.endsWith("n't")) {
      return word.length() - 3;
    }
    int apostrophe = word.lastIndexOf('\'');
    return apostrophe > 0 && CONTRACTED.containsKey(word.substring(apostrophe)) ? apostrophe : 0;
  }

  private static List<Piece> contraction(String word, int cut, boolean optional) {
    String head =
        switch (word.substring(0, cut)) {
          case "ca" -> "can";
          case "wo" -> "will";
          default -> word.substring(0, cut);
        };
    Set<String> tail = CONTRACTED.getOrDefault(word.substring(cut), Set.of(word.substring(cut)));
    return List.of(Element.word(Set.of(head), false, optional), Element.word(tail, true, optional));
  }
}
