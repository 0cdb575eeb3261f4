package org.throughline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.desk.view.QuoteView;
import org.throughline.desk.view.TurnView;

class TagsTest {

  private static final Tags TAGS =
      Tags.ofDocuments(Set.of("Dr. Lind", "Berg, Marit (Guest)", "Client", "T", "Heron"), "Heron");

  @Test
  void namesOfSpeakersAreTaggedHoweverTheyAreWritten() {
    assertThat(TAGS.on("I told marit so. MARIT! And Lind's dog, and Lindy."))
        .isEqualTo("I told [name] so. [name]! And [name] dog, and Lindy.");
    assertThat(TAGS.on("The client in me and the doctor."))
        .isEqualTo("The client in me and the doctor.");
  }

  @Test
  void addressesAndLongNumbersAreTagged() {
    assertThat(TAGS.on("Write to a.b@clinic.example or see www.clinic.example/me today."))
        .isEqualTo("Write to [address] or see [address] today.");
    assertThat(TAGS.on("Ring +44 20 7946 0991, room 12, in 2019."))
        .isEqualTo("Ring [number], room 12, in 2019.");
  }

  @Test
  void documentsKeepTheirOwnDaysAndThePseudonym() {
    assertThat(TAGS.on("Heron: PHQ-9 8 on 2026-03-30, and 2026-03-3012 is no day."))
        .isEqualTo("Heron: PHQ-9 8 on 2026-03-30, and [number] is no day.");
    Tags words = Tags.of(Set.of("Heron"), new Spoken());
    assertThat(words.on("heron was born on 1984-03-30"))
        .as("in what is said neither is kept")
        .isEqualTo("[name] was born on [number]");
  }

  @Test
  void whoIsOnlySpokenOfIsTaggedToo() {
    Tags tags = Tags.of(Set.of("Berg, Marit (Guest)"), new Spoken());
    assertThat(tags.on("My sister Siobhan rang from Cardiff, and Marit was there."))
        .isEqualTo("My sister [name] rang from [place], and [name] was there.");
    assertThat(tags.on("my sister siobhan rang")).isEqualTo("my sister [name] rang");
    assertThat(tags.on("I will hope for grace, and may mark the day I was scared."))
        .isEqualTo("I will hope for grace, and may mark the day I was scared.");
    assertThat(tags.on("We met in May, I was thirty-one.")).doesNotContain("[");
    assertThat(tags.concerns("siobhan")).isTrue();
    assertThat(tags.concerns("hope OR scared")).isFalse();
    assertThat(tags.concerns("code:emotion.fear")).isFalse();
  }

  @Test
  void marksStayOnTheirWords() {
    var quote =
        new QuoteView(
            "c",
            "e",
            1,
            "2026-01-12",
            0,
            "client",
            "Marit and Lind scared me.",
            null,
            null,
            List.of(new QuoteView.MarkView(15, 21), new QuoteView.MarkView(10, 14)),
            List.of(),
            List.of(),
            null,
            new TurnView(1, "therapist", "Lind did?", null, null),
            "",
            new QuoteView.FoundView("words", null));
    QuoteView tagged = TAGS.on(quote);
    assertThat(tagged.text()).isEqualTo("[name] and [name] scared me.");
    assertThat(tagged.marks())
        .extracting(mark -> tagged.text().substring(mark.start(), mark.end()))
        .containsExactly("scared", "[name]");
    assertThat((Object) tagged.after())
        .isEqualTo(new TurnView(1, "therapist", "[name] did?", null, null));
    assertThat(TAGS.hides(quote)).isTrue();
  }

  @Test
  void aSearchForANameIsKnownAsOne() {
    assertThat(TAGS.concerns("\"dear marit\"")).isTrue();
    assertThat(TAGS.concerns("mari*")).isTrue();
    assertThat(TAGS.concerns("[word=\"m.*\"]")).isTrue();
    assertThat(TAGS.concerns("scar*")).isFalse();
    assertThat(TAGS.concerns("scared")).isFalse();
  }
}
