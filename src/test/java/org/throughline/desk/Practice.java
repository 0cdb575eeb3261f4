package org.throughline.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.throughline.record.Actor;

/** A practice in an empty folder, with a small codebook: for tests that go through a door. */
public final class Practice {

  public static final Actor ME = new Actor("local", "clinician", "care");
  public static final Path CODEBOOKS = Path.of("src/test/resources/codebooks-small");

  /** Eight turns by two speakers; the client says "scared" once and "happy" once. */
  public static final String TRANSCRIPT =
      """
      T: How was the week?
      C: Long. I was scared on Monday, in the lift.
      T: In the lift.
      C: It stopped between two floors and I counted the tiles.
      T: And then?
      C: Then it went on. I was so happy I bought everybody a bun.
      T: A bun for everybody.
      C: Well, four buns.
      """;

  private static final Engine ENGINE = engine();

  private Practice() {}

  public static Desk open(Path data) throws IOException {
    return Desk.open(new DeskSettings(data, CODEBOOKS), ENGINE);
  }

  private static Engine engine() {
    try {
      return Engine.load(CODEBOOKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
