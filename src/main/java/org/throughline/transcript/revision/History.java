package org.throughline.transcript.revision;

import java.util.ArrayList;
import java.util.List;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;

/**
 * A stored transcript with everything that was put right since, in order. The stored text stays
 * what it is; each revision is laid over what the ones before it made of it.
 */
public final class History {

  private final List<Revision> revisions = new ArrayList<>();

  /** How it read before the first revision, after it, after the second … */
  private final List<Transcript> texts = new ArrayList<>();

  private History(Transcript stored) {
    texts.add(stored);
  }

  /**
   * Lays revisions over a stored transcript.
   *
   * @throws IllegalArgumentException if a correction names no place
   */
  public static History of(Transcript stored, List<Revision> revisions) {
    History history = new History(stored);
    revisions.forEach(history::add);
    return history;
  }

  /**
   * This history and one revision more.
   *
   * @throws IllegalArgumentException if it is a correction of no place
   */
  public History then(Revision next) {
    History longer = of(texts.getFirst(), revisions);
    longer.add(next);
    return longer;
  }

  private void add(Revision revision) {
    Transcript before = current();
    texts.add(
        switch (revision) {
          case Revision.Corrected corrected -> overlay(before, corrected).corrected();
          case Revision.Reassigned reassigned -> before.withRoles(reassigned.roles());
        });
    revisions.add(revision);
  }

  private static Overlay overlay(Transcript before, Revision.Corrected corrected) {
    return Overlay.of(before, List.of(corrected.correction()));
  }

  /** How many revisions there are. */
  public int length() {
    return revisions.size();
  }

  /** How it reads now. */
  public Transcript current() {
    return texts.getLast();
  }

  /** How it read after the first so many revisions. */
  public Transcript after(int count) {
    return texts.get(count);
  }

  /**
   * Where a place that was marked after {@code since} revisions is now.
   *
   * @throws IllegalArgumentException if there were never that many revisions
   */
  public Anchor anchor(Place marked, int since) {
    if (since < 0 || since > length()) {
      throw new IllegalArgumentException("there is no revision " + since);
    }
    Place place = marked;
    boolean changed = false;
    for (int i = since; i < revisions.size(); i++) {
      if (revisions.get(i) instanceof Revision.Corrected corrected) {
        switch (overlay(texts.get(i), corrected).anchor(place)) {
          case Anchor.Held held -> {
            place = held.to();
            changed |= held.wordsChanged();
          }
          case Anchor.Lost lost -> {
            return lost;
          }
        }
      }
    }
    return new Anchor.Held(place, changed);
  }

  /**
   * The correction that takes an earlier one back: its words read again as they did before.
   *
   * @param number of the revision, from 0
   * @throws IllegalArgumentException if it is no correction, or a later one changed the same words
   */
  public Correction inverse(int number) {
    if (number < 0
        || number >= length()
        || !(revisions.get(number) instanceof Revision.Corrected corrected)) {
      throw new IllegalArgumentException("there is no such correction to take back");
    }
    Correction made = corrected.correction();
    String before = made.span().of(texts.get(number).turns().get(made.turn()).text());
    var put =
        new Place(
            made.turn(), new Span(made.span().start(), made.span().start() + made.said().length()));
    if (anchor(put, number + 1) instanceof Anchor.Held held && !held.wordsChanged()) {
      return new Correction(held.to().turn(), held.to().span(), before);
    }
    throw new IllegalArgumentException(
        "a later correction changed the same words: correct them again instead");
  }

  @Override
  public String toString() {
    return "History[revisions=" + revisions.size() + "]";
  }
}
