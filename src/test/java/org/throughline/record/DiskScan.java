package org.throughline.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Looks for words in the raw bytes of a folder, in the encodings they could lie there in. */
public final class DiskScan {

  private DiskScan() {}

  /** Each word found, with the file it was found in. */
  public static List<String> found(Path folder, Collection<String> words) {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String narrow = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String word : words) {
          String utf8 =
              new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
          String utf16 =
              new String(word.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
          if (narrow.contains(utf8) || narrow.contains(utf16)) {
            found.add(word + " in " + file.getFileName());
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
