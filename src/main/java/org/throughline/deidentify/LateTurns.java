package org.throughline.deidentify;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a released session that are opened when somebody looks at the first of them: most
 * questions about a corpus look at a few of its sessions.
 */
public final class LateTurns extends AbstractList<ReleasedTurn> {

  private final Supplier<List<ReleasedTurn>> opening;
  private volatile @Nullable List<ReleasedTurn> opened;

  public LateTurns(Supplier<List<ReleasedTurn>> opening) {
    this.opening = opening;
  }

  private List<ReleasedTurn> turns() {
    List<ReleasedTurn> turns = opened;
    if (turns == null) {
      turns = List.copyOf(opening.get());
      opened = turns;
    }
    return turns;
  }

  @Override
  public ReleasedTurn get(int index) {
    return turns().get(index);
  }

  @Override
  public int size() {
    return turns().size();
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "LateTurns";
  }
}
