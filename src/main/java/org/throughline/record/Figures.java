package org.throughline.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an entry amounts to, without its text.
 *
 * @param entry id of the session or check-in
 * @param checkIn whether it is a check-in
 * @param number place in the treatment, from 1; 0 for check-ins
 * @param parts what was asked for of it
 */
public record Figures(String entry, boolean checkIn, int number, LocalDate date, Parts parts) {

  /**
   * What was computed of an entry, as JSON whose shape is the deriver's affair.
   *
   * @param counts numbers only
   * @param words the words that occur in it, without order; null where not asked for
   * @param quotes the words behind the numbers; null where not asked for
   */
  public record Parts(String counts, @Nullable String words, @Nullable String quotes) {

    /** Never the words. */
    @Override
    public String toString() {
      return "Parts[counts=" + counts.length() + "]";
    }
  }

  /** Computes them. */
  @FunctionalInterface
  public interface Deriving {
    /** All three parts. */
    Parts of(EntryContent content);
  }

  /** How much of them. */
  public enum Extent {
    COUNTS,
    COUNTS_AND_WORDS,
    ALL
  }

  @Override
  public String toString() {
    return "Figures[" + entry + "]";
  }
}
