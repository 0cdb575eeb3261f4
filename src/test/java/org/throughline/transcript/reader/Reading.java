package org.throughline.transcript.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;
import org.throughline.transcript.Upload;
import org.throughline.transcript.report.ImportReport;
import org.throughline.transcript.report.ImportResult;

/** Reads text in and shows turns as text, so that a test can be read aloud. */
final class Reading {

  private Reading() {}

  static ImportResult of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static ImportResult of(byte[] bytes) {
    return TranscriptImporter.read(new Upload("upload", bytes), Map.of());
  }

  static ImportResult of(String text, Map<String, Role> known) {
    return TranscriptImporter.read(
        new Upload("upload", text.getBytes(StandardCharsets.UTF_8)), known);
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line a turn: {@code label (role) @start: text}. */
  static String turns(ImportResult result) {
    return transcript(result).turns().stream().map(Reading::show).collect(Collectors.joining("\n"));
  }

  private static String show(Turn turn) {
    Role role = turn.role();
    return (turn.label() == null ? "-" : turn.label())
        + (role == null ? "" : " (" + role.id() + ")")
        + (turn.startMs() == null ? "" : " @" + turn.startMs())
        + ": "
        + turn.text().replace("\n", "⏎");
  }

  static Transcript transcript(ImportResult result) {
    return switch (result) {
      case ImportResult.Imported r -> r.transcript();
      case ImportResult.NeedsMapping r -> r.transcript();
      case ImportResult.Refused r -> throw new AssertionError("refused: " + r.reason());
    };
  }

  static ImportReport report(ImportResult result) {
    ImportReport report =
        switch (result) {
          case ImportResult.Imported r -> r.report();
          case ImportResult.NeedsMapping r -> r.report();
          case ImportResult.Refused r -> r.report();
        };
    if (report == null) {
      throw new AssertionError("no report");
    }
    return report;
  }

  /** What was dropped, one line each: {@code reason: text}. */
  static String dropped(ImportResult result) {
    return report(result).dropped().stream()
        .map(d -> d.reason() + ": " + d.text().replace("\n", "⏎"))
        .collect(Collectors.joining("\n"));
  }
}
