package org.throughline.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.CodedText;
import org.throughline.exchange.CodedText.Mark;
import org.throughline.transcript.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lines of files to and from projects. */
final class ExchangeLines {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final TypeReference<TreeMap<String, Object>> OBJECT = new TypeReference<>() {};

  /** What the project itself holds of a coding. */
  private static final List<String> HELD = List.of("id", "code", "start", "end", "quote");

  private record Text(@Nullable String id, @Nullable String text, @Nullable String client) {
    @Override
    public String toString() {
      return "Text[]";
    }
  }

  @FunctionalInterface
  private interface EachLine {
    void line(String line, String where);
  }

  private ExchangeLines() {}

  /** One JSON object a line. */
  static void write(Path file, List<?> records) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Object record : records) {
        out.write(JSON.writeValueAsString(record));
        out.write('\n');
      }
    }
  }

  /** Texts with the codings of all coders; a coder is called as the file. */
  static List<CodedText> texts(Path items, List<Path> coders) throws IOException {
    Map<String, Text> texts = new LinkedHashMap<>();
    Map<String, List<Mark>> marks = new TreeMap<>();
    each(
        items,
        (line, where) -> {
          Text text = read(line, where, Text.class);
          if (text.id() == null || text.text() == null) {
            throw new InputException(where + ": an item has an id and a text");
          }
          texts.put(text.id(), text);
        });
    for (Path coder : coders) {
      String rater = String.valueOf(coder.getFileName()).replaceFirst("\\.jsonl?$", "");
      each(coder, (line, where) -> add(marks, texts, rater, line, where));
    }
    List<CodedText> coded = new ArrayList<>();
    texts.forEach(
        (id, text) ->
            coded.add(
                new CodedText(
                    id,
                    Objects.requireNonNullElse(text.client(), id),
                    List.of(new CodedText.Part(null, String.valueOf(text.text()))),
                    Map.of(),
                    marks.getOrDefault(id, List.of()))));
    return coded;
  }

  private static void add(
      Map<String, List<Mark>> marks,
      Map<String, Text> texts,
      String rater,
      String line,
      String where) {
    Map<String, Object> coding = read(line, where, OBJECT);
    if (!(coding.get("id") instanceof String id)
        || !(coding.get("code") instanceof String code)
        || !(coding.get("start") instanceof Integer start)
        || !(coding.get("end") instanceof Integer end)) {
      throw new InputException(where + ": a coding has id, code, start and end");
    }
    Text text = texts.get(id);
    if (text == null) {
      throw new InputException(where + ": its item is not among the texts");
    }
    String words = String.valueOf(text.text());
    if (start < 0 || end <= start || end > words.length()) {
      throw new InputException(
          where + ": " + start + " to " + end + " is not within its text of " + words.length());
    }
    Object quote = coding.get("quote");
    if (quote != null && !quote.equals(words.substring(start, end))) {
      throw new InputException(where + ": the quote is not what the text says there");
    }
    HELD.forEach(coding::remove);
    List<Mark> own = marks.computeIfAbsent(id, absent -> new ArrayList<>());
    own.add(
        new Mark(
            id + "/" + rater + "/" + own.size(),
            code,
            0,
            new Span(start, end),
            rater,
            null,
            null,
            coding));
  }

  private static void each(Path file, EachLine each) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line;
      for (int number = 1; (line = lines.readLine()) != null; number++) {
        if (!line.isBlank()) {
          each.line(line, file + ":" + number);
        }
      }
    }
  }

  private static Text read(String line, String where, Class<Text> type) {
    try {
      return JSON.readValue(line, type);
    } catch (JacksonException e) {
      // The parser's own message quotes the line.
      throw new InputException(where + ": not an item; write {\"id\": …, \"text\": …}");
    }
  }

  private static Map<String, Object> read(
      String line, String where, TypeReference<? extends Map<String, Object>> type) {
    try {
      return JSON.readValue(line, type);
    } catch (JacksonException e) {
      throw new InputException(where + ": not a coding; write it as 'code' does");
    }
  }
}
