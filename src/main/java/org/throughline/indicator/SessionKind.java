package org.throughline.indicator;

import java.util.Locale;

/** What kind of text: each kind is a series of its own, never pooled with another. */
public enum SessionKind {
  SESSION("session"),
  CHECK_IN("check-in"),
  WRITTEN_REVIEW("written review");

  private final String label;

  SessionKind(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** The word used in files and in the API. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind with the given {@link #id()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SessionKind of(String id) {
    for (SessionKind kind : values()) {
      if (kind.id().equals(id)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("kind must be session, check_in or written_review");
  }
}
