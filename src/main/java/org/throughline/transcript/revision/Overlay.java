package org.throughline.transcript.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/** A transcript as it reads with its corrections, and where its marked places are then. */
public final class Overlay {

  private final List<Correction> corrections;
  private final Transcript corrected;

  private Overlay(List<Correction> corrections, Transcript corrected) {
    this.corrections = corrections;
    this.corrected = corrected;
  }

  /**
   * Lays corrections over a stored transcript.
   *
   * @throws IllegalArgumentException if one names no place, or two overlap
   */
  public static Overlay of(Transcript stored, List<Correction> corrections) {
    List<Correction> ordered = new ArrayList<>(corrections);
    ordered.sort(Comparator.comparingInt(Correction::turn).thenComparing(Correction::span));
    for (int i = 0; i < ordered.size(); i++) {
      Correction c = ordered.get(i);
      if (c.turn() < 0 || c.turn() >= stored.turns().size()) {
        throw new IllegalArgumentException("there is no turn " + c.turn());
      }
      c.check(stored.turns().get(c.turn()));
      boolean same = i > 0 && ordered.get(i - 1).turn() == c.turn();
      if (same && ordered.get(i - 1).span().end() > c.span().start()) {
        throw new IllegalArgumentException("two corrections overlap in turn " + c.turn());
      }
    }
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : stored.turns()) {
      turns.add(
          new Turn(
              turn.index(),
              turn.label(),
              turn.role(),
              text(turn, ordered),
              turn.startMs(),
              turn.endMs()));
    }
    return new Overlay(List.copyOf(ordered), new Transcript(turns));
  }

  private static String text(Turn turn, List<Correction> ordered) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Correction c : ordered) {
      if (c.turn() == turn.index()) {
        text.append(turn.text(), at, c.span().start()).append(c.said());
        at = c.span().end();
      }
    }
    return text.append(turn.text(), at, turn.text().length()).toString();
  }

  /** The transcript with its corrections. */
  public Transcript corrected() {
    return corrected;
  }

  /**
   * Where a place of the stored text is in the corrected one.
   *
   * <p>Words around it may change freely. Words inside it may change, and it stays, marked as
   * changed. A place that begins or ends in the middle of a correction, or whose words are all
   * gone, is lost.
   */
  public Anchor anchor(Place place) {
    int shift = 0;
    int growth = 0;
    boolean changed = false;
    Span span = place.span();
    for (Correction c : corrections) {
      if (c.turn() != place.turn()) {
        continue;
      }
      int longer = c.said().length() - c.span().length();
      if (c.span().end() <= span.start()) {
        shift += longer;
      } else if (span.contains(c.span())) {
        growth += longer;
        changed = true;
      } else if (c.span().overlaps(span)) {
        return new Anchor.Lost("a correction changes the words in which it begins or ends");
      }
    }
    if (span.length() + growth == 0 && !span.isEmpty()) {
      return new Anchor.Lost("all its words were corrected away");
    }
    int start = span.start() + shift;
    Span moved = new Span(start, start + span.length() + growth);
    return new Anchor.Held(new Place(place.turn(), moved), changed);
  }

  @Override
  public String toString() {
    return "Overlay[corrections=" + corrections.size() + "]";
  }
}
