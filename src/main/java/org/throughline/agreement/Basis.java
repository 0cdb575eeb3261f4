package org.throughline.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.throughline.statistic.Tally;

/**
 * What a coefficient was computed from.
 *
 * @param n how many units entered
 * @param unit what one of them is: "items", "sentences", "spans", "characters"
 * @param raters how many judged
 * @param clients how many clients the units come from; they are what the bootstrap draws
 * @param prevalence how often each category was chosen, out of all ratings
 */
public record Basis(long n, String unit, int raters, int clients, Map<String, Tally> prevalence) {

  public Basis {
    prevalence = Collections.unmodifiableMap(new LinkedHashMap<>(prevalence));
  }

  @Override
  public String toString() {
    return n + " " + unit + ", " + raters + " raters, " + clients + " clients";
  }
}
