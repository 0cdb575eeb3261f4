package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Out as a project and back as lines. */
class ExchangeTest {

  private static final String ITEMS =
      """
      {"id": "s1", "client": "maple", "text": "😀 I was scared.\\r\\nThen I chose to go."}
      {"id": "s2", "client": "birch", "text": "We slept."}
      """;
  private static final String CODINGS =
      """
      {"id": "s1", "code": "emotion.fear", "start": 9, "end": 15, "quote": "scared", "cue": "emotion.fear/adjectives", "attributes": {"polarity": "affirmed"}}
      {"id": "s1", "code": "theme.leaving", "start": 23, "end": 30}
      """;

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  @Test
  void texts_and_codings_come_back_as_they_went() throws IOException {
    Path project = folder.resolve("study.qdpx");
    Ran out =
        run(
            "export",
            file("ann", CODINGS),
            "--items",
            file("items", ITEMS),
            "--output",
            project.toString());
    assertThat(out.code()).as(out.err()).isZero();
    assertThat(out.out())
        .contains("2 texts in")
        .contains("Not carried over: 1 carriage returns (blanks stand there; offsets are kept)")
        .contains("1 attributes, cues and decisions of codings");
    Path back = folder.resolve("back");
    Ran in = run("import", project.toString(), "--output", back.toString());
    assertThat(in.code()).as(in.err()).isZero();
    assertThat(in.out())
        .contains("2 texts, 2 codings")
        .contains("Positions read as code points, end exclusive; 2 of 2 quotes agree");
    assertThat(Files.readString(back.resolve("codings-ann.jsonl")))
        .isEqualTo(
            """
            {"id":"s1","code":"emotion.fear","start":9,"end":15,"quote":"scared","rater":"ann"}
            {"id":"s1","code":"theme.leaving","start":23,"end":30,"quote":"I chose","rater":"ann"}
            """);
    assertThat(Files.readString(back.resolve("items.jsonl")))
        .contains("\"id\":\"s1\",\"client\":\"maple\"")
        .contains("\"id\":\"s2\",\"client\":\"birch\",\"text\":\"We slept.\"");
  }

  @Test
  void codebooks_become_a_code_book_with_a_side_file() throws IOException {
    Path book = folder.resolve("book.qdc");
    Ran out = run("codebook", "--output", book.toString());
    assertThat(out.code()).as(out.err()).isZero();
    assertThat(Files.readString(book))
        .contains("urn:QDA-XML:codebook:1.0")
        .contains("Near misses:");
    assertThat(Files.readString(folder.resolve("book.qdc.throughline.json")))
        .contains("\"id\":\"emotion.fear\"");
    Ran in = run("import", book.toString());
    assertThat(in.code()).as(in.err()).isZero();
  }

  @Test
  void a_quote_that_is_not_there_is_refused_before_anything_is_written() throws IOException {
    String wrong =
        "{\"id\": \"s2\", \"code\": \"a.b\", \"start\": 0, \"end\": 2, \"quote\": \"He\"}\n";
    Path project = folder.resolve("study.qdpx");
    Ran out =
        run(
            "export",
            file("ann", wrong),
            "--items",
            file("items", ITEMS),
            "--output",
            project.toString());
    assertThat(out.code()).isEqualTo(2);
    assertThat(out.err()).contains("ann.jsonl:1: the quote is not what the text says there");
    assertThat(project).doesNotExist();
  }

  @Test
  void what_is_no_project_is_refused() throws IOException {
    Ran in = run("import", file("x", "PK-not-really"));
    assertThat(in.code()).isEqualTo(2);
    assertThat(in.err()).contains("XML is damaged").doesNotContain("not-really");
  }

  private String file(String name, String lines) throws IOException {
    return Files.writeString(folder.resolve(name + ".jsonl"), lines).toString();
  }

  private static Ran run(String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "exchange";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Throughline.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Ran(code, out.toString(), err.toString());
  }
}
