package org.throughline.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.CodebookReader;
import org.throughline.record.StoreException;

/**
 * The codebooks' texts on disk: the files in use, and beside the record every text that ever coded
 * anything, under its hash, so that old codings can be explained and made again.
 */
final class CodebookFiles {

  private final Path folder;
  private final Path archive;

  /**
   * @param folder where the codebooks in use are edited
   * @param archive where their texts are kept; made when the first is
   */
  CodebookFiles(Path folder, Path archive) {
    this.folder = folder;
    this.archive = archive;
  }

  /** The codebook files that lie in the folder now, by name. */
  List<Path> inUse() {
    return yaml(folder);
  }

  /**
   * The file that holds this codebook; its name need not be the id. What cannot be read on the way
   * there is no concern of this codebook's.
   */
  Path file(Codebook codebook) {
    Path usual = folder.resolve(codebook.id() + ".yaml");
    if (Files.exists(usual)) {
      return usual;
    }
    return inUse().stream().filter(file -> holds(file, codebook.id())).findFirst().orElse(usual);
  }

  private static boolean holds(Path file, String id) {
    try {
      return CodebookReader.read("", Files.readString(file, StandardCharsets.UTF_8))
              instanceof CodebookReader.Result.Read read
          && read.codebook().id().equals(id);
    } catch (IOException e) {
      return false;
    }
  }

  /** The kept text of this codebook. */
  Path kept(Codebook codebook) {
    return archived(codebook.id(), codebook.hash());
  }

  /** Keeps a text under its hash, and puts it into the folder of those in use. */
  void replace(Codebook running, Codebook changed, String text) throws IOException {
    keep(changed, text);
    write(file(running), text);
  }

  /** Keeps a text under its hash. */
  void keep(Codebook codebook, String text) throws IOException {
    write(kept(codebook), text);
  }

  /** The kept texts of one codebook. */
  List<Path> kept(String id) {
    return yaml(archive.resolve(id));
  }

  private Path archived(String id, String hash) {
    return archive.resolve(id).resolve(hash + ".yaml");
  }

  static String text(Path file) {
    if (!Files.exists(file)) {
      throw new StoreException.NotFound("codebook");
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> yaml(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file so that a reader finds the old text or the new one, never half of it. */
  private static void write(Path file, String text) throws IOException {
    if (Files.exists(file) && Files.readString(file, StandardCharsets.UTF_8).equals(text)) {
      return;
    }
    Path within = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(within);
    Path shadow = Files.createTempFile(within, "saving", ".new");
    try {
      Files.write(
          shadow,
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.SYNC);
      Files.move(shadow, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(shadow);
    }
  }
}
