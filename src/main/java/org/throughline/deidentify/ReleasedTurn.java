package org.throughline.deidentify;

import java.util.Objects;
import org.throughline.transcript.Role;

/**
 * One turn as the research corpus holds it.
 *
 * @param index its place in the session, from 0, the same as in the clinical record
 * @param role whose words; speaker labels do not reach the corpus
 * @param text with every identifier replaced; offsets into it are UTF-16 units and fit no other
 *     text
 */
public record ReleasedTurn(int index, Role role, String text) {

  public ReleasedTurn {
    Objects.requireNonNull(role, "a released turn has a role");
    Objects.requireNonNull(text, "a released turn has a text");
    if (index < 0) {
      throw new IllegalArgumentException("turn index " + index + " is below 0");
    }
  }

  /** Never the words: pseudonymised talk is still somebody's. */
  @Override
  public String toString() {
    return "ReleasedTurn[index=" + index + ", role=" + role + ", length=" + text.length() + "]";
  }
}
