package org.throughline.quote;

import org.throughline.coding.Coding;

/**
 * A coding with what people have decided about it.
 *
 * @param id the record's id of the coding
 */
public record IndexedCoding(String id, Coding coding, Status status) {

  /** Rejected codings stay in the record and never enter the index. */
  public enum Status {
    SUGGESTED,
    CONFIRMED,
    REJECTED
  }
}
