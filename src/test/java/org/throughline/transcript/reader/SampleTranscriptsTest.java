package org.throughline.transcript.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.transcript.Turn;

/** Every file of sample-transcripts reads into a conversation of two. */
class SampleTranscriptsTest {

  static List<Path> sessions() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("sample-transcripts"), 2)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d{4}-.*"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void readsAsAConversation(Path file) {
    var result = Reading.of(Reading.bytes(file));
    List<Turn> turns = Reading.transcript(result).turns();
    Set<String> labels =
        turns.stream().map(turn -> String.valueOf(turn.label())).collect(Collectors.toSet());
    assertThat(turns).hasSizeBetween(50, 160);
    assertThat(labels).hasSize(2);
    assertThat(turns).noneMatch(turn -> turn.text().isBlank() || turn.text().contains("otter.ai"));
    assertThat(Reading.report(result).conservation().holds()).isTrue();
    assertThat(Reading.report(result).droppedByReason()).doesNotContainKey("not recognised");
  }
}
