package org.throughline.desk;

/**
 * How a session's transcript came about: where this changes, figures are not compared.
 *
 * @param entry id of the session
 * @param source "human", or the name of the speech recogniser; "" where it is not known
 * @param therapist account or alias; "" where it is not known
 */
public record SessionSetting(String entry, String source, String therapist) {

  private static final int MOST = 60;

  public SessionSetting {
    if (source.length() > MOST || therapist.length() > MOST) {
      throw new IllegalArgumentException(
          "source and therapist have at most " + MOST + " characters");
    }
  }

  /** May name somebody. */
  @Override
  public String toString() {
    return "SessionSetting[" + entry + "]";
  }
}
