package org.throughline.statistic;

/** Where a figure may well lie: from low to high, both included. */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("not an interval: " + low + " to " + high);
    }
  }

  public double width() {
    return high - low;
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  public Interval times(double factor) {
    return factor >= 0
        ? new Interval(low * factor, high * factor)
        : new Interval(high * factor, low * factor);
  }

  public Interval within(double floor, double ceiling) {
    return new Interval(Math.clamp(low, floor, ceiling), Math.clamp(high, floor, ceiling));
  }

  /** The wider of the two; this one if they are equally wide. */
  public Interval wider(Interval other) {
    return other.width() > width() ? other : this;
  }
}
