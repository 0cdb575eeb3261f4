package org.throughline.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.throughline.coding.Attributes;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.coding.TurnFacts;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/** Invented sessions for the store's tests. */
final class Samples {

  static final Actor CLINICIAN = new Actor("c1", "clinician", "care");
  static final Rater MACHINE = new Rater.Machine("0.1.0", "emotion 1.0.0", "0".repeat(64));

  private Samples() {}

  /** The client's turns as given, each with its first word coded, the therapist in between. */
  static CodedTranscript coded(String... clientTurns) {
    List<Turn> turns = new ArrayList<>();
    List<TurnFacts> facts = new ArrayList<>();
    List<Coding> codings = new ArrayList<>();
    for (String text : clientTurns) {
      int asked = turns.size();
      turns.add(new Turn(asked, "Dr. Rowan", Role.THERAPIST, "And then?", null, null));
      facts.add(new TurnFacts(asked, Role.THERAPIST, 2, 0, 0, 0));
      int told = turns.size();
      turns.add(new Turn(told, "Wren", Role.CLIENT, text, 1_000L * told, 1_000L * told + 900));
      facts.add(new TurnFacts(told, Role.CLIENT, text.split(" ").length, 1, 1, 0));
      codings.add(coding("emotion.fear", told, text, firstWord(text)));
    }
    return new CodedTranscript(new Transcript(turns), facts, codings);
  }

  static Coding coding(String code, int turn, String text, Span span) {
    return new Coding(
        code,
        turn,
        span,
        span.of(text),
        Attributes.PLAIN,
        new Evidence(code + "/test", List.of(span), "the word itself"),
        0.8,
        MACHINE);
  }

  static Span firstWord(String text) {
    int end = text.indexOf(' ');
    return new Span(0, end < 0 ? text.length() : end);
  }

  static NewSession session(String... clientTurns) {
    return new NewSession(
        LocalDate.of(2026, 3, 2),
        null,
        "plain",
        "wren-thornbury.txt",
        String.join("\n", clientTurns).getBytes(StandardCharsets.UTF_8),
        "{\"turns\":" + 2 * clientTurns.length + "}",
        coded(clientTurns));
  }

  static NewCheckIn checkIn(String prompt, String text) {
    Turn turn = new Turn(0, null, Role.CLIENT, text, null, null);
    return new NewCheckIn(
        LocalDate.of(2026, 3, 5),
        prompt,
        new CodedTranscript(
            new Transcript(List.of(turn)),
            List.of(new TurnFacts(0, Role.CLIENT, text.split(" ").length, 1, 0, 0)),
            List.of(coding("emotion.hope", 0, text, firstWord(text)))));
  }

  /** A client who has consented to treatment analysis. */
  static Client consenting(Store store) {
    Client client = store.clients().add(CLINICIAN, "Wren", List.of("the dread at night"), null);
    store
        .consents()
        .record(
            CLINICIAN,
            client.id(),
            Scope.TREATMENT_ANALYSIS,
            NewConsent.granted(Instant.parse("2026-01-01T00:00:00Z")));
    return client;
  }
}
