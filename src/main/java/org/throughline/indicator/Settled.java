package org.throughline.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.transcript.Span;

/**
 * A coding after people have had their say.
 *
 * @param confirmed whether a person made, confirmed or changed it; otherwise it is a suggestion
 */
public record Settled(Coding coding, boolean confirmed) {

  private record Key(String code, int turn, Span span) {}

  /**
   * The codings that stand: rejected ones gone, what a learned model suggests gone unless a person
   * agrees, changed ones under their new code, and where two raters put the same code on
   * overlapping words one coding only, a person's before a machine's.
   */
  public static List<Settled> of(List<Coding> codings, List<Decision> decisions) {
    Map<Key, Decision> last = new HashMap<>();
    decisions.forEach(d -> last.put(new Key(d.code(), d.turn(), d.span()), d));
    List<Settled> settled = new ArrayList<>();
    for (Coding coding : codings) {
      var decision = last.get(new Key(coding.code(), coding.turn(), coding.span()));
      Settled one = settle(coding, decision);
      if (one != null) {
        settled.add(one);
      }
    }
    return distinct(settled);
  }

  private static @Nullable Settled settle(Coding coding, @Nullable Decision decision) {
    if (decision == null) {
      if (coding.rater() instanceof Rater.Model) {
        // What was learned speaks up where no cue does; it counts once a person agrees.
        return null;
      }
      return new Settled(coding, coding.rater() instanceof Rater.Human);
    }
    return switch (decision.kind()) {
      case CONFIRMED -> new Settled(coding, true);
      case REJECTED -> null;
      case CHANGED -> {
        String code = decision.changedTo();
        yield new Settled(code == null ? coding : recoded(coding, code), true);
      }
    };
  }

  private static Coding recoded(Coding coding, String code) {
    return new Coding(
        code,
        coding.turn(),
        coding.span(),
        coding.quote(),
        coding.attributes(),
        coding.evidence(),
        coding.confidence(),
        coding.rater());
  }

  private static List<Settled> distinct(List<Settled> settled) {
    List<Settled> kept = new ArrayList<>();
    Map<String, List<Span>> taken = new HashMap<>();
    settled.stream()
        .sorted(
            Comparator.comparing((Settled s) -> !s.confirmed)
                .thenComparingDouble(s -> -s.coding.confidence())
                .thenComparing(s -> s.coding.span())
                .thenComparing(s -> s.coding.code()))
        .forEach(
            s -> {
              var spans =
                  taken.computeIfAbsent(
                      s.coding.turn() + " " + rival(s.coding.code()), key -> new ArrayList<>());
              if (spans.stream().noneMatch(s.coding.span()::overlaps)) {
                spans.add(s.coding.span());
                kept.add(s);
              }
            });
    kept.sort(
        Comparator.comparingInt((Settled s) -> s.coding.turn())
            .thenComparing(s -> s.coding.span())
            .thenComparing(s -> s.coding.code()));
    return kept;
  }

  /** Codes of which a clause can have one only exclude each other; others only themselves. */
  private static String rival(String code) {
    return code.startsWith("agency.") || code.startsWith("talk.")
        ? code.substring(0, code.indexOf('.'))
        : code;
  }

  @Override
  public String toString() {
    return "Settled[" + coding + ", confirmed=" + confirmed + "]";
  }
}
