package org.throughline.desk.view;

import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;
import org.throughline.transcript.Turn;

/** One turn, verbatim. */
public record TurnView(
    int index, String role, String text, @Nullable Long startMs, @Nullable Long endMs) {

  public static TurnView of(Turn turn) {
    return new TurnView(
        turn.index(), roleOf(turn.role()), turn.text(), turn.startMs(), turn.endMs());
  }

  static String roleOf(@Nullable Role role) {
    return (role == null ? Role.UNATTRIBUTED : role).id();
  }

  @Override
  public String toString() {
    return "TurnView[index=" + index + ", role=" + role + "]";
  }
}
