package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;

/**
 * One turn on its way to release.
 *
 * @param text as it was said
 * @param marks disjoint, in order
 */
public record DraftTurn(int index, Role role, String text, List<Mark> marks) {

  public DraftTurn {
    marks = marks.stream().sorted(Comparator.comparing(Mark::span)).toList();
  }

  /** Whether it tells of what court or press keep, or of being the only one of a kind. */
  public boolean tells() {
    return Risk.isTelling(text);
  }

  DraftTurn with(Mark added) {
    List<Mark> all = new ArrayList<>(marks);
    all.removeIf(mark -> mark.span().overlaps(added.span()));
    all.add(added);
    return new DraftTurn(index, role, text, all);
  }

  /**
   * What people decided laid over a fresh reading. A decision about less than what was found since
   * gives way to it, so that nothing that is masked whole is cut back to a part. Where somebody
   * said that a stretch does not identify, any other one that lies over it is asked about again.
   */
  DraftTurn decided(List<Mark> decisions) {
    DraftTurn now = this;
    for (Mark decision : decisions) {
      if (decision.decided()) {
        now = now.laid(decision);
      }
    }
    return now;
  }

  private DraftTurn laid(Mark decision) {
    Span span = decision.span();
    List<Mark> over = marks.stream().filter(mark -> mark.span().overlaps(span)).toList();
    if (decision.standing() == Mark.Standing.REJECTED) {
      return over.stream().allMatch(mark -> mark.span().equals(span)) ? with(decision) : this;
    }
    return over.stream()
        .filter(mark -> !span.contains(mark.span()))
        .findFirst()
        .map(beyond -> beyond.span().contains(span) ? this : with(joined(span, beyond, over)))
        .orElseGet(() -> with(decision));
  }

  /**
   * Neither covers the other: a person is asked about both as one, and no part goes out unasked.
   */
  private static Mark joined(Span decided, Mark beyond, List<Mark> over) {
    Span all = over.stream().map(Mark::span).reduce(decided, Span::cover);
    return new Mark(
        all, beyond.kind(), beyond.evidence(), beyond.surrogate(), Mark.Standing.QUEUED);
  }

  /** The text with surrogates. */
  ReleasedTurn released() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Mark mark : marks) {
      if (mark.hides()) {
        out.append(text, at, mark.span().start()).append(mark.surrogate());
        at = mark.span().end();
      }
    }
    return new ReleasedTurn(index, role, out.append(text, at, text.length()).toString());
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "DraftTurn[" + index + ", marks=" + marks.size() + "]";
  }
}
