package org.throughline.indicator;

/**
 * The least material there must be. Source: the reliability rules of the measures (at 15 of 30 a
 * Wilson interval still spans a third of the scale; below 400 words a third of all texts name no
 * feeling at all).
 */
public enum Minimum {
  WORDS("client words", 400, 1000),
  FEELINGS("feelings named", 10, 20),
  VALUED_CLAUSES("clauses that act, choose or undergo", 20, 30),
  SELF_CLAUSES("clauses about oneself", 20, 30),
  EPISODES("story of five past events or more", 1, 1),
  SELF_STATEMENTS("statements about oneself", 10, 10),
  CHANGE_STATEMENTS("statements about change", 10, 10);

  private final String what;
  private final int shown;
  private final int trend;

  Minimum(String what, int shown, int trend) {
    this.what = what;
    this.shown = shown;
    this.trend = trend;
  }

  /** What is counted, as people read it. */
  public String what() {
    return what;
  }

  /** Least to show a value. */
  public int shown() {
    return shown;
  }

  /** Least to let it enter a trend. */
  public int trend() {
    return trend;
  }
}
