package org.throughline.transcript.revision;

/** What became of a marked place when the text around it changed. */
public sealed interface Anchor {

  /**
   * It is still there.
   *
   * @param wordsChanged whether the marked words read differently now
   */
  record Held(Place to, boolean wordsChanged) implements Anchor {}

  /** It has no place any more, and somebody should know. */
  record Lost(String reason) implements Anchor {}
}
