package org.throughline.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/** Puts the words to places, from where they are kept. Gone or changed words leave no hit. */
final class Quoting {

  private final TurnSource source;
  private final int width;

  /**
   * @param width how many UTF-16 units of context a line of a concordance shows on each side
   */
  Quoting(TurnSource source, int width) {
    this.source = source;
    this.width = width;
  }

  List<Hit> hits(List<Place> places) {
    source.expect(places.stream().map(Quoting::around).toList());
    List<Hit> hits = new ArrayList<>();
    for (Place place : places) {
      Hit hit = hit(place, new Hit.Found.ByWords());
      if (hit != null) {
        hits.add(hit);
      }
    }
    return hits;
  }

  @Nullable Hit hit(Place place, Hit.Found by) {
    TurnSource.@Nullable SourceTurn found = null;
    @Nullable Turn before = null;
    @Nullable Turn after = null;
    for (TurnSource.SourceTurn turn : turns(around(place))) {
      if (turn.turn().index() == place.turn()) {
        found = turn;
      } else if (turn.turn().index() < place.turn()) {
        before = turn.turn();
      } else {
        after = turn.turn();
      }
    }
    if (found == null || !fits(place, found.turn())) {
      return null;
    }
    return new Hit(
        place.session(),
        place.client(),
        place.number(),
        place.date(),
        found.turn(),
        place.marks(),
        found.codings(),
        before,
        after,
        by);
  }

  /** The turn with one on each side. */
  private static TurnSource.Wanted around(Place place) {
    return new TurnSource.Wanted(place.session(), Math.max(0, place.turn() - 1), place.turn() + 2);
  }

  private static TurnSource.Wanted alone(Place place) {
    return new TurnSource.Wanted(place.session(), place.turn(), place.turn() + 1);
  }

  private List<TurnSource.SourceTurn> turns(TurnSource.Wanted wanted) {
    return source.turns(wanted.session(), wanted.from(), wanted.to());
  }

  private static boolean fits(Place place, Turn turn) {
    return place.marks().isEmpty() || place.marks().getLast().end() <= turn.text().length();
  }

  /** A line for each place, of its only mark. */
  List<Concordance.Line> lines(List<Place> places) {
    source.expect(places.stream().map(Quoting::alone).toList());
    return places.stream().flatMap(place -> line(place).stream()).toList();
  }

  private Optional<Concordance.Line> line(Place place) {
    for (TurnSource.SourceTurn found : turns(alone(place))) {
      Turn turn = found.turn();
      if (turn.index() == place.turn() && fits(place, turn)) {
        Span span = place.marks().getFirst();
        return Optional.of(
            new Concordance.Line(
                place.session(),
                place.client(),
                place.number(),
                place.date(),
                place.turn(),
                turn.role() == null ? Role.UNATTRIBUTED : turn.role(),
                turn.text(),
                new Span(before(turn.text(), span.start()), after(turn.text(), span.end())),
                span,
                found.codings().stream().map(c -> c.coding().code()).distinct().toList()));
      }
    }
    return Optional.empty();
  }

  /** Where what fits of the text before begins, with a whole word. */
  private int before(String text, int end) {
    int start = end - width;
    if (start <= 0) {
      return 0;
    }
    int space = text.indexOf(' ', start);
    return space < 0 || space >= end ? end : space + 1;
  }

  private int after(String text, int start) {
    int end = start + width;
    return end >= text.length() ? text.length() : Math.max(start, text.lastIndexOf(' ', end));
  }
}
