package org.throughline.desk;

import java.util.List;
import org.throughline.coding.Attributes;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.desk.view.CodingView;
import org.throughline.record.Actor;
import org.throughline.record.Store;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/** Codings that a person makes by selecting words. */
public final class HandCodings {

  private final Engine engine;
  private final Store store;

  HandCodings(Engine engine, Store store) {
    this.engine = engine;
    this.store = store;
  }

  /**
   * Keeps a coding by hand; it stands at once.
   *
   * @throws IllegalArgumentException if no codebook has the code, or the words are not there
   */
  CodingView add(Actor by, String entry, String code, int turn, Span span) {
    requireCode(code);
    List<Turn> turns = store.entries().content(by, entry).transcript().turns();
    if (turn < 0 || turn >= turns.size()) {
      throw new IllegalArgumentException("the session has no turn " + turn);
    }
    String text = turns.get(turn).text();
    var coding =
        new Coding(
            code,
            turn,
            span,
            span.of(text),
            Attributes.PLAIN,
            new Evidence("by hand", List.of(span), "Added by hand."),
            1,
            new Rater.Human(by.account()));
    return CodingView.of(store.codings().add(by, entry, coding), text);
  }

  /** A code that nobody defined would mean something else to each reader. */
  void requireCode(String code) {
    boolean known =
        engine.codebooks().stream().anyMatch(codebook -> codebook.code(code).isPresent());
    if (!known) {
      throw new IllegalArgumentException("no codebook has this code: GET /codebooks lists them");
    }
  }
}
