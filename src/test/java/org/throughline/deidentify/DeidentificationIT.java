package org.throughline.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.throughline.deidentify.SpeechCorpus.Marked;
import org.throughline.deidentify.SpeechCorpus.Talk;

/**
 * What is found in the talk of sixty invented clients, counted word by word and printed. The corpus
 * is ours, so this is a gate against getting worse; it says nothing about a site's own transcripts.
 */
class DeidentificationIT {

  private static final int CLIENTS = 60;
  private static final long SEED = 20260301;
  private static final Deidentifier ENGINE = Deidentifier.load();
  private static DeidentificationFigures withCard;
  private static DeidentificationFigures without;

  @BeforeAll
  static void find() {
    withCard = figures(true);
    without = figures(false);
    System.out.println("seed " + SEED + ", " + CLIENTS + " clients");
    System.out.println(withCard.print("with the client's card"));
    System.out.println(without.print("without a card"));
  }

  private static DeidentificationFigures figures(boolean carded) {
    DeidentificationFigures figures = new DeidentificationFigures();
    for (Talk talk : SpeechCorpus.clients(CLIENTS, SEED)) {
      List<Text> texts = talk.texts().stream().map(Marked::text).toList();
      figures.add(talk, ENGINE.identify(texts, carded ? talk.card() : null, key(talk)));
    }
    return figures;
  }

  private static ClientKey key(Talk talk) {
    return ClientKey.of(new byte[32], talk.card().client(), "test");
  }

  @Test
  void withTheCardHardlyAWordStays() {
    assertThat(withCard.lowerBound(SEED)).isGreaterThanOrEqualTo(0.995);
  }

  @Test
  void withoutItNearlyAllIsMaskedOrAsked() {
    assertThat(without.total().maskedShare()).isGreaterThanOrEqualTo(0.97);
    assertThat(without.total().seenShare()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void noKindIsMuchWorseThanTheOthers() {
    without.strata.forEach(
        (kind, count) -> {
          if (count.all > 0) {
            assertThat(count.seenShare()).as(kind).isGreaterThanOrEqualTo(0.95);
          }
        });
  }

  @Test
  void noStringOfTheCardIsLeft() {
    assertThat(withCard.leaks).isZero();
  }

  @Test
  void harmlessTalkStaysAsItWas() {
    assertThat((double) without.harmlessMasked / without.harmless).isLessThanOrEqualTo(0.02);
    assertThat((double) withCard.harmlessMasked / withCard.harmless).isLessThanOrEqualTo(0.02);
  }

  @Test
  void theSameTalkGivesTheSameAnswer() {
    Talk talk = SpeechCorpus.clients(1, SEED).getFirst();
    List<Text> texts = talk.texts().stream().map(Marked::text).toList();
    assertThat(ENGINE.identify(texts, talk.card(), key(talk)))
        .isEqualTo(ENGINE.identify(texts, talk.card(), key(talk)));
  }
}
