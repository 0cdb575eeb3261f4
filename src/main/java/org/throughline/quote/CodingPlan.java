package org.throughline.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.throughline.coding.Attributes;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.transcript.Span;

/**
 * What coding a list of hits would add, worked out before anything is stored. The store applies all
 * of it or nothing, under one batch id, and undoing the batch takes back exactly these.
 *
 * @param batch id that each added coding carries
 * @param code the code's id
 * @param additions in the order of the hits
 * @param skipped stretches left out because this rater has put this code on them already
 */
public record CodingPlan(String batch, String code, List<Addition> additions, int skipped) {

  /** One coding for one session. */
  public record Addition(String session, Coding coding) {}

  public CodingPlan {
    additions = List.copyOf(additions);
  }

  /**
   * Every mark of every hit becomes a coding of its exact words; a hit without marks is coded
   * whole. The same hits give the same plan.
   *
   * @param explanation one sentence: why this person says so
   */
  public static CodingPlan of(
      String batch, String code, Rater.Human rater, String explanation, List<Hit> hits) {
    if (!code.matches("[a-z]+(\\.[a-z0-9_]+)+")) {
      throw new IllegalArgumentException("a code looks like emotion.fear");
    }
    List<Addition> additions = new ArrayList<>();
    Set<String> planned = new HashSet<>();
    int skipped = 0;
    for (Hit hit : hits) {
      List<Span> spans = hit.marks().isEmpty() ? List.of(hit.span()) : hit.marks();
      for (Span span : spans) {
        boolean again = !planned.add(hit.session() + "|" + hit.turn().index() + "|" + span);
        if (span.isEmpty() || again || coded(hit, span, code, rater)) {
          skipped++;
        } else {
          additions.add(new Addition(hit.session(), coding(hit, span, code, rater, explanation)));
        }
      }
    }
    return new CodingPlan(batch, code, additions, skipped);
  }

  private static boolean coded(Hit hit, Span span, String code, Rater.Human rater) {
    return hit.codings().stream()
        .map(IndexedCoding::coding)
        .anyMatch(
            coding ->
                coding.code().equals(code)
                    && coding.span().equals(span)
                    && coding.rater().equals(rater));
  }

  private static Coding coding(
      Hit hit, Span span, String code, Rater.Human rater, String explanation) {
    return new Coding(
        code,
        hit.turn().index(),
        span,
        span.of(hit.turn().text()),
        Attributes.PLAIN,
        new Evidence("search", List.of(span), explanation),
        1.0,
        rater);
  }
}
