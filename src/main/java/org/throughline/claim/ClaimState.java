package org.throughline.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.claim.ClaimEvent.ClientsWord;
import org.throughline.claim.ClaimEvent.Opened;
import org.throughline.claim.ClaimEvent.Reviewed;
import org.throughline.claim.ClaimEvent.Status;
import org.throughline.measure.Words;

/**
 * Where a claim stands.
 *
 * @param counterEvidenceOpened whether anybody has opened it
 * @param reviewed whether a person has reviewed what it says now
 * @param outdated whether it was reviewed when it said something else
 * @param skipReason why counter-evidence was not opened; "" where it was, or none has reviewed
 * @param clientsWords with the last status; empty where the client has said nothing
 */
public record ClaimState(
    String claim,
    String says,
    boolean counterEvidenceOpened,
    boolean reviewed,
    boolean outdated,
    String skipReason,
    Status status,
    Words clientsWords) {

  /**
   * From all events of a client, in order.
   *
   * @param says what the claim says now: the rung of its verdict
   */
  public static ClaimState of(String claim, String says, List<ClaimEvent> events) {
    boolean opened = false;
    Reviewed review = null;
    ClientsWord word = null;
    for (ClaimEvent event : events) {
      if (!event.claim().equals(claim)) {
        continue;
      }
      switch (event) {
        case Opened open -> opened = true;
        case Reviewed reviewed -> review = reviewed;
        case ClientsWord clients -> word = clients;
      }
    }
    return new ClaimState(
        claim,
        says,
        opened,
        review != null && review.said().equals(says),
        review != null && !review.said().equals(says),
        review == null ? "" : review.skipReason(),
        word == null ? Status.PROPOSED : word.status(),
        words(word));
  }

  private static Words words(@Nullable ClientsWord word) {
    return word == null ? Words.NONE : word.words();
  }

  /** Disputed claims never count as positive, in no aggregate. */
  public boolean mayCountAsPositive() {
    return status != Status.DISPUTED;
  }

  /**
   * Refuses a review that skipped the counter-evidence without a reason.
   *
   * @param earlier the client's events so far
   * @throws IllegalArgumentException with what to do
   */
  public static void check(Reviewed review, List<ClaimEvent> earlier) {
    boolean opened =
        earlier.stream()
            .anyMatch(
                event ->
                    event instanceof Opened
                        && event.claim().equals(review.claim())
                        && event.account().equals(review.account())
                        && !event.at().isAfter(review.at()));
    if (!opened && review.skipReason().isBlank()) {
      throw new IllegalArgumentException(
          "open what speaks against this claim before marking it as reviewed, or give the reason"
              + " for not doing so");
    }
  }

  @Override
  public String toString() {
    return "ClaimState[" + claim + ", reviewed=" + reviewed + ", " + status + "]";
  }
}
