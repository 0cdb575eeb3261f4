package org.throughline.transcript.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.transcript.Upload;
import org.throughline.transcript.reader.TranscriptImporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportJsonTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static JsonNode json(String file) {
    var upload = new Upload("Otto's session.txt", file.getBytes(StandardCharsets.UTF_8));
    var result = TranscriptImporter.read(upload, Map.of());
    return JSON.readTree(JSON.writeValueAsString(ImportJson.of(result)));
  }

  @Test
  void showsTurnsAndReport() {
    JsonNode json = json("T: Hello. [pause]\nC: Hi.\nX: Who?\n");
    assertThat(json.get("outcome").asString()).isEqualTo("needs_mapping");
    assertThat(json.get("turns").toString())
        .isEqualTo(
            """
            [{"label":"T","role":"therapist","text":"Hello.","startMs":null},\
            {"label":"C","role":"client","text":"Hi.","startMs":null},\
            {"label":"X","role":null,"text":"Who?","startMs":null}]""");
    JsonNode report = json.get("report");
    assertThat(report.get("dialect").asString()).isEqualTo("plain-labels");
    assertThat(report.get("conservation").get("holds").asBoolean()).isTrue();
    assertThat(report.get("dropped").get(0).get("text").asString()).isEqualTo("[pause]");
    assertThat(json("T: Hello.\nC: Hi.\n").get("outcome").asString()).isEqualTo("ok");
  }

  @Test
  void saysWhyAFileIsRefused() {
    JsonNode json = json("");
    assertThat(json.get("refused").asBoolean()).isTrue();
    assertThat(json.get("reason").asString()).isEqualTo("the file is empty");
  }

  @Test
  void printsNothingByItself() {
    var upload =
        new Upload("Otto.txt", "T: secret\nOtto: secret\n".getBytes(StandardCharsets.UTF_8));
    var result = TranscriptImporter.read(upload, Map.of());
    String shown = upload + " " + result + " " + ImportJson.of(result);
    assertThat(shown).doesNotContain("secret", "Otto");
  }
}
