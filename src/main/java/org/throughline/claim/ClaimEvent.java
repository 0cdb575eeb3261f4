package org.throughline.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.throughline.measure.Words;

/**
 * Something that happened to a claim. As JSON it carries its kind: {@code {"kind": "opened", …}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClaimEvent.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = ClaimEvent.Reviewed.class, name = "reviewed"),
  @JsonSubTypes.Type(value = ClaimEvent.ClientsWord.class, name = "clients_word"),
})
public sealed interface ClaimEvent {

  /** Unique within the client. */
  String id();

  Instant at();

  String account();

  /** Which claim: "agency.share/session". */
  String claim();

  /** Somebody opened the pane of counter-evidence. */
  record Opened(String id, Instant at, String account, String claim) implements ClaimEvent {}

  /**
   * Somebody marked the claim as reviewed.
   *
   * @param said what the claim said then: the rung of its verdict
   * @param skipReason why the counter-evidence was not opened; blank where it was
   */
  record Reviewed(
      String id, Instant at, String account, String claim, String said, String skipReason)
      implements ClaimEvent {

    @Override
    public String toString() {
      return "Reviewed[" + id + ", claim=" + claim + ", said=" + said + "]";
    }
  }

  /**
   * What the client says of it.
   *
   * @param said what the claim said then
   */
  record ClientsWord(
      String id, Instant at, String account, String claim, String said, Status status, Words words)
      implements ClaimEvent {}

  /** Where a claim stands with the client. */
  enum Status {
    /** Put to the client, or not yet. */
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("agreed")
    AGREED,
    @JsonProperty("disputed")
    DISPUTED
  }
}
