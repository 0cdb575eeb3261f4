package org.throughline.problem;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.indicator.Quote;
import org.throughline.indicator.SessionInput;
import org.throughline.measure.Words;
import org.throughline.transcript.Transcript;

/**
 * Passages that may be about a problem, for a person to link: those with a cue of assimilation in a
 * turn that shares a word with the problem's name. Offered, never linked.
 */
public final class Candidates {

  /** Shorter words ("that", "when") say little of what a turn is about. */
  private static final int LEAST_LETTERS = 5;

  private Candidates() {}

  /** In order of the session. */
  public static List<Quote> of(Words problem, SessionInput session) {
    Set<String> words = words(problem.text());
    return Quote.of(session).stream()
        .filter(quote -> quote.code().startsWith("assimilation."))
        .filter(
            quote ->
                words(session.coded().transcript().turns().get(quote.turn()).text()).stream()
                    .anyMatch(words::contains))
        .toList();
  }

  /** The same from quotes of all meetings, in their order. */
  public static List<Quote> of(Words problem, List<Quote> quotes) {
    Set<String> words = words(problem.text());
    return quotes.stream()
        .filter(quote -> quote.code().startsWith("assimilation."))
        .filter(quote -> words(quote.turnText()).stream().anyMatch(words::contains))
        .toList();
  }

  /** Whether the client has used a word of a goal, or of a problem, in this meeting at all. */
  public static boolean mentions(Words words, Transcript transcript) {
    return mentions(words, stems(transcript));
  }

  /**
   * The same for a meeting of which only its words are at hand.
   *
   * @param stems as {@link #stems} gives them
   */
  public static boolean mentions(Words words, Set<String> stems) {
    return words(words.text()).stream().anyMatch(stems::contains);
  }

  /** What the client's words are compared by, without order. */
  public static Set<String> stems(Transcript transcript) {
    return transcript
        .clientTurns()
        .flatMap(turn -> words(turn.text()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
        .filter(word -> word.length() >= LEAST_LETTERS)
        .map(Candidates::stem)
        .collect(Collectors.toSet());
  }

  /** Enough to let "drink", "drinking" and "drinks" meet. */
  private static String stem(String word) {
    return word.replaceFirst("(ing|ed|es|s)$", "");
  }
}
