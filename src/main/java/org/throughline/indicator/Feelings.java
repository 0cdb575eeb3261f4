package org.throughline.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.coding.Coding;
import org.throughline.transcript.Span;

/** The families of emotion words, by valence, and feelings held together. */
public final class Feelings {

  public static final List<String> POSITIVE =
      codes("joy calm relief pride love gratitude hope interest safety");
  public static final List<String> NEGATIVE =
      codes(
          "sadness fear anger shame guilt hurt loneliness disgust envy overwhelm helpless"
              + " confusion");

  /** Families with a valence, the pleasant first. */
  public static final List<String> FAMILIES =
      Stream.concat(POSITIVE.stream(), NEGATIVE.stream()).toList();

  public static final List<String> UNDIFFERENTIATED =
      codes("undifferentiated_pos undifferentiated_neg");

  private static final Set<String> JOINERS =
      Set.of("but", "yet", "also", "both", "though", "although", "same", "mixed", "part", "still");

  /** Two feelings further apart than this are not held together. */
  private static final int REACH = 80;

  private Feelings() {}

  private static List<String> codes(String families) {
    return List.of(families.split(" ")).stream().map(family -> "emotion." + family).toList();
  }

  /** Families that name a feeling: all but the undifferentiated. Surprise has no valence. */
  public static boolean isFamily(String code) {
    return code.startsWith("emotion.") && !UNDIFFERENTIATED.contains(code);
  }

  /**
   * How many pairs of opposite feelings one turn holds together ("sad but also relieved"): within
   * {@value #REACH} units, in one sentence, with a joining word between or just before.
   *
   * @param codings the emotion codings of the turn that count, in order
   */
  static int mixed(String text, List<Coding> codings) {
    int pairs = 0;
    for (int i = 1; i < codings.size(); i++) {
      Coding one = codings.get(i - 1);
      Coding other = codings.get(i);
      if (together(text, one.code(), one.span(), other.code(), other.span())) {
        pairs++;
      }
    }
    return pairs;
  }

  static boolean together(String text, String code, Span one, String otherCode, Span other) {
    boolean opposite =
        (POSITIVE.contains(code) && NEGATIVE.contains(otherCode))
            || (NEGATIVE.contains(code) && POSITIVE.contains(otherCode));
    int gap = other.start() - one.end();
    if (!opposite || gap < 0 || gap > REACH) {
      return false;
    }
    String between = text.substring(one.end(), other.start());
    if (between.matches("(?s).*[.?!].*")) {
      return false;
    }
    for (String word : between.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
      if (JOINERS.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
