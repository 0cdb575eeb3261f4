package org.throughline.transcript.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/**
 * Carries marked places from one text of a session to another.
 *
 * <p>Both are read as one long row of words. Runs of words that occur once in each tie them
 * together; a place is looked for near where its neighbourhood went, and held only if its own words
 * stand there in the same order.
 */
public final class Replacement {

  private static final int RUN = 3;

  /** A word of a transcript: which turn, and where in its text. */
  private record Spot(int turn, Span span) {}

  private final Transcript old;
  private final List<String> oldWords = new ArrayList<>();
  private final List<Spot> oldSpots = new ArrayList<>();
  private final List<String> newWords = new ArrayList<>();
  private final List<Spot> newSpots = new ArrayList<>();
  private final Transcript fresh;

  /** For each old word, how far its neighbourhood moved; rising in the old words. */
  private final List<int[]> ties = new ArrayList<>();

  private final Map<String, List<Integer>> firsts = new HashMap<>();

  private Replacement(Transcript old, Transcript fresh) {
    this.old = old;
    this.fresh = fresh;
    lay(old, oldWords, oldSpots);
    lay(fresh, newWords, newSpots);
    tie();
    for (int i = 0; i < newWords.size(); i++) {
      firsts.computeIfAbsent(newWords.get(i), w -> new ArrayList<>()).add(i);
    }
  }

  public static Replacement of(Transcript old, Transcript fresh) {
    return new Replacement(old, fresh);
  }

  private static void lay(Transcript transcript, List<String> words, List<Spot> spots) {
    for (Turn turn : transcript.turns()) {
      Words said = Words.in(turn.text());
      words.addAll(said.words());
      said.spans().forEach(span -> spots.add(new Spot(turn.index(), span)));
    }
  }

  private void tie() {
    Map<List<String>, Integer> once = new HashMap<>();
    for (int i = 0; i + RUN <= newWords.size(); i++) {
      once.merge(newWords.subList(i, i + RUN), i, (a, b) -> -1);
    }
    Map<List<String>, Integer> oldOnce = new HashMap<>();
    for (int i = 0; i + RUN <= oldWords.size(); i++) {
      oldOnce.merge(oldWords.subList(i, i + RUN), i, (a, b) -> -1);
    }
    for (int i = 0; i + RUN <= oldWords.size(); i++) {
      List<String> run = oldWords.subList(i, i + RUN);
      int to = once.getOrDefault(run, -1);
      if (to >= 0 && oldOnce.getOrDefault(run, -1) == i) {
        ties.add(new int[] {i, to});
      }
    }
  }

  /**
   * Where a place of the old text is in the new one.
   *
   * @throws IllegalArgumentException if the old text has no such place
   */
  public Anchor anchor(Place place) {
    if (place.turn() >= old.turns().size()) {
      throw new IllegalArgumentException("there is no turn " + place.turn());
    }
    String marked = place.span().of(old.turns().get(place.turn()).text());
    int first = -1;
    int count = 0;
    for (int i = 0; i < oldSpots.size(); i++) {
      Spot spot = oldSpots.get(i);
      if (spot.turn == place.turn() && spot.span.overlaps(place.span())) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    if (count == 0) {
      return new Anchor.Lost("it marks no words");
    }
    int at = nearest(first, count);
    if (at < 0) {
      return new Anchor.Lost("its words are not in the new text");
    }
    Spot from = newSpots.get(at);
    Spot to = newSpots.get(at + count - 1);
    if (from.turn != to.turn) {
      return new Anchor.Lost("its words are spread over several turns in the new text");
    }
    return held(place, marked, first, count, from, to);
  }

  /** Marks of half a word keep their half; marks of punctuation keep it if it is still there. */
  private Anchor held(Place place, String marked, int first, int count, Spot from, Spot to) {
    int before = place.span().start() - oldSpots.get(first).span.start();
    int after = place.span().end() - oldSpots.get(first + count - 1).span.end();
    String text = fresh.turns().get(from.turn).text();
    int start = from.span.start() + before;
    int end = to.span.end() + after;
    boolean fits = start >= 0 && end <= text.length() && start < end;
    if (fits && text.substring(start, end).equals(marked)) {
      return new Anchor.Held(new Place(from.turn, new Span(start, end)), false);
    }
    Span words = new Span(from.span.start(), to.span.end());
    return new Anchor.Held(new Place(from.turn, words), !words.of(text).equals(marked));
  }

  /** The occurrence of these words that is nearest to where their neighbourhood went. */
  private int nearest(int first, int count) {
    List<String> wanted = oldWords.subList(first, first + count);
    int expected = expected(first);
    int best = -1;
    for (int at : firsts.getOrDefault(wanted.getFirst(), List.of())) {
      boolean same =
          at + count <= newWords.size() && newWords.subList(at, at + count).equals(wanted);
      if (same && (best < 0 || Math.abs(at - expected) < Math.abs(best - expected))) {
        best = at;
      }
    }
    return best;
  }

  private int expected(int oldWord) {
    int shift = 0;
    int distance = Integer.MAX_VALUE;
    for (int[] tie : ties) {
      int away = Math.abs(tie[0] - oldWord);
      if (away < distance) {
        distance = away;
        shift = tie[1] - tie[0];
      }
    }
    return oldWord + shift;
  }

  @Override
  public String toString() {
    return "Replacement[ties=" + ties.size() + "]";
  }
}
