package org.throughline.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.throughline.codebook.Code;
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
      case TURN -> marked(heaviest(codebook, weights(candidates)), candidates);
      case STAGE -> marked(highest(codebook, weights(candidates)), candidates);
    };
  }

  private static List<Candidate> withoutOverlaps(List<Candidate> candidates, boolean byCode) {
    List<Candidate> kept = new ArrayList<>();
    Map<String, TreeMap<Integer, Integer>> taken = new HashMap<>();
    for (Candidate candidate : candidates.stream().sorted(SUREST_FIRST).toList()) {
      String kind = byCode ? candidate.code().id() : "";
      if (take(taken.computeIfAbsent(kind, k -> new TreeMap<>()), candidate)) {
        kept.add(candidate);
      }
    }
    kept.sort(
        Comparator.<Candidate>comparingInt(c -> c.run().first()).thenComparing(c -> c.code().id()));
    return kept;
  }

  /** Takes the candidate's words, if none of them is taken: what is taken never overlaps itself. */
  private static boolean take(NavigableMap<Integer, Integer> taken, Candidate candidate) {
    int first = candidate.run().first();
    int end = candidate.run().end();
    Map.Entry<Integer, Integer> before = taken.floorEntry(first);
    Integer after = taken.ceilingKey(first);
    if ((before != null && before.getValue() > first) || (after != null && after < end)) {
      return false;
    }
    taken.put(first, end);
    return true;
  }

  /**
   * What the cues of each code add up to. A cue counts once however often it matches, and words
   * that one cue has counted count for no other: evidence is only new where it is said anew.
   */
  private static Map<String, Double> weights(List<Candidate> candidates) {
    List<Candidate> counted = new ArrayList<>();
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Candidate candidate : candidates.stream().sorted(SUREST_FIRST).toList()) {
      boolean known =
          counted.stream()
              .anyMatch(
                  other ->
                      other.code().id().equals(candidate.code().id())
                          && (other.overlaps(candidate)
                              || other.suggestion().id().equals(candidate.suggestion().id())));
      if (!known) {
        counted.add(candidate);
        weights.merge(candidate.code().id(), candidate.suggestion().confidence(), Double::sum);
      }
    }
    return weights;
  }

  /** The code that weighs most, if it reaches the threshold; later codes win ties. */
  private static String heaviest(Codebook codebook, Map<String, Double> weights) {
    String best = "";
    double most = 0;
    for (Code code : codebook.codes()) {
      double weight = weights.getOrDefault(code.id(), 0.0);
      if (weight > 0 && weight >= most && weight >= codebook.threshold()) {
        best = code.id();
        most = weight;
      }
    }
    return best;
  }

  /** The last code of the file that reaches the threshold: a ladder is entered at its top. */
  private static String highest(Codebook codebook, Map<String, Double> weights) {
    return codebook.codes().reversed().stream()
        .map(Code::id)
        .filter(code -> weights.containsKey(code) && weights.get(code) >= codebook.threshold())
        .findFirst()
        .orElse("");
  }

  private static List<Candidate> marked(String code, List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.code().id().equals(code))
        .min(SUREST_FIRST)
        .map(List::of)
        .orElse(List.of());
  }
}
