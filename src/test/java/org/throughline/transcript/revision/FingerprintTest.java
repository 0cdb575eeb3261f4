package org.throughline.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.transcript.revision.Resemblance.Kind.ANOTHER_VERSION;
import static org.throughline.transcript.revision.Resemblance.Kind.DIFFERENT;
import static org.throughline.transcript.revision.Resemblance.Kind.SAME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;
import org.throughline.transcript.Upload;
import org.throughline.transcript.reader.TranscriptImporter;
import org.throughline.transcript.report.ImportResult;

class FingerprintTest {

  private static Resemblance.Kind kind(Transcript a, Transcript b) {
    return Fingerprint.of(a).resemblance(Fingerprint.of(b)).kind();
  }

  private static Transcript sample(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("sample-transcripts", file));
    return switch (TranscriptImporter.read(new Upload(file, bytes), Map.of())) {
      case ImportResult.Imported r -> r.transcript();
      case ImportResult.NeedsMapping r -> r.transcript();
      case ImportResult.Refused r -> throw new AssertionError(r.reason());
    };
  }

  @Test
  void anotherFormatIsTheSameSession() throws IOException {
    Transcript session = sample("heron/2026-01-12.vtt");
    String typed =
        Marked.show(session, List.of()).replace("\n", " \n").toUpperCase(java.util.Locale.ROOT);
    assertThat(kind(session, Marked.of(typed).transcript())).isEqualTo(SAME);
  }

  @Test
  void aLongerExportIsAnotherVersion() throws IOException {
    Transcript session = sample("heron/2026-01-12.vtt");
    List<Turn> turns = session.turns();
    assertThat(kind(session, new Transcript(turns.subList(0, turns.size() * 3 / 4))))
        .isEqualTo(ANOTHER_VERSION);
  }

  @Test
  void otherSessionsOfTheSameClientAreDifferent() throws IOException {
    assertThat(kind(sample("heron/2026-01-12.vtt"), sample("heron/2026-01-19.vtt")))
        .isEqualTo(DIFFERENT);
    assertThat(kind(new Transcript(List.of()), new Transcript(List.of()))).isEqualTo(DIFFERENT);
  }
}
