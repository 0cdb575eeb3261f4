package org.throughline.agreement;

import java.util.Locale;

/**
 * How far raters agree: a coefficient, or why there is none. Undefined is a normal result of a
 * small pilot study and never a number.
 */
public sealed interface Agreement {

  /** The coefficient's name, "Cohen's kappa". */
  String measure();

  /** What it rests on. */
  Basis basis();

  /**
   * A coefficient.
   *
   * @param value 1 is perfect agreement; chance-corrected coefficients are 0 at chance and may be
   *     negative
   * @param uncertainty how far it may lie from the truth
   */
  record Estimate(String measure, double value, Basis basis, Uncertainty uncertainty)
      implements Agreement {

    public Estimate {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(measure + " is not a number");
      }
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s = %.3f (%s)", measure, value, basis);
    }
  }

  /**
   * There is no coefficient.
   *
   * @param because the reason in words
   */
  record Undefined(String measure, String because, Basis basis) implements Agreement {

    @Override
    public String toString() {
      return measure + " undefined: " + because;
    }
  }
}
