package org.throughline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.CodebookReader;
import org.throughline.language.Analyzer;

/** Codes a sentence and writes the codings back as "[words]{code}", so that tests read as text. */
final class Bracketed {

  private Bracketed() {}

  static String code(Coder coder, String text) {
    return code(coder, text, null);
  }

  static String code(Coder coder, String text, @org.jspecify.annotations.Nullable String previous) {
    return coder.code(text, previous).stream()
        .map(coding -> "[" + coding.quote() + "]{" + coding.code() + "}")
        .collect(Collectors.joining(" "));
  }

  static Coder coder(Analyzer analyzer, String yaml) {
    return new Coder(analyzer, List.of(codebook(yaml)));
  }

  static Codebook codebook(String yaml) {
    CodebookReader.Result result = CodebookReader.read("test.yaml", yaml);
    assertThat(result).isInstanceOf(CodebookReader.Result.Read.class);
    return ((CodebookReader.Result.Read) result).codebook();
  }

  /** A codebook "t" of one code "t.a" with one cue. */
  static Codebook oneCue(String cue) {
    return codebook(
        """
        codebook: t
        version: 1.0.0
        language: en
        codes:
          - id: t.a
            label: A
            definition: a
            cues:
              - %s
        """
            .formatted(cue));
  }
}
