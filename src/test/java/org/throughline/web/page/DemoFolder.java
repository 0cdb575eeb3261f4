package org.throughline.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.DeskSettings;
import org.throughline.desk.Engine;
import org.throughline.desk.Samples;
import org.throughline.record.Actor;
import org.throughline.record.StoreSettings;

/**
 * The demo's three clients, entered once for all tests of a run; each test class gets a copy of the
 * folder, so that none sees what another did.
 */
final class DemoFolder {

  static final Path CODEBOOKS = Path.of("codebooks");

  private static final Path TEMPLATE = Path.of("target", "page-demo");

  private static @Nullable Engine engine;

  private DemoFolder() {}

  /** A desk on a fresh copy of the demo, with codebooks of its own that a test may change. */
  static synchronized Desk open(Path folder) throws Exception {
    Engine shared = engine;
    if (shared == null) {
      delete(TEMPLATE);
      shared = Engine.load(CODEBOOKS);
      fill(shared);
      engine = shared;
    }
    copy(TEMPLATE, folder);
    copy(CODEBOOKS, folder.resolve("codebooks"));
    Path codebooks = folder.resolve("codebooks");
    return Desk.open(
        new DeskSettings(folder.resolve("practice"), codebooks), shared.with(codebooks));
  }

  private static void fill(Engine engine) throws Exception {
    try (Desk desk = Desk.open(new DeskSettings(TEMPLATE.resolve("practice"), CODEBOOKS), engine)) {
      Samples.read(Path.of("sample-transcripts"))
          .enter(desk, new Actor("local", "clinician", "care"), (what, done, of) -> {});
      desk.settle();
      People.enter(StoreSettings.in(TEMPLATE.resolve("practice")), desk);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path there = to.resolve(from.relativize(path).toString());
        if (!Files.isDirectory(there)) {
          Files.copy(path, there);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
