package org.throughline.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranscriptTest {

  @Test
  void swappedRolesAreSetRight() {
    var transcript =
        new Transcript(
            List.of(
                new Turn(0, "A", Role.CLIENT, "Hello.", null, null),
                new Turn(1, "B", Role.THERAPIST, "Hi.", null, null),
                new Turn(2, null, Role.UNATTRIBUTED, "Hm.", null, null)));
    var right = transcript.withRoles(Map.of("A", Role.THERAPIST, "B", Role.CLIENT));
    assertThat(right.turns())
        .extracting(Turn::role)
        .containsExactly(Role.THERAPIST, Role.CLIENT, Role.UNATTRIBUTED);
    assertThat(right.clientTurns()).extracting(Turn::text).containsExactly("Hi.");
  }
}
