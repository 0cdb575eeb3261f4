package org.throughline.indicator;

import java.time.LocalDate;
import java.util.List;
import org.throughline.coding.Coding;
import org.throughline.transcript.Span;

/**
 * A client's own words, with where they stand: what every figure opens to.
 *
 * @param start first UTF-16 unit within the turn's text
 * @param end one past the last
 * @param turnText the whole turn, so that the words can be shown where they stand
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
    String turnText,
    double confidence,
    boolean confirmed) {

  private static final int CONTEXT = 160;

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
        input.coded().transcript().turns().get(coding.turn()).text(),
        coding.confidence(),
        settled.confirmed());
  }

  /** The same words, standing in a turn. */
  public Quote in(String turn) {
    return new Quote(
        sessionId, number, date, this.turn, start, end, code, text, turn, confidence, confirmed);
  }

  /**
   * The sentence, or sentences, that the words stand in, at most {@value #CONTEXT} units to either
   * side.
   */
  public Span context() {
    int from = start;
    while (from > 0 && start - from < CONTEXT && !endsSentence(from)) {
      from--;
    }
    int to = end;
    while (to < turnText.length() && to - end < CONTEXT && !endsSentence(to)) {
      to++;
    }
    return new Span(from, to);
  }

  /** Whether a sentence ends just before this place. */
  private boolean endsSentence(int at) {
    return at > 0 && ".?!".indexOf(turnText.charAt(at - 1)) >= 0;
  }

  /** The words where they stand, marked: "So I was [scared] of it." */
  public String inContext() {
    Span around = context();
    String before = turnText.substring(around.start(), start).stripLeading();
    String after = turnText.substring(end, around.end()).stripTrailing();
    return before + "[" + text + "]" + after;
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
