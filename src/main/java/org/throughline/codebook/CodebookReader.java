package org.throughline.codebook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.throughline.transcript.Sha256;

/** Reads codebook files. All problems of a file are told at once. */
public final class CodebookReader {

  /** Texts are kept in a folder of this name. */
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

  private static final List<String> KEYS =
      List.of(
          "codebook",
          "version",
          "language",
          "description",
          "unit",
          "threshold",
          "lists",
          "where",
          "unless",
          "codes");

  private static final List<String> CODE_KEYS =
      List.of(
          "id",
          "label",
          "brief",
          "definition",
          "use_when",
          "do_not_use_when",
          "boundary_cases",
          "opposes",
          "provenance",
          "culture",
          "cues",
          "applies",
          "near_misses");

  /** What is wrong with a file in another encoding, and what to do. */
  public static final String NOT_UTF_8 = "is not UTF-8: save it with the encoding UTF-8";

  private CodebookReader() {}

  /** A codebook, or what keeps the file from being one. */
  public sealed interface Result {
    record Read(Codebook codebook) implements Result {}

    record Broken(List<Problem> problems) implements Result {}
  }

  /** Reads one file's text. */
  public static Result read(String file, String text) {
    List<Problem> problems = new ArrayList<>();
    Yaml root = Yaml.parse(file, text, problems);
    if (root.isMissing()) {
      if (problems.isEmpty()) {
        problems.add(new Problem(file, 0, "is empty"));
      }
      return new Result.Broken(problems);
    }
    root.onlyKeys(KEYS);
    Map<String, List<String>> lists = new HashMap<>();
    root.get("lists")
        .entries()
        .forEach(
            (name, words) ->
                lists.put(
                    name, words.texts().stream().map(w -> w.toLowerCase(Locale.ROOT)).toList()));
    String id = root.required("codebook");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      root.get("codebook")
          .problem(
              "a codebook's id is made of lower-case letters, digits and hyphens, a letter first");
    }
    List<Code> codes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    CueReader cueReader = new CueReader(lists, root);
    for (Yaml code : root.get("codes").items()) {
      Code read = code(code, cueReader);
      if (!read.id().startsWith(id + ".")) {
        code.problem("the code's id begins with \"" + id + ".\"");
      }
      if (!ids.add(read.id())) {
        code.problem("the id " + read.id() + " is used twice");
      }
      codes.add(read);
    }
    if (codes.isEmpty()) {
      root.problem("a codebook needs \"codes\"");
    }
    Codebook codebook =
        new Codebook(
            id,
            root.required("version"),
            root.required("language"),
            root.get("description").text(),
            hash(text),
            unit(root.get("unit")),
            root.get("threshold").number(0),
            codes);
    problems.sort(Comparator.comparingInt(Problem::line));
    return problems.isEmpty() ? new Result.Read(codebook) : new Result.Broken(problems);
  }

  /**
   * Reads every {@code *.yaml} of a folder, in the order of their names.
   *
   * @throws IOException if the folder or a file cannot be read
   * @throws BrokenCodebook if one of them has problems: all of all files
   */
  public static List<Codebook> readAll(Path folder) throws IOException {
    return readAll(folder, (codebook, text) -> {});
  }

  /**
   * Reads every {@code *.yaml} of a folder, and shows each codebook with the text it was read from:
   * the file may be another a moment later.
   *
   * @throws IOException if the folder or a file cannot be read
   * @throws BrokenCodebook if one of them has problems: all of all files
   */
  public static List<Codebook> readAll(Path folder, BiConsumer<Codebook, String> each)
      throws IOException {
    List<Codebook> codebooks = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = Objects.requireNonNull(file.getFileName()).toString();
      String text;
      try {
        text = Files.readString(file, StandardCharsets.UTF_8);
      } catch (CharacterCodingException e) {
        problems.add(new Problem(name, 0, NOT_UTF_8));
        continue;
      }
      switch (read(name, text)) {
        case Result.Read read -> {
          codebooks.add(read.codebook());
          each.accept(read.codebook(), text);
        }
        case Result.Broken broken -> problems.addAll(broken.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new BrokenCodebook(problems);
    }
    return codebooks;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Codebook.Unit unit(Yaml at) {
    return switch (at.text()) {
      case "", "segment" -> Codebook.Unit.SEGMENT;
      case "overlapping" -> Codebook.Unit.OVERLAPPING;
      case "turn" -> Codebook.Unit.TURN;
      case "stage" -> Codebook.Unit.STAGE;
      default -> {
        at.problem("\"unit\" is segment, overlapping, turn or stage");
        yield Codebook.Unit.SEGMENT;
      }
    };
  }

  private static Code code(Yaml at, CueReader cueReader) {
    at.onlyKeys(CODE_KEYS);
    List<Suggestion> cues = new ArrayList<>();
    Set<String> cueIds = new HashSet<>();
    int number = 0;
    for (Yaml cue : at.get("cues").items()) {
      Suggestion read = cueReader.read(cue, ++number);
      if (read != null && !cueIds.add(read.id())) {
        cue.problem("the cue id \"" + read.id() + "\" is used twice in this code");
      } else if (read != null) {
        cues.add(read);
      }
    }
    List<Example> examples = new ArrayList<>();
    at.get("applies").items().forEach(item -> examples.add(ExampleReader.read(item, true)));
    at.get("near_misses").items().forEach(item -> examples.add(ExampleReader.read(item, false)));
    return new Code(
        at.required("id"),
        at.required("label"),
        at.get("brief").text(),
        at.required("definition"),
        at.get("use_when").texts(),
        at.get("do_not_use_when").texts(),
        at.get("boundary_cases").texts(),
        at.get("opposes").texts(),
        at.get("provenance").text(),
        at.get("culture").text(),
        cues,
        examples,
        at.line());
  }

  /** The hash that codings name a text by: SHA-256 of its UTF-8, in hexadecimal. */
  public static String hash(String text) {
    return Sha256.hex(text);
  }
}
