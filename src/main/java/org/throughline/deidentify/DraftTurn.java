package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.transcript.Role;

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
   * What people decided laid over a fresh reading. Where somebody said that a stretch does not
   * identify, and another one that lies over it was found since, it is asked again.
   */
  DraftTurn decided(List<Mark> decisions) {
    DraftTurn now = this;
    for (Mark decision : decisions) {
      boolean other =
          decision.standing() == Mark.Standing.REJECTED
              && marks.stream()
                  .anyMatch(
                      mark ->
                          mark.span().overlaps(decision.span())
                              && !mark.span().equals(decision.span()));
      if (decision.decided() && !other) {
        now = now.with(decision);
      }
    }
    return now;
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
