package org.throughline.transcript;

import java.util.Locale;

/** Whose words a turn holds. Only {@link #CLIENT} words enter a client's measures. */
public enum Role {
  CLIENT,
  THERAPIST,
  /** A partner, an interpreter, another group member. */
  OTHER,
  /** The file names no speaker, and nobody has said who it is: kept out of every measure. */
  UNATTRIBUTED;

  /** The word used in files, in the API and in queries. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role with the given {@link #id()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Role of(String id) {
    for (Role role : values()) {
      if (role.id().equals(id)) {
        return role;
      }
    }
    throw new IllegalArgumentException("role must be client, therapist, other or unattributed");
  }
}
