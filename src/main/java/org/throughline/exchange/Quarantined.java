package org.throughline.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selection that was not taken over, because nobody can be sure what it points at.
 *
 * @param source name of its text
 * @param start as in the file
 * @param end as in the file
 * @param codes names of the codes on it
 * @param quote the words that the file says are there; "" for none
 * @param match the words that are there; null where the positions point at nothing
 * @param because why
 */
public record Quarantined(
    String source,
    String guid,
    long start,
    long end,
    List<String> codes,
    String quote,
    @Nullable String match,
    String because) {

  public Quarantined {
    codes = List.copyOf(codes);
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Quarantined[" + guid + ", " + start + "-" + end + ": " + because + "]";
  }
}
