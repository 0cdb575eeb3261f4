package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on files of two coders, as people and programs see it. */
class AgreementCommandTest {

  private static final String ITEMS =
      """
      {"id": "1", "client": "a", "text": "I was scared of it."}
      {"id": "2", "client": "b", "text": "We slept."}
      {"id": "3", "client": "c", "text": "She froze."}
      """;
  private static final String ANN =
      """
      {"id": "1", "code": "emotion.fear", "start": 6, "end": 12, "quote": "scared"}
      {"id": "3", "code": "emotion.fear", "start": 4, "end": 9, "quote": "froze"}
      """;
  private static final String BO =
      """
      {"id": "1", "code": "emotion.fear", "start": 6, "end": 18, "quote": "scared of it"}
      """;

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  @Test
  void people_read_a_table() throws IOException {
    Ran ran = run(file("ann", ANN), file("bo", BO), "--items", file("items", ITEMS));
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            Agreement of ann, bo
            3 items; unit: item; intervals: 95 %, clients drawn again

            emotion.fear  3 of 6 (50.0 %) of judgements  alpha below .667: exploratory, kept out of trends
              Krippendorff's alpha            0.444  [no interval: fewer than 5 clients to draw from] n = 3 items, 3 clients
              Cohen's kappa                   0.400  [no interval: fewer than 5 clients to draw from] n = 3 items, 3 clients
              Gwet's AC1                      0.333  [no interval: fewer than 5 clients to draw from] n = 3 items, 3 clients
              PABAK                           0.333  [no interval: fewer than 5 clients to draw from] n = 3 items, 3 clients
              span F1 strict                  0.000  [no interval: fewer than 5 clients to draw from] n = 3 spans, 3 clients
              span F1 relaxed                 0.000  [no interval: fewer than 5 clients to draw from] n = 3 spans, 3 clients
              unitizing alpha                 -0.247  [no interval: fewer than 5 clients to draw from] n = 38 characters, 3 clients
            """);
  }

  @Test
  void without_the_texts_it_says_what_that_costs() throws IOException {
    Ran ran = run(file("ann", ANN), file("bo", BO));
    assertThat(ran.out())
        .contains("Items that nobody coded are not known")
        .contains("items drawn again, as they do not say whose they are")
        .doesNotContain("unitizing");
  }

  @Test
  void undefined_is_said_with_its_reason() throws IOException {
    String both = "{\"id\": \"1\", \"code\": \"emotion.joy\", \"start\": 0, \"end\": 1}\n";
    Ran ran = run(file("ann", both), file("bo", both));
    assertThat(ran.out()).contains("Cohen's kappa                   undefined because both raters");
  }

  @Test
  void programs_read_json() throws IOException {
    Ran ran = run(file("ann", ANN), file("bo", BO), "--items", file("items", ITEMS), "--json");
    JsonNode code = JsonMapper.shared().readTree(ran.out()).get("codes").get(0);
    assertThat(code.get("band").asString()).isEqualTo("exploratory");
    assertThat(code.get("agreement").get(1).get("value").asDouble()).isCloseTo(.4, within(1e-12));
  }

  @Test
  void coded_items_stand_for_texts_and_codings() throws IOException {
    String gold =
        """
        {"id": "1", "text": "I was scared of it.", "codings": [{"code": "emotion.fear", "start": 6, "end": 12}]}
        {"id": "2", "text": "We slept.", "codings": []}
        """;
    Ran ran = run(file("gold", gold), file("bo", BO));
    assertThat(ran.out()).contains("2 items").contains("Cohen's kappa                   1.000");
  }

  @Test
  void a_broken_line_is_named_and_not_quoted() throws IOException {
    Ran ran = run(file("ann", ANN + "{\"id\": \"secret words"), file("bo", BO));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("ann.jsonl:3").doesNotContain("secret");
  }

  @Test
  void a_coding_past_its_text_is_refused() throws IOException {
    String past = "{\"id\": \"2\", \"code\": \"emotion.joy\", \"start\": 0, \"end\": 99}\n";
    Ran ran = run(file("ann", past), file("bo", BO), "--items", file("items", ITEMS));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("ann.jsonl:1: the coding ends at 99, its text at 9");
  }

  private String file(String name, String lines) throws IOException {
    return Files.writeString(folder.resolve(name + ".jsonl"), lines).toString();
  }

  private static Ran run(String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "agreement";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Throughline.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Ran(code, out.toString(), err.toString());
  }
}
