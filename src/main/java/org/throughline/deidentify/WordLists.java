package org.throughline.deidentify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the lists beside this class: a line each, "#" begins a comment, "[section]" a section. */
final class WordLists {

  private WordLists() {}

  /** The words of a text block. */
  static Set<String> words(String block) {
    return Set.copyOf(new HashSet<>(List.of(block.strip().split("\\s+", -1))));
  }

  static Set<String> lines(String file) {
    Set<String> lines = new HashSet<>();
    each(file, lines::add);
    return lines;
  }

  /** First word of a line to the rest of it. */
  static Map<String, String> pairs(String file) {
    Map<String, String> pairs = new HashMap<>();
    each(
        file,
        line -> {
          int blank = line.indexOf(' ');
          pairs.put(line.substring(0, blank), line.substring(blank + 1));
        });
    return pairs;
  }

  /** Sections with the words in them, wherever the lines break. */
  static Map<String, Set<String>> sections(String file) {
    Map<String, Set<String>> sections = new LinkedHashMap<>();
    String[] name = {""};
    each(
        file,
        line -> {
          if (line.startsWith("[")) {
            name[0] = line.substring(1, line.length() - 1);
          } else {
            sections
                .computeIfAbsent(name[0], unused -> new HashSet<>())
                .addAll(List.of(line.split("\\s+", -1)));
          }
        });
    return sections;
  }

  static void each(String file, Consumer<String> use) {
    try (InputStream in = WordLists.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("the list " + file + " is not on the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String line;
      while ((line = reader.readLine()) != null) {
        String content = line.strip();
        if (!content.isEmpty() && !content.startsWith("#")) {
          use.accept(content);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
