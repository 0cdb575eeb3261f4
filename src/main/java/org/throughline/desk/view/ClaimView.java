package org.throughline.desk.view;

import org.throughline.claim.ClaimState;
import org.throughline.measure.Words;

/**
 * Where a finding stands with those who reviewed it and with the client.
 *
 * @param claim its name: "agency.share/session", "problem/…"
 * @param label what it is about, for people
 * @param says what it says now, in two or three words
 * @param counterEvidenceOpened whether anybody has opened what speaks against it
 * @param reviewed whether a person has reviewed what it says now
 * @param outdated whether it was reviewed when it said something else
 * @param skipReason why the counter-evidence was not opened; "" where it was
 * @param status "proposed", "agreed" or "disputed"
 * @param countsAsPositive false where the client disputes it: no sum may count it then
 */
public record ClaimView(
    String claim,
    Words label,
    String says,
    boolean counterEvidenceOpened,
    boolean reviewed,
    boolean outdated,
    Words skipReason,
    String status,
    Words clientsWords,
    boolean countsAsPositive) {

  public static ClaimView of(ClaimState state, String label) {
    return new ClaimView(
        state.claim(),
        new Words(label),
        state.says(),
        state.counterEvidenceOpened(),
        state.reviewed(),
        state.outdated(),
        new Words(state.skipReason()),
        state.status().name().toLowerCase(java.util.Locale.ROOT),
        state.clientsWords(),
        state.mayCountAsPositive());
  }

  /** A problem's label is in the client's words. */
  @Override
  public String toString() {
    return "ClaimView[" + claim + ", " + says + "]";
  }
}
