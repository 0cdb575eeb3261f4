package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.desk.BadFiles;
import org.throughline.web.Api.Answer;

/** One test for each limit on what comes in: it is refused, says why, repeats nothing of it. */
class InputLimitsIT {

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private Api api;
  private String client;

  @BeforeEach
  void open() throws Exception {
    api = practice.clinician();
    client = api.post("/clients", "{\"pseudonym\":\"Otter\"}").text("id");
    api.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"granted\"}");
  }

  @AfterEach
  void nothingWasKept() throws Exception {
    assertThat(api.get("/clients/" + client + "/sessions").json().get("items").size()).isZero();
  }

  private void refused(byte[] file, String why) throws Exception {
    Answer answer = api.upload(client, file, Map.of("date", "2026-01-12"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("detail")).startsWith("Nothing was kept: ").contains(why);
    assertThat(answer.whole().body()).doesNotContain("canary");
  }

  private void refused(String file, String why) throws Exception {
    refused(file.getBytes(StandardCharsets.UTF_8), why);
  }

  private static byte[] zip(int entries, String name, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry(i == 0 ? name : "word/part" + i + ".xml"));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void size() throws Exception {
    assertThat(api.upload(client, BadFiles.huge(), Map.of("date", "2026-01-12")).status())
        .isEqualTo(413);
  }

  @Test
  void archives() throws Exception {
    String document = "word/document.xml";
    refused(zip(1, document, "<a>" + " ".repeat(40 << 20) + "</a>"), "unpacks to far more");
    refused(zip(501, document, "<a/>"), "too many entries");
    refused(zip(1, "../canary.txt", "x"), "path outside");
  }

  @Test
  void xml() throws Exception {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"canary\"><!ENTITY c \"&b;&b;\">]>"
            + "<ANNOTATION_DOCUMENT>&c;</ANNOTATION_DOCUMENT>";
    refused(bomb, "document type");
    refused(zip(1, "word/document.xml", bomb), "document type");
    refused("<?xml version=\"1.0\"?>" + "<a>".repeat(100_000), "nested too deeply");
  }

  @Test
  void captionsAndText() throws Exception {
    refused("WEBVTT\n\n" + "00:01.000 --> 00:02.000\nx\n\n".repeat(200_001), "cues");
    refused("WEBVTT\n\n00:01.000 --> 00:02.000\nA: " + "x".repeat(10_000), "characters");
    refused("C: " + "canary ".repeat(100_000), "characters");
    byte[] broken = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n', (byte) 0xFF, 'b'};
    refused(broken, "");
  }

  @Test
  void jsonTranscripts() throws Exception {
    refused("[".repeat(100_000), "passes a limit");
    refused("{\"a\":\"" + "x".repeat(2 << 20) + "\"}", "limit");
  }

  @Test
  void jsonBodies() throws Exception {
    String deep = "{\"pseudonym\":" + "[".repeat(65) + "]".repeat(65) + "}";
    assertThat(api.post("/clients", deep).status()).isEqualTo(400);
    String typed = "{\"@class\":\"java.net.URL\",\"pseudonym\":\"canary\"}";
    Answer answer = api.post("/clients", typed);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.whole().body()).doesNotContain("canary");
    assertThat(api.post("/clients", "{\"pseudonym\":\"" + "x".repeat(101) + "\"}").status())
        .isEqualTo(400);
    String checkIn =
        "{\"date\":\"2026-01-12\",\"prompt\":\"one_word\",\"text\":\"" + "x".repeat(20_001) + "\"}";
    assertThat(api.post("/clients/" + client + "/check-ins", checkIn).status()).isEqualTo(400);
  }

  @Test
  void codebooks() throws Exception {
    String aliases = "a: &a [x, x]\\nb: &b [*a, *a]\\nc: [*b, *b]\\n";
    assertThat(check(aliases).whole().body()).contains("refers to another place");
    Answer twice = check("codebook: emotion\\ncodebook: emotion\\n");
    assertThat(twice.whole().body()).contains("\"line\":2", "twice here");
    Answer deep = check("a: " + "[".repeat(100_000));
    assertThat(deep.whole().body()).contains("nested more than 40 deep");
  }

  @Test
  void patternsOfCodebooks() throws Exception {
    String longest = "a".repeat(512);
    assertThat(check(book(longest)).whole().body()).doesNotContain("at most", "RE2");
    assertThat(check(book(longest + "a")).whole().body()).contains("512 characters at most");
    for (String pattern : new String[] {"(a)\\\\1", "(?=a)b", "a{1001}"}) {
      assertThat(check(book(pattern)).whole().body()).as(pattern).contains("is no RE2 expression");
    }
    assertThat(check(book("((a{1000}){1000}){1000}")).whole().body()).contains("repeats too often");
    assertThat(check(book("a', " + "'re:b', ".repeat(498) + "'re:c")).whole().body())
        .doesNotContain("500 regular expressions");
    assertThat(check(book("a', " + "'re:b', ".repeat(499) + "'re:c")).whole().body())
        .contains("500 regular expressions", "\"line\":14");
  }

  /** A codebook with one regular expression. */
  private static String book(String pattern) {
    return String.join(
        "\\n",
        "codebook: emotion",
        "version: 9.0.0",
        "language: en",
        "description: A codebook of one code.",
        "codes:",
        "  - id: emotion.fear",
        "    label: Fear",
        "    brief: Being afraid.",
        "    definition: The client names being afraid.",
        "    use_when: [a word for fear is said]",
        "    do_not_use_when: [it is a politeness]",
        "    cues:",
        "      - id: pattern",
        "        words: ['re:" + pattern + "']",
        "");
  }

  private Answer check(String yaml) throws Exception {
    return api.post("/codebooks/emotion/check", "{\"source\":\"" + yaml + "\"}");
  }

  @Test
  void questions() throws Exception {
    for (String question :
        new String[] {
          "ab*",
          "*",
          "*ing",
          "x".repeat(2_001),
          "sad%20within%2021%20words%20of%20mad",
          "(".repeat(200) + "sad" + ")".repeat(200),
          String.join("%20OR%20", java.util.Collections.nCopies(200, "sad"))
        }) {
      Answer answer = api.get("/quotes?q=" + question);
      assertThat(answer.status())
          .as(question.substring(0, Math.min(30, question.length())))
          .isEqualTo(400);
    }
    assertThat(api.get("/quotes?q=sad&limit=101").status()).isEqualTo(400);
    assertThat(api.get("/quotes?q=sad&cursor=1001").status()).isEqualTo(400);
    assertThat(api.get("/quotes/lines?q=sad&width=201").status()).isEqualTo(400);
    assertThat(api.get("/quotes/sample?q=sad&size=101").status()).isEqualTo(400);
  }
}
