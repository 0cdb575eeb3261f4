package org.throughline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.desk.Practice.ME;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.desk.view.QuotePage;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;

/** Quotes by their meaning, with the model that comes with the program. */
class LikenessDeskIT {

  @TempDir Path data;

  @Test
  void quotesLikeAQuoteComeFromThoseWhoConsentAndGoWithAnErasure() throws Exception {
    try (Desk desk =
        Desk.open(
            new DeskSettings(data, Practice.CODEBOOKS, true), Engine.load(Practice.CODEBOOKS))) {
      String otter = consenting(desk, "Otter");
      String mink = consenting(desk, "Mink");
      String asked = write(desk, otter, "I was so scared that I could not leave the house.");
      write(desk, mink, "The dread kept me indoors for the whole of the day.");
      write(desk, mink, "We had soup and then we talked about the garden.");
      desk.settleAll();

      var model = new Likening.Passage(asked, 0, null, null);
      QuotePage like = ask(desk, model, "");
      assertThat(like.items().getFirst().text()).startsWith("The dread kept me indoors");
      assertThat(like.items().getFirst().found().by()).isEqualTo("likeness");
      assertThat(like.items()).noneMatch(quote -> quote.entry().equals(asked));

      QuotePage both = ask(desk, model, "soup");
      assertThat(both.items().getFirst().found().by()).isEqualTo("words");
      assertThat(both.items().get(1).found().by()).isEqualTo("likeness");
      assertThat(both.count()).isEqualTo("1");
      assertThat(ask(desk, model, "speaker:therapist").items()).isEmpty();

      desk.recordConsent(
          ME, mink, Scope.TREATMENT_ANALYSIS, NewConsent.refused(Instant.now().minusSeconds(1)));
      assertThat(ask(desk, model, "").items()).isEmpty();
      desk.recordConsent(
          ME, mink, Scope.TREATMENT_ANALYSIS, NewConsent.granted(Instant.now().minusSeconds(1)));
      desk.custody().erase(ME, mink);
      assertThat(ask(desk, new Likening.Wording("dread kept me indoors"), "").items())
          .allMatch(quote -> quote.client().equals(otter));
    }
    assertThat(Files.exists(data.resolve("likeness"))).isTrue();
  }

  private static QuotePage ask(Desk desk, Likening.Model model, String words) {
    return desk.likening()
        .like(desk.quoting().atTheMachine(ME), model, Question.of(words, null, null, null, 3));
  }

  private static String consenting(Desk desk, String pseudonym) {
    String client = desk.addClient(ME, pseudonym, List.of(), null).id();
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    desk.recordConsent(ME, client, Scope.TREATMENT_ANALYSIS, NewConsent.granted(from));
    return client;
  }

  private static String write(Desk desk, String client, String text) {
    return desk.addCheckIn(ME, client, LocalDate.of(2026, 1, 15), "one_question", text, null).id();
  }
}
