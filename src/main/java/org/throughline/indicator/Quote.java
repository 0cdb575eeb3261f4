package org.throughline.indicator;

import java.time.LocalDate;
import java.util.List;
import org.throughline.coding.Coding;

/**
 * A client's own words, with where they stand: what every figure opens to.
 *
 * @param start first UTF-16 unit within the turn's text
 * @param end one past the last
 * @param confirmed whether a person has said that the code fits
 */
public record Quote(
    String sessionId,
    int number,
    LocalDate date,
    int turn,
    int start,
    int end,
    String code,
    String text,
    double confidence,
    boolean confirmed) {

  /** All quotes of a session that count, in order. */
  public static List<Quote> of(SessionInput input) {
    return Indicators.counting(input, Settled.of(input.coded().codings(), input.decisions()))
        .stream()
        .map(settled -> of(input, settled))
        .toList();
  }

  private static Quote of(SessionInput input, Settled settled) {
    Coding coding = settled.coding();
    return new Quote(
        input.sessionId(),
        input.number(),
        input.date(),
        coding.turn(),
        coding.span().start(),
        coding.span().end(),
        coding.code(),
        coding.quote(),
        coding.confidence(),
        settled.confirmed());
  }

  /** As reports cite it: "session 4, turn 12, 8–31". */
  public String reference() {
    return "session " + number + ", turn " + turn + ", " + start + "–" + end;
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Quote[" + code + " " + reference() + "]";
  }
}
