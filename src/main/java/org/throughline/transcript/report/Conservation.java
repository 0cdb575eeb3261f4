package org.throughline.transcript.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The sum that shows nothing was lost: what became of each character of the input.
 *
 * <p>For text files the input is the decoded file; for DOCX, ODT, JSON and XML it is the text and
 * the values the file carries, without the markup around them.
 *
 * @param input characters in the input, in UTF-16 units
 * @param kept those that are now in a turn
 * @param structural labels, times, counters, markup, blank lines and line ends
 * @param dropped those listed under "dropped"
 * @param added joints put between pieces of one turn, which the input does not have
 * @param shortened characters saved by writing character references as what they mean
 * @param inTurns characters counted in the turns themselves
 */
public record Conservation(
    long input,
    long kept,
    long structural,
    long dropped,
    long added,
    long shortened,
    long inTurns) {

  /** Every input character is accounted for, and the turns hold exactly what was kept. */
  @JsonProperty("holds")
  public boolean holds() {
    return input == kept + structural + dropped && inTurns == kept + added - shortened;
  }
}
