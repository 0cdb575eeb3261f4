package org.throughline.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.QdaProject.Code;
import org.throughline.exchange.QdaProject.Coding;
import org.throughline.exchange.QdaProject.Selection;
import org.throughline.exchange.QdaProject.TextSource;
import org.throughline.exchange.QdaProject.Value;
import org.throughline.exchange.QdaProject.Variable;

/** Whole projects from a seed, with everything that makes offsets drift. */
final class RandomProjects {

  private static final String[] WORDS = {
    "stuck", "naïve", "I", "walked", "😀", "“well”", "über", "again.", "\n", "\n\n", "👩‍👧", "<&>",
    "日本", "x]]>y", "'it's'", "é", "\t"
  };

  private final Random random;
  private final long seed;
  private int made;

  RandomProjects(long seed) {
    this.random = new Random(seed);
    this.seed = seed;
  }

  QdaProject project() {
    List<QdaProject.User> users = List.of(user("Ann"), user("rule: fear <v1>"));
    List<QdaProject.Note> notes = List.of(note(), note());
    List<Code> codes = codes(0, notes);
    List<Variable> variables = new ArrayList<>();
    for (QdaProject.Type type : QdaProject.Type.values()) {
      variables.add(new Variable(guid(), "v & " + type, type));
    }
    List<TextSource> sources = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      sources.add(source(codes, users, notes, variables));
    }
    List<String> texts = sources.stream().map(TextSource::guid).toList();
    List<QdaProject.Case> cases =
        List.of(new QdaProject.Case(guid(), "client \"7\"", values(variables), texts));
    List<QdaProject.CodeSet> sets =
        random.nextBoolean()
            ? List.of()
            : List.of(
                new QdaProject.CodeSet(
                    guid(), "Speakers", "who", List.of(codes.getFirst().guid()), texts));
    return new QdaProject("study " + seed, users, codes, sets, variables, cases, sources, notes);
  }

  private String guid() {
    return Guids.of("test", seed + "/" + made++);
  }

  private QdaProject.User user(String name) {
    return new QdaProject.User(guid(), name);
  }

  private QdaProject.Note note() {
    return new QdaProject.Note(guid(), "memo", "first line\n  second & last <line>");
  }

  private List<Code> codes(int depth, List<QdaProject.Note> notes) {
    List<Code> codes = new ArrayList<>();
    for (int i = random.nextInt(3); i >= (depth == 0 ? 0 : 1); i--) {
      codes.add(
          new Code(
              guid(),
              "code <" + made + "> é😀",
              random.nextBoolean(),
              random.nextBoolean() ? "#12aB9f" : null,
              random.nextBoolean() ? "" : "use when\n- “so” & so",
              random.nextBoolean() ? List.of() : List.of(notes.getFirst().guid()),
              depth > 3 ? List.of() : codes(depth + 1, notes)));
    }
    return codes;
  }

  private TextSource source(
      List<Code> codes,
      List<QdaProject.User> users,
      List<QdaProject.Note> notes,
      List<Variable> variables) {
    StringBuilder text = new StringBuilder();
    List<Integer> edges = new ArrayList<>(List.of(0));
    for (int i = 5 + random.nextInt(60); i > 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextBoolean() ? " " : "");
      edges.add(text.length());
    }
    List<Selection> selections = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      int from = random.nextInt(edges.size() - 1);
      int to = from + 1 + random.nextInt(edges.size() - 1 - from);
      int start = edges.get(from);
      int end = edges.get(to);
      selections.add(
          new Selection(
              guid(),
              Names.of(text.substring(start, end)),
              start,
              end,
              random.nextBoolean() ? users.getFirst().guid() : null,
              time(),
              List.of(coding(codes, users), coding(codes, users)),
              random.nextBoolean() ? List.of() : List.of(notes.getLast().guid())));
    }
    return new TextSource(
        guid(),
        "session 1 <a>",
        text.toString(),
        selections,
        random.nextBoolean() ? List.of() : List.of(coding(codes, users)),
        random.nextBoolean() ? List.of() : List.of(notes.getFirst().guid()),
        values(variables));
  }

  private Coding coding(List<Code> codes, List<QdaProject.User> users) {
    return new Coding(
        guid(),
        codes.get(random.nextInt(codes.size())).guid(),
        users.getLast().guid(),
        time(),
        List.of());
  }

  private @Nullable Instant time() {
    return random.nextBoolean()
        ? null
        : Instant.ofEpochSecond(1_700_000_000L + random.nextInt(9999));
  }

  private static List<Value> values(List<Variable> variables) {
    return variables.stream()
        .map(
            variable ->
                new Value(
                    variable.guid(),
                    switch (variable.type()) {
                      case TEXT -> "in “care” & after";
                      case BOOLEAN -> "true";
                      case INTEGER -> "-3";
                      case FLOAT -> "2.50";
                      case DATE -> "2024-02-29";
                      case DATE_TIME -> "2024-02-29T10:00:00Z";
                    }))
        .toList();
  }
}
