package org.throughline.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of what was learned of a code, without the model itself.
 *
 * @param number of the version, from 1; the newest of a code is the one that counts
 * @param hash SHA-256 of the model, hex
 * @param learnedBy account
 * @param clients from whose sessions it was learned
 * @param switchedOn since when it suggests; null while it is off
 * @param ended when the model was destroyed; null while it is there
 * @param because why it was destroyed
 * @param card JSON, counts only; its shape is the learner's affair
 */
public record ModelVersion(
    String id,
    String code,
    int number,
    String hash,
    Instant learned,
    String learnedBy,
    int clients,
    @Nullable Instant switchedOn,
    @Nullable String switchedOnBy,
    @Nullable Instant ended,
    @Nullable String because,
    String card) {

  /** Whether it suggests codings. */
  public boolean isOn() {
    return switchedOn != null && ended == null;
  }
}
