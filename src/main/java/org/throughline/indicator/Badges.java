package org.throughline.indicator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The badges of all codes that were judged in this practice; any other code is not measured here.
 */
public record Badges(Map<String, Badge> byCode) {

  /** Nothing was judged anywhere. */
  public static final Badges NONE = new Badges(Map.of());

  public Badges {
    byCode = Map.copyOf(byCode);
  }

  public Badge of(String code) {
    Badge badge = byCode.get(code);
    return badge == null ? Badge.notMeasured(code) : badge;
  }

  /** In alphabetical order of the codes. */
  public List<Badge> of(Collection<String> codes) {
    Map<String, Badge> found = new TreeMap<>();
    codes.forEach(code -> found.put(code, of(code)));
    return List.copyOf(found.values());
  }

  /** Those of the codes that stay out of trends unless somebody asks. */
  public List<Badge> exploratory(Collection<String> codes) {
    return of(codes).stream().filter(Badge::isExploratory).toList();
  }
}
