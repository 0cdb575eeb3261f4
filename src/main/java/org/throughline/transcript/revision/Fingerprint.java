package org.throughline.transcript.revision;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/**
 * What was said in a session, as numbers: one for each run of {@value #RUN} words.
 *
 * <p>Labels, times, case and punctuation do not count, so another format of the same session has
 * the same fingerprint. Runs of words are what plagiarism detection compares (Broder, "On the
 * resemblance and containment of documents", 1997). Whole sessions are a few thousand runs, so all
 * are kept and nothing is estimated.
 *
 * <p>A fingerprint is computed from a client's words and belongs under the same lock.
 */
public final class Fingerprint {

  private static final int RUN = 4;
  private static final double SAME = 0.95;
  private static final double VERSION = 0.6;

  private final long[] runs;

  private Fingerprint(long[] runs) {
    this.runs = runs;
  }

  public static Fingerprint of(Transcript transcript) {
    StringBuilder all = new StringBuilder();
    for (Turn turn : transcript.turns()) {
      all.append(turn.text()).append('\n');
    }
    List<String> words = Words.in(all.toString()).words();
    TreeSet<Long> runs = new TreeSet<>();
    int run = Math.min(RUN, Math.max(1, words.size()));
    for (int i = 0; i + run <= words.size(); i++) {
      long hash = 1125899906842597L;
      for (String word : words.subList(i, i + run)) {
        for (int k = 0; k < word.length(); k++) {
          hash = 31 * hash + word.charAt(k);
        }
        hash = 31 * hash + ' ';
      }
      runs.add(hash);
    }
    return new Fingerprint(runs.stream().mapToLong(Long::longValue).toArray());
  }

  /** Compares what was said. Nothing said resembles nothing. */
  public Resemblance resemblance(Fingerprint other) {
    int shared = 0;
    for (long run : runs) {
      shared += Arrays.binarySearch(other.runs, run) >= 0 ? 1 : 0;
    }
    int union = runs.length + other.runs.length - shared;
    int smaller = Math.min(runs.length, other.runs.length);
    Resemblance.Kind kind =
        union == 0 || smaller == 0
            ? Resemblance.Kind.DIFFERENT
            : shared >= SAME * union
                ? Resemblance.Kind.SAME
                : shared >= VERSION * smaller
                    ? Resemblance.Kind.ANOTHER_VERSION
                    : Resemblance.Kind.DIFFERENT;
    return new Resemblance(kind, shared, runs.length, other.runs.length);
  }

  @Override
  public String toString() {
    return "Fingerprint[runs=" + runs.length + "]";
  }
}
