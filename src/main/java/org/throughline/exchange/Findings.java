package org.throughline.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an import has to tell, collected on the way. */
final class Findings {

  private final Set<String> warnings = new LinkedHashSet<>();
  private final Map<String, Loss> losses = new LinkedHashMap<>();
  private final List<Quarantined> quarantine = new ArrayList<>();

  void warn(String warning) {
    warnings.add(warning);
  }

  void lose(String what, int count, String because) {
    if (count > 0) {
      losses.merge(
          what + because,
          new Loss(what, count, because),
          (a, b) -> new Loss(what, a.count() + b.count(), because));
    }
  }

  void quarantine(Quarantined selection) {
    quarantine.add(selection);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  List<Loss> losses() {
    return List.copyOf(losses.values());
  }

  List<Quarantined> quarantine() {
    return List.copyOf(quarantine);
  }
}
