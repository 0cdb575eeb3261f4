package org.throughline.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.revision.Anchor;
import org.throughline.transcript.revision.History;
import org.throughline.transcript.revision.Place;

/**
 * A coding as its row holds it: at the place it was given when the text had so many revisions. Rows
 * are never rewritten; where the words are now is found by following the later revisions.
 *
 * @param revision how many revisions the text had
 * @param decidedAt the same for each decision, by its id
 */
record CodingRow(StoredCoding made, int revision, Map<String, Integer> decidedAt) {

  /** Where a coding is now. */
  sealed interface Now {
    record Standing(StoredCoding coding) implements Now {}

    record Lost(LostCoding coding) implements Now {}
  }

  Now in(History history) {
    if (revision == history.length()
        && decidedAt.values().stream().allMatch(at -> at == revision)) {
      return new Now.Standing(made);
    }
    Coding coding = made.coding();
    Anchor anchor = history.anchor(new Place(coding.turn(), coding.span()), revision);
    if (anchor instanceof Anchor.Held held) {
      return decided(moved(coding, held.to(), history), history);
    }
    return new Now.Lost(new LostCoding(made, ((Anchor.Lost) anchor).reason()));
  }

  private Now decided(Coding moved, History history) {
    List<Decision> decisions = new ArrayList<>();
    for (Decision decision : made.decisions()) {
      if (decision.what() instanceof Decision.Change change) {
        int since = decidedAt.getOrDefault(decision.id(), 0);
        Anchor anchor = history.anchor(new Place(moved.turn(), change.span()), since);
        if (anchor instanceof Anchor.Lost lost) {
          return new Now.Lost(new LostCoding(made, lost.reason()));
        }
        Span span = ((Anchor.Held) anchor).to().span();
        decisions.add(decision.with(new Decision.Change(change.code(), span)));
      } else {
        decisions.add(decision);
      }
    }
    return new Now.Standing(
        new StoredCoding(made.id(), made.entry(), made.client(), moved, decisions));
  }

  private Coding moved(Coding coding, Place to, History history) {
    return moved(coding, to, words(coding, history), history.current());
  }

  /** The same coding at another place of another text. */
  static Coding moved(Coding coding, Place to, List<Span> words, Transcript text) {
    return new Coding(
        coding.code(),
        to.turn(),
        to.span(),
        to.span().of(text.turns().get(to.turn()).text()),
        coding.attributes(),
        new Evidence(coding.evidence().cue(), words, coding.evidence().explanation()),
        coding.confidence(),
        coding.rater());
  }

  /** Words of the cue that were corrected away are no longer pointed at. */
  private List<Span> words(Coding coding, History history) {
    List<Span> words = new ArrayList<>();
    for (Span word : coding.evidence().words()) {
      if (history.anchor(new Place(coding.turn(), word), revision) instanceof Anchor.Held held) {
        words.add(held.to().span());
      }
    }
    return words;
  }
}
