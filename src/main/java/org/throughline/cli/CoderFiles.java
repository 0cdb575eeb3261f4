package org.throughline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.Mark;
import org.throughline.agreement.Pieces;
import org.throughline.agreement.RatedItem;
import org.throughline.agreement.RatedItem.CodedMark;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What several coders made of the same items.
 *
 * @param raters the files' names
 * @param complete whether it is known which items nobody coded
 * @param clientsKnown whether items say whose they are; otherwise each stands for itself
 */
record CoderFiles(
    List<String> raters, List<RatedItem> items, boolean complete, boolean clientsKnown) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** One line: a coding if it has a code, else an item with its codings. */
  record Line(
      @Nullable String id,
      @Nullable String text,
      @Nullable String client,
      @Nullable List<Coding> codings,
      @Nullable String code,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable String quote) {
    @Override
    public String toString() {
      return "Line[]";
    }
  }

  /** A coding inside an item. */
  record Coding(
      @Nullable String code,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable Boolean contested) {}

  /** What is known of an item from any file. */
  private static final class Known {
    private @Nullable String text;
    private @Nullable String client;
    private final Map<Integer, List<CodedMark>> byRater = new HashMap<>();

    @Nullable List<CodedMark> marks(int rater, boolean listed) {
      return listed ? byRater.get(rater) : byRater.getOrDefault(rater, List.of());
    }
  }

  private static final class Reading {
    private final Map<String, Known> items = new LinkedHashMap<>();
    private final List<Boolean> listed = new ArrayList<>();
    private final String prefix;

    Reading(String prefix) {
      this.prefix = prefix;
    }

    /** Texts first, so that codings read later know the words around them. */
    void texts(Path file) throws IOException {
      each(
          file,
          (line, where) -> {
            if (line.text() != null && line.code() == null) {
              Known known = known(line, where);
              known.text = line.text();
              known.client = line.client() == null ? known.client : line.client();
            }
          });
    }

    void codings(Path file, int rater) throws IOException {
      boolean[] lists = {false};
      each(
          file,
          (line, where) -> {
            Known known = known(line, where);
            List<CodedMark> marks = known.byRater.computeIfAbsent(rater, key -> new ArrayList<>());
            if (line.code() != null) {
              add(
                  marks,
                  known,
                  new Coding(line.code(), line.start(), line.end(), false),
                  line.quote(),
                  where);
            } else {
              lists[0] = true;
              for (Coding coding : Objects.requireNonNullElse(line.codings(), List.<Coding>of())) {
                add(marks, known, coding, null, where);
              }
            }
          });
      listed.add(lists[0]);
    }

    private void add(
        List<CodedMark> marks, Known known, Coding coding, @Nullable String quote, String where) {
      String code = coding.code();
      Integer start = coding.start();
      Integer end = coding.end();
      if (code == null || start == null || end == null || start < 0 || end <= start) {
        throw new InputException(where + ": a coding has a code, start and end, end behind start");
      }
      String text = known.text;
      if (text != null && end > text.length()) {
        throw new InputException(
            where + ": the coding ends at " + end + ", its text at " + text.length());
      }
      if (code.startsWith(prefix)) {
        String words = text == null ? quote : text.substring(start, end);
        marks.add(
            new CodedMark(
                code,
                words == null
                    ? new Mark(start, end)
                    : new Mark(start, end, Pieces.wordStarts(words, start)),
                Boolean.TRUE.equals(coding.contested())));
      }
    }

    private Known known(Line line, String where) {
      String id = line.id();
      if (id == null) {
        throw new InputException(where + ": no id");
      }
      return items.computeIfAbsent(id, key -> new Known());
    }
  }

  @FunctionalInterface
  private interface EachLine {
    void line(Line line, String where);
  }

  /**
   * Reads the coders' files.
   *
   * @param items the texts, or null
   * @param prefix codes that do not begin so are left out
   */
  static CoderFiles read(List<Path> files, @Nullable Path items, String prefix) throws IOException {
    var reading = new Reading(prefix);
    if (items != null) {
      reading.texts(items);
    }
    for (Path file : files) {
      reading.texts(file);
    }
    for (int rater = 0; rater < files.size(); rater++) {
      reading.codings(files.get(rater), rater);
    }
    boolean complete = items != null || reading.listed.contains(true);
    boolean clients = reading.items.values().stream().allMatch(known -> known.client != null);
    List<RatedItem> rated = new ArrayList<>();
    reading.items.forEach(
        (id, known) -> {
          List<@Nullable List<CodedMark>> byRater = new ArrayList<>();
          for (int rater = 0; rater < files.size(); rater++) {
            byRater.add(known.marks(rater, reading.listed.get(rater)));
          }
          String client = clients ? Objects.requireNonNullElse(known.client, id) : id;
          rated.add(new RatedItem(id, client, known.text, byRater));
        });
    return new CoderFiles(names(files), rated, complete, clients);
  }

  private static List<String> names(List<Path> files) {
    return files.stream()
        .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.jsonl?$", ""))
        .toList();
  }

  private static void each(Path file, EachLine each) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line;
      for (int number = 1; (line = lines.readLine()) != null; number++) {
        if (!line.isBlank()) {
          String where = file + ":" + number;
          each.line(parse(line, where), where);
        }
      }
    }
  }

  private static Line parse(String line, String where) {
    try {
      return JSON.readValue(line, Line.class);
    } catch (JacksonException e) {
      // The parser's own message quotes the line.
      throw new InputException(
          where + ": neither a coding (id, code, start, end) nor an item (id, text, codings)");
    }
  }
}
