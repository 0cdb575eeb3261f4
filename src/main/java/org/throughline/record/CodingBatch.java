package org.throughline.record;

import java.time.Instant;
import java.util.List;

/**
 * Codings that one person made in one go.
 *
 * @param account who made them
 * @param codings with everything decided about them since
 */
public record CodingBatch(String id, String account, Instant at, List<StoredCoding> codings) {

  public CodingBatch {
    codings = List.copyOf(codings);
  }

  /** How many of them stand. */
  public int standing() {
    return (int)
        codings.stream()
            .filter(coding -> coding.standing() != StoredCoding.Standing.REJECTED)
            .count();
  }

  @Override
  public String toString() {
    return "CodingBatch[" + id + ", codings=" + codings.size() + "]";
  }
}
