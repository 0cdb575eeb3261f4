package org.throughline.desk.view;

import org.throughline.coding.Coding;
import org.throughline.record.LostCoding;

/**
 * A coding somebody made or decided about, whose words are gone from the text.
 *
 * @param quote the words it marked
 * @param standing as in {@link CodingView}
 */
public record LostView(
    String id, String code, int turn, String quote, String standing, String reason) {

  public static LostView of(LostCoding lost) {
    Coding coding = lost.coding().coding();
    return new LostView(
        lost.coding().id(),
        coding.code(),
        coding.turn(),
        coding.quote(),
        CodingView.word(lost.coding().standing()),
        lost.reason());
  }

  @Override
  public String toString() {
    return "LostView[" + id + " " + code + "]";
  }
}
