package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.record.Samples.CLINICIAN;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.TurnWords;
import org.throughline.language.Sentence;
import org.throughline.language.Token;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/** Words as they were read go in and come back, whatever they are. */
class EntryWordsTest {

  private static final String[] SPOKEN = {
    "I",
    "don",
    "\u2019t",
    "KNOW",
    "\u0130stanbul",
    "um",
    ",",
    "x".repeat(300),
    "\ud83d\ude42",
    "dr\u00e4ngt"
  };

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void wordsComeBackAsTheyWereRead() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      List<Turn> turns = new ArrayList<>();
      List<TurnWords> words = new ArrayList<>();
      for (int turn = 0; turn < random.nextInt(4); turn++) {
        words.add(turn(turn, random, turns));
      }
      assertThat(WordBytes.read(WordBytes.write(words), new Transcript(turns)))
          .as("seed %d", seed)
          .isEqualTo(words);
    }
  }

  @Test
  void whatWasAlteredIsDamagedAndTellsNoWord() {
    List<Turn> turns = new ArrayList<>();
    byte[] bytes = WordBytes.write(List.of(turn(0, new Random(1), turns)));
    var shorter = new Transcript(List.of(new Turn(0, null, Role.CLIENT, "I", null, null)));
    assertThatThrownBy(() -> WordBytes.read(bytes, shorter))
        .isInstanceOf(StoreException.Damaged.class)
        .hasMessage("stored words do not fit their transcript");
  }

  @Test
  void theIndexGetsThemWithoutReadingTheLanguageAgainAndErasureTakesThem() {
    String client = Samples.consenting(store).id();
    CodedTranscript coded = Samples.coded("scared again");
    var token =
        new Token(
            0, new Span(0, 6), "scared", "scared", "scare", Token.Pos.VERB, Token.Form.PAST, false);
    List<TurnWords> words =
        List.of(
            new TurnWords(1, List.of(token), List.of(new Sentence(new Span(0, 12), 0, 1, false))));
    var with = new CodedTranscript(coded.transcript(), coded.facts(), coded.codings(), words);
    NewSession plain = Samples.session("scared again");
    SessionRecord kept =
        store
            .entries()
            .addSession(
                CLINICIAN,
                client,
                new NewSession(
                    LocalDate.of(2026, 3, 2), null, "plain", "a.txt", plain.original(), "{}", with),
                null);
    CheckInRecord bare =
        store.entries().addCheckIn(CLINICIAN, client, Samples.checkIn("one_word", "stuck"), null);

    List<EntryWords> found =
        store.excerpts().forIndex(CLINICIAN, List.of(kept.id(), "nobody", bare.id()));
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().words()).isEqualTo(words);
    assertThat(found.getFirst().content().entry()).isEqualTo(kept);
    assertThat(found.getLast().words()).isEmpty();

    store.entries().retract(CLINICIAN, bare.id());
    assertThat(store.excerpts().forIndex(CLINICIAN, List.of(bare.id()))).isEmpty();
    assertThat(store.erasure().erase(CLINICIAN, client, Erasure.Index.NONE).rows())
        .containsEntry("words", 1);
  }

  private static TurnWords turn(int index, Random random, List<Turn> turns) {
    var text = new StringBuilder();
    List<Token> tokens = new ArrayList<>();
    int size = random.nextInt(30);
    for (int i = 0; i < size; i++) {
      if (random.nextBoolean()) {
        text.append(' ');
      }
      String spoken = SPOKEN[random.nextInt(SPOKEN.length)];
      int start = text.length();
      text.append(spoken);
      String folded = spoken.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
      tokens.add(
          new Token(
              i,
              new Span(start, text.length()),
              spoken,
              folded,
              random.nextBoolean() ? folded : "be",
              any(random, Token.Pos.values()),
              any(random, Token.Form.values()),
              random.nextBoolean()));
    }
    turns.add(new Turn(index, null, Role.CLIENT, text.toString(), null, null));
    List<Sentence> sentences =
        List.of(new Sentence(new Span(0, text.length()), 0, size, random.nextBoolean()));
    return new TurnWords(index, tokens, sentences);
  }

  private static <T> T any(Random random, T[] values) {
    return List.of(values).get(random.nextInt(values.length));
  }
}
