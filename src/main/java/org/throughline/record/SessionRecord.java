package org.throughline.record;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One recorded meeting, without its words.
 *
 * @param number place in the treatment, from 1
 * @param dialect layout of the file it was read from, "zoom-vtt"
 * @param fileName name of the uploaded file: may name the client, so it is sealed like the words
 * @param sha256 of the uploaded bytes, hex
 * @param importReport what the reader reported, JSON
 * @param turns how many turns
 * @param clientWords words the client spoke
 */
public record SessionRecord(
    String id,
    String client,
    LocalDate date,
    int number,
    String dialect,
    String fileName,
    String sha256,
    String importReport,
    int turns,
    int clientWords,
    Instant created,
    boolean retracted)
    implements Entry {

  /** File name and report can carry names. */
  @Override
  public String toString() {
    return "SessionRecord[" + id + ", client=" + client + ", number=" + number + "]";
  }
}
