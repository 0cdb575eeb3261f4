package org.throughline.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.throughline.transcript.Sha256;

/**
 * The kept codebook texts, {@code ID/SHA-256.yaml}, as one stream: without them a restored coding
 * could not be explained any more. A text's name is its hash, so each can be checked alone.
 */
final class CodebookTexts {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+/[0-9a-f]{64}\\.yaml");

  private CodebookTexts() {}

  /**
   * The texts of a folder; none if there is no such folder. What lies there besides is left out.
   */
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> NAME.matcher(name(folder, file)).matches())
          .sorted()
          .toList();
    }
  }

  /** Writes the texts; one that is not what it is named after explains nothing and is left out. */
  static void write(Path folder, List<Path> texts, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Path file : texts) {
      byte[] text = Files.readAllBytes(file);
      if (isNamed(name(folder, file), text)) {
        zip.putNextEntry(new ZipEntry(name(folder, file)));
        zip.write(text);
        zip.closeEntry();
      }
    }
    zip.finish();
  }

  /**
   * Puts the texts into a folder.
   *
   * @param made gets the path of each file that was not there before it is written
   * @throws StoreException.Damaged if a text is not the one it is named after
   */
  static void read(InputStream in, Path folder, List<Path> made) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      byte[] text = zip.readAllBytes();
      String name = entry.getName();
      if (!NAME.matcher(name).matches() || !isNamed(name, text)) {
        throw new StoreException.Damaged("the backup's codebooks are not what they are named");
      }
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        Durable.folder(folder);
        Durable.folder(Objects.requireNonNull(file.getParent()));
        made.add(file);
        Durable.replace(file, text);
      }
    }
  }

  private static boolean isNamed(String name, byte[] text) {
    return name.endsWith("/" + Sha256.hex(text) + ".yaml");
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
