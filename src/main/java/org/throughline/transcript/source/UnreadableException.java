package org.throughline.transcript.source;

import org.jspecify.annotations.Nullable;

/** An upload that cannot be taken. Its words are for the user and quote nothing of the file. */
public final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String fix;
  private final @Nullable Integer line;

  public UnreadableException(String reason, String fix) {
    this(reason, fix, null);
  }

  /**
   * Says where, too.
   *
   * @param line where, counted from 1
   */
  public UnreadableException(String reason, String fix, @Nullable Integer line) {
    super(reason);
    this.fix = fix;
    this.line = line;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  /** What the user can do about it. */
  public String fix() {
    return fix;
  }

  public @Nullable Integer line() {
    return line;
  }
}
