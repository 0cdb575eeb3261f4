package org.throughline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.codebook.Codebook;
import org.throughline.language.Analyzer;
import org.throughline.language.Analyzers;

/** Each construct of docs/cue-language.md, by what it finds. */
class CueLanguageIT {

  private static Analyzer english;

  @BeforeAll
  static void load() {
    english = Analyzers.load("en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          feel                    | I felt it.                         | [felt]{t.a}
          =left                   | I left, he leaves.                 | [left]{t.a}
          worr*                   | So worrisome.                      | [worrisome]{t.a}
          on edge                 | I was on, um, edge.                | [on, um, edge]{t.a}
          on edge                 | I was on. Edge of town.            | ''
          down/ADJ                | I sat down.                        | ''
          can't stop              | I cannot stop and can't stop.      | [cannot stop]{t.a} [can't stop]{t.a}
          not? happy              | I am not happy.                    | [not happy]{t.a}
          so {ADJ}                | I was so tired.                    | [so tired]{t.a}
          part ... me             | Part of the old me.                | [Part of the old me]{t.a}
          give _ up               | I gave it up.                      | [gave it up]{t.a}
          ^ so                    | So I left, so there.               | [So]{t.a}
          re:panic(ked)?          | I panicked in my panicky panic.    | [panicked]{t.a} [panic]{t.a}
          scared $                | He scared me. I was scared.        | [scared]{t.a}
          """)
  void wordPatterns(String pattern, String text, String expected) {
    assertThat(coded("{id: w, words: [\"" + pattern + "\"]}", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {subject: [self], verb: [decide], complement: [leave]}  | I decided to leave.     | [I decided]{t.a}
          {subject: [self], modality: [obligation]}               | I had to go home.       | [I had to go]{t.a}
          {subject: [self], voice: [passive]}                     | I was blamed for it.    | [I was blamed]{t.a}
          {subject: [other], object: [self], polarity: [negated]} | She won't let me.       | [She won't let]{t.a}
          {subject: [self], source: [reported]}                   | He said I was lazy.     | [I was]{t.a}
          {subject: [self], governor: [make]}                     | He made me leave.       | [leave]{t.a}
          {verb: [be], has: [happy], subject: [self]}             | I'm happy, she is not.  | [I'm]{t.a}
          {verb: [be], lacks: [happy], subject: [self]}           | I'm happy.              | ''
          """)
  void clauseFeatures(String features, String text, String expected) {
    assertThat(coded("{id: c, clause: " + features + "}", text)).isEqualTo(expected);
  }

  @Test
  void contractionsAndPhrasesCanBeAlternatives() {
    String cue = "{id: w, words: [\"can't|won't|never stop\"]}";
    assertThat(coded(cue, "I won't stop, cannot stop, never stop."))
        .isEqualTo("[won't stop]{t.a} [cannot stop]{t.a} [never stop]{t.a}");
  }

  @Test
  void unlessNearAfterAndWhereNarrow() {
    String unless = "{id: u, words: [afraid], unless: {words: [\"afraid so|not|i\"]}}";
    assertThat(coded(unless, "I'm afraid so.")).isEmpty();
    assertThat(coded(unless, "I'm afraid of it.")).isEqualTo("[afraid]{t.a}");

    String near = "{id: n, words: [alone], near: {words: [feel], within: 2, side: before}}";
    assertThat(coded(near, "I felt so alone.")).isEqualTo("[alone]{t.a}");
    assertThat(coded(near, "He left me alone, I felt.")).isEmpty();

    String where = "{id: w, words: [angry], where: {subject: [self]}}";
    assertThat(coded(where, "She was angry. I was angry.")).isEqualTo("[angry]{t.a}");

    Coder after = coder("{id: a, words: [yes], after: {words: [drink]}}");
    assertThat(Bracketed.code(after, "Yes.", "Did you drink?")).isEqualTo("[Yes]{t.a}");
    assertThat(Bracketed.code(after, "Yes.", "Did you eat?")).isEmpty();
  }

  @Test
  void semgrexParsesOnlyWithATrigger() {
    String cue =
        "{id: s, mark: clause, semgrex: \"{lemma:make} >/nsubj.*/ {} >/ccomp|xcomp/ ({} >/nsubj.*/"
            + " {word:/(?i)me/})\", triggers: [make]}";
    assertThat(coded(cue, "He made me feel tiny.")).isEqualTo("[He made me]{t.a}");
    assertThat(coded(cue, "He made a cake.")).isEmpty();
  }

  @Test
  void aTurnIsCodedOnlyWhenTheCuesAddUp() {
    Codebook codebook =
        Bracketed.codebook(
            """
            codebook: t
            version: 1.0.0
            language: en
            unit: turn
            threshold: 1.0
            codes:
              - id: t.a
                label: A
                definition: a
                cues:
                  - {id: insight, words: [realise], confidence: 0.6}
                  - {id: cause, words: [because], confidence: 0.6}
            """);
    Coder coder = new Coder(english, List.of(codebook));
    assertThat(Bracketed.code(coder, "I realised it.")).isEmpty();
    assertThat(Bracketed.code(coder, "I realised it because he left."))
        .isEqualTo("[realised]{t.a}");
  }

  @Test
  void aStageIsTheHighestThatReachesTheThresholdAndWordsCountOnce() {
    Codebook ladder =
        Bracketed.codebook(
            """
            codebook: t
            version: 1.0.0
            language: en
            description: A ladder of two rungs.
            unit: stage
            threshold: 1
            lists:
              number: [two, three]
              span: ["<number> years", "a while"]
            codes:
              - id: t.low
                label: Low
                brief: Low.
                definition: Low.
                cues:
                  - {id: stuck, words: [stuck], confidence: 0.6}
                  - {id: stuck again, words: ["so? stuck"], confidence: 0.6}
                  - {id: long, words: ["for <span>"], confidence: 0.4}
              - id: t.high
                label: High
                brief: High.
                definition: High.
                cues:
                  - {id: told, words: ["told him"], confidence: 1}
            """);
    Coder coder = new Coder(english, List.of(ladder));
    assertThat(coder.code("I'm so stuck.", null)).isEmpty();
    assertThat(coder.code("I'm stuck for three years.", null))
        .extracting(Coding::code)
        .containsExactly("t.low");
    assertThat(coder.code("I was stuck for a while, then I told him.", null))
        .extracting(Coding::code)
        .containsExactly("t.high");
  }

  @Test
  void aCodingSaysHowItsWordsAreMeantAndWhy() {
    Coding coding =
        coder("{id: adjectives, words: [scared]}")
            .code("I guess my sister wasn't scared.", "Was she scared?")
            .get(0);
    assertThat(coding.attributes().experiencer()).isEqualTo(Attributes.Experiencer.OTHER);
    assertThat(Attributes.id(coding.attributes().polarity())).isEqualTo("negated");
    assertThat(coding.attributes().prompted()).isTrue();
    assertThat(coding.evidence().cue()).isEqualTo("t.a/adjectives");
    assertThat(coding.evidence().explanation())
        .contains("adjectives", "other", "negated", "after the therapist's word");
    assertThat(coding.toString()).doesNotContain("scared");
  }

  @Test
  void anotherLanguageNeedsNoJavaAndSaysWhatItLacks() {
    Codebook german =
        Bracketed.codebook(
            """
            codebook: gefuehl
            version: 1.0.0
            language: de
            codes:
              - id: gefuehl.angst
                label: Angst
                definition: benannte Angst
                cues:
                  - {id: worte, words: [angst, "ängstlich"], confidence: 0.9}
                  - {id: satz, clause: {subject: [self]}}
                applies: ["Ich habe [Angst] vor ihm."]
                near_misses: ["Ich gehe nach Hause."]
            """);
    Analyzer analyzer = Analyzers.load("de");
    assertThat(CodebookCheck.check(german, analyzer).problems()).isEmpty();
    Coding coding = new Coder(analyzer, List.of(german)).code("Ich habe Angst.", null).get(0);
    assertThat(coding.confidence()).isLessThan(0.9);
    assertThat(coding.evidence().explanation()).contains("words only");
  }

  private static Coder coder(String cue) {
    return new Coder(english, List.of(Bracketed.oneCue(cue)));
  }

  private static String coded(String cue, String text) {
    return Bracketed.code(coder(cue), text);
  }
}
