package org.throughline.desk.view;

import java.util.Locale;
import java.util.Map;
import org.throughline.coding.Coding;
import org.throughline.coding.CodingLine;
import org.throughline.coding.Rater;
import org.throughline.record.StoredCoding;

/**
 * A coding as it stands: with a person's change applied, and saying so.
 *
 * @param attributes how the words are meant, by name
 * @param rater "human:ACCOUNT", "machine:ENGINE CODEBOOK" or "model:CODE HASH"
 * @param standing "suggested", "confirmed", "rejected" or "changed"
 */
public record CodingView(
    String id,
    String code,
    int turn,
    int start,
    int end,
    String quote,
    String cue,
    String explanation,
    Map<String, String> attributes,
    double confidence,
    String rater,
    String standing) {

  /**
   * A coding after all decisions.
   *
   * @param turnText text of the coding's turn
   */
  public static CodingView of(StoredCoding stored, String turnText) {
    Coding made = stored.coding();
    Coding stands = stored.effective(turnText).orElse(made);
    return new CodingView(
        stored.id(),
        stands.code(),
        stands.turn(),
        stands.span().start(),
        stands.span().end(),
        stands.quote(),
        made.evidence().cue(),
        made.evidence().explanation(),
        CodingLine.attributes(made.attributes()),
        made.confidence(),
        raterOf(made.rater()),
        word(stored.standing()));
  }

  private static String raterOf(Rater rater) {
    return switch (rater) {
      case Rater.Human human -> "human:" + human.account();
      case Rater.Model model -> "model:" + model.code() + " " + model.hash();
      case Rater.Machine machine -> "machine:" + machine.engine() + " " + machine.codebook();
    };
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "CodingView[" + id + " " + code + "]";
  }
}
