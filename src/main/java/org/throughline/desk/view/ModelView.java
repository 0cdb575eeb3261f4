package org.throughline.desk.view;

import org.jspecify.annotations.Nullable;
import org.throughline.learning.ModelCard;
import org.throughline.record.ModelVersion;

/**
 * A model of one code, as people must see it before they switch it on.
 *
 * @param version rises each time the code is learned
 * @param hash SHA-256 of the model; every coding it makes carries it
 * @param state "off", "on" or "gone"
 * @param learned when
 * @param switchedOn since when; null while it is off
 * @param because why it is gone; null while it is there
 * @param card its figures, all from clients it was not taught by
 * @param says the card in plain words
 */
public record ModelView(
    String code,
    int version,
    String hash,
    String state,
    String learned,
    String learnedBy,
    @Nullable String switchedOn,
    @Nullable String switchedOnBy,
    @Nullable String because,
    ModelCard card,
    String says) {

  public static ModelView of(ModelVersion model, ModelCard card) {
    var on = model.switchedOn();
    return new ModelView(
        model.code(),
        model.number(),
        model.hash(),
        model.ended() != null ? "gone" : model.isOn() ? "on" : "off",
        model.learned().toString(),
        model.learnedBy(),
        on == null ? null : on.toString(),
        model.switchedOnBy(),
        model.because(),
        card,
        says(card));
  }

  private static String says(ModelCard card) {
    return "Learned from %d sentences of %d clients that people judged (%d carry the code) and %d that nobody marked. On clients it was not taught by: %s of what it suggested was right (%s of what people judged carries the code anyway), it found %s of what carries the code, and it spoke up at %s of the sentences that nobody marked."
        .formatted(
            card.judged().n(),
            card.clients(),
            card.judged().k(),
            card.unmarked(),
            share(card.precision()),
            card.judged().k() + " of " + card.judged().n(),
            share(card.recall()),
            share(card.elsewhere()));
  }

  private static String share(org.throughline.learning.Measured share) {
    Double low = share.low();
    Double high = share.high();
    return low == null || high == null
        ? "0 of 0"
        : String.format(
            java.util.Locale.ROOT,
            "%d of %d (95 %% %.2f to %.2f)",
            share.k(),
            share.n(),
            low,
            high);
  }
}
