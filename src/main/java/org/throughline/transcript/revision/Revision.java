package org.throughline.transcript.revision;

import java.util.Map;
import org.throughline.transcript.Role;

/** Something a person put right about a transcript after it was stored. */
public sealed interface Revision {

  /** A misheard word; its place counts in the text as it read before this revision. */
  record Corrected(Correction correction) implements Revision {}

  /**
   * Who is behind a label after all.
   *
   * @param roles by label; the empty label stands for text without a speaker
   */
  record Reassigned(Map<String, Role> roles) implements Revision {
    public Reassigned {
      roles = Map.copyOf(roles);
    }

    /** Labels are often names. */
    @Override
    public String toString() {
      return "Reassigned[roles=" + roles.size() + "]";
    }
  }
}
