package org.throughline.trajectory;

/** Up or down: never good or bad. */
public enum Direction {
  RISE("rise"),
  FALL("fall");

  private final String label;

  Direction(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
