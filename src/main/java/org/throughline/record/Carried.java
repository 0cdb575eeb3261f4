package org.throughline.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.coding.Rater;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.revision.Anchor;
import org.throughline.transcript.revision.Place;
import org.throughline.transcript.revision.Replacement;

/**
 * What becomes of people's codings and decisions when a session's text is replaced by another.
 *
 * @param held at their places in the new text, each with the one decision that stood
 */
record Carried(List<StoredCoding> held, List<LostCoding> lost) {

  static Carried of(EntryContent old, Transcript fresh) {
    Replacement replacement = Replacement.of(old.transcript(), fresh);
    List<StoredCoding> held = new ArrayList<>();
    List<LostCoding> lost = new ArrayList<>(old.lost());
    for (StoredCoding coding : old.codings()) {
      if (coding.coding().rater() instanceof Rater.Human || coding.last().isPresent()) {
        carry(coding, replacement, fresh)
            .ifPresentOrElse(
                held::add,
                () -> lost.add(new LostCoding(coding, "its words are not in the new text")));
      }
    }
    return new Carried(held, lost);
  }

  private static Optional<StoredCoding> carry(
      StoredCoding coding, Replacement replacement, Transcript fresh) {
    var marked = new Place(coding.coding().turn(), coding.coding().span());
    if (!(replacement.anchor(marked) instanceof Anchor.Held held)) {
      return Optional.empty();
    }
    List<Span> words = new ArrayList<>();
    for (Span word : coding.coding().evidence().words()) {
      var place = new Place(marked.turn(), word);
      if (replacement.anchor(place) instanceof Anchor.Held there
          && there.to().turn() == held.to().turn()) {
        words.add(there.to().span());
      }
    }
    List<Decision> decisions = new ArrayList<>();
    if (coding.last().isPresent()) {
      Optional<Decision> moved = moved(coding.last().get(), marked.turn(), held, replacement);
      if (moved.isEmpty()) {
        return Optional.empty();
      }
      decisions.add(moved.get());
    }
    return Optional.of(
        new StoredCoding(
            coding.id(),
            coding.entry(),
            coding.client(),
            CodingRow.moved(coding.coding(), held.to(), words, fresh),
            decisions));
  }

  private static Optional<Decision> moved(
      Decision decision, int turn, Anchor.Held held, Replacement replacement) {
    if (!(decision.what() instanceof Decision.Change change)) {
      return Optional.of(decision);
    }
    boolean there =
        replacement.anchor(new Place(turn, change.span())) instanceof Anchor.Held to
            && to.to().turn() == held.to().turn();
    return there
        ? Optional.of(
            decision.with(
                new Decision.Change(
                    change.code(),
                    ((Anchor.Held) replacement.anchor(new Place(turn, change.span())))
                        .to()
                        .span())))
        : Optional.empty();
  }

  Replaced replaced(SessionRecord session) {
    return new Replaced(session, held.size(), lost);
  }
}
