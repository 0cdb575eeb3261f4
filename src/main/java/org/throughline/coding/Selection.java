package org.throughline.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.codebook.Codebook;

/** Settles which of the candidates of one codebook in one turn become codings. */
final class Selection {

  private static final Comparator<Candidate> SUREST_FIRST =
      Comparator.<Candidate>comparingDouble(c -> -c.suggestion().confidence())
          .thenComparingInt(c -> -c.length())
          .thenComparingInt(c -> c.run().first());

  private Selection() {}

  static List<Candidate> of(Codebook codebook, List<Candidate> candidates) {
    return switch (codebook.unit()) {
      case SEGMENT -> withoutOverlaps(candidates, false);
      case OVERLAPPING -> withoutOverlaps(candidates, true);
      case TURN -> oneForTheTurn(candidates, codebook.threshold());
    };
  }

  private static List<Candidate> withoutOverlaps(List<Candidate> candidates, boolean byCode) {
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : candidates.stream().sorted(SUREST_FIRST).toList()) {
      boolean taken =
          kept.stream()
              .anyMatch(
                  other ->
                      other.overlaps(candidate)
                          && (!byCode || other.code().id().equals(candidate.code().id())));
      if (!taken) {
        kept.add(candidate);
      }
    }
    kept.sort(
        Comparator.<Candidate>comparingInt(c -> c.run().first()).thenComparing(c -> c.code().id()));
    return kept;
  }

  /** The code whose distinct cues weigh most, if they reach the threshold; later codes win ties. */
  private static List<Candidate> oneForTheTurn(List<Candidate> candidates, double threshold) {
    Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      weights
          .computeIfAbsent(candidate.code().id(), code -> new LinkedHashMap<>())
          .merge(candidate.suggestion().id(), candidate.suggestion().confidence(), Math::max);
    }
    String best = "";
    double most = 0;
    for (var entry : weights.entrySet()) {
      double weight = entry.getValue().values().stream().mapToDouble(w -> w).sum();
      if (weight >= most && weight >= threshold) {
        best = entry.getKey();
        most = weight;
      }
    }
    String winner = best;
    return candidates.stream()
        .filter(candidate -> candidate.code().id().equals(winner))
        .min(SUREST_FIRST)
        .map(List::of)
        .orElse(List.of());
  }
}
