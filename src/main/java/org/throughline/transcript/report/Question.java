package org.throughline.transcript.report;

import java.util.List;

/**
 * Something only a person can decide.
 *
 * @param kind what is asked about
 * @param subject the label, or the lines in doubt, as the file writes them; may identify people
 * @param ask the question in plain words
 * @param choices the answers that are understood
 * @param turns the first few turns it concerns, by index
 */
public record Question(
    Kind kind, String subject, String ask, List<String> choices, List<Integer> turns) {

  /** What a question is about. */
  public enum Kind {
    /** Who is behind this speaker label? */
    LABEL,
    /** The file names no speaker at all. */
    NO_SPEAKER,
    /** The bytes are not UTF-8: is this reading right? */
    ENCODING,
    /** 03/04: the third of April or the fourth of March? */
    DATE_ORDER,
    /** Which column of a table holds what? */
    COLUMNS,
    /** A part looks written by a machine rather than spoken: is the rest a transcript? */
    NOT_SPEECH,
    /** A layout that cannot be trusted by itself: is this right? */
    PREVIEW
  }

  public Question {
    choices = List.copyOf(choices);
    turns = List.copyOf(turns);
  }

  @Override
  public String toString() {
    return "Question[" + kind + ", turns=" + turns + "]";
  }
}
