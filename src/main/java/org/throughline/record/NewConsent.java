package org.throughline.record;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client's answer to one question, as it is written down.
 *
 * @param decision yes or no; taking back an earlier yes is a no
 * @param from from when it holds
 * @param to until when, exclusive; null for no end
 * @param formHash SHA-256 of the form's text, hex; null where there was no written form
 * @param formLanguage IETF tag of the form's language
 * @param grantor who answered
 * @param witness who was present
 * @param evidence where the signed form or the recording is kept
 * @param channel how the answer came: "paper", "in_session", "portal", "phone"
 * @param jurisdictions laws that the answer falls under
 */
public record NewConsent(
    Answer decision,
    Instant from,
    @Nullable Instant to,
    @Nullable String formHash,
    @Nullable String formLanguage,
    Grantor grantor,
    @Nullable String witness,
    @Nullable String evidence,
    @Nullable String channel,
    Set<Jurisdiction> jurisdictions) {

  /** Yes or no. */
  public enum Answer {
    GRANTED,
    REFUSED
  }

  /** Who answered. */
  public enum Grantor {
    CLIENT,
    REPRESENTATIVE
  }

  /** Which law asks for the answer to be handled with special care. */
  public enum Jurisdiction {
    HIPAA_PSYCHOTHERAPY_NOTE,
    PART2,
    GDPR
  }

  public NewConsent {
    jurisdictions = Set.copyOf(jurisdictions);
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException("a consent ends after it begins");
    }
    if (formHash != null && !formHash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a form's hash is 64 lower-case hexadecimal digits");
    }
  }

  /** The client said yes, from now on and without an end. */
  public static NewConsent granted(Instant from) {
    return plain(Answer.GRANTED, from);
  }

  /** The client said no, or took an earlier yes back. */
  public static NewConsent refused(Instant from) {
    return plain(Answer.REFUSED, from);
  }

  private static NewConsent plain(Answer answer, Instant from) {
    return new NewConsent(
        answer, from, null, null, null, Grantor.CLIENT, null, null, null, Set.of());
  }

  /** Witness and evidence may name people. */
  @Override
  public String toString() {
    return "NewConsent[" + decision + " from=" + from + " to=" + to + "]";
  }
}
