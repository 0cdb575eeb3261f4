package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.agreement.RatedItem.CodedMark;

/** Items are written with brackets: "I was [scared]{emotion.fear} then". */
class CodeAgreementsTest {

  private static final Pattern CODED = Pattern.compile("\\[([^]]*)]\\{([^}!]*)(!?)}");

  @Test
  void every_code_gets_every_coefficient_that_fits() {
    List<CodeAgreement> found =
        agree(
            CodingUnit.ITEM,
            item("1", "I was [scared]{emotion.fear}.", "I was [scared]{emotion.fear}."),
            item("2", "I [wept]{emotion.sadness}.", "I wept."));
    assertThat(found)
        .extracting(CodeAgreement::code)
        .containsExactly("emotion.fear", "emotion.sadness");
    assertThat(found.getFirst().agreements())
        .extracting(Agreement::measure)
        .containsExactly(
            "Krippendorff's alpha",
            "Cohen's kappa",
            "Gwet's AC1",
            "PABAK",
            "span F1 strict",
            "span F1 relaxed",
            "unitizing alpha");
    assertThat(found.getFirst().prevalence()).hasToString("2 of 4");
    assertThat(found.get(1).prevalence()).hasToString("1 of 4");
  }

  @Test
  void relaxed_takes_half_of_the_words_and_strict_takes_none_but_the_same() {
    CodeAgreement fear =
        agree(
                CodingUnit.ITEM,
                item(
                    "1",
                    "I was [very scared]{emotion.fear} then",
                    "I was very [scared]{emotion.fear} then"),
                item(
                    "2",
                    "[scared of him and all]{emotion.fear}",
                    "[scared]{emotion.fear} of him and all"))
            .getFirst();
    assertThat(value(fear, "span F1 strict")).isEqualTo(0);
    assertThat(value(fear, "span F1 relaxed")).isEqualTo(.5);
  }

  @Test
  void a_sentence_is_a_unit_of_its_own() {
    CodeAgreement fear =
        agree(
                CodingUnit.SENTENCE,
                item(
                    "1",
                    "I was [scared]{emotion.fear}. He left. I slept.",
                    "I was scared. He [left]{emotion.fear}. I slept."))
            .getFirst();
    assertThat(fear.agreements().getFirst().basis().n()).isEqualTo(3);
    assertThat(value(fear, "Cohen's kappa")).isNegative();
  }

  @Test
  void what_a_rater_did_not_have_is_missing_and_not_a_no() {
    CodeAgreement fear =
        agree(
                CodingUnit.ITEM,
                item("1", "I was [scared]{emotion.fear}.", "I was [scared]{emotion.fear}."),
                item("2", "I slept.", "I slept."),
                item("3", "I was [afraid]{emotion.fear}.", null))
            .getFirst();
    assertThat(fear.agreements().getFirst().basis().n()).isEqualTo(2);
    assertThat(value(fear, "Krippendorff's alpha")).isEqualTo(1);
    assertThat(value(fear, "span F1 strict")).isEqualTo(1);
  }

  @Test
  void contested_marks_count_neither_way() {
    CodeAgreement fear =
        agree(
                CodingUnit.ITEM,
                item("1", "I was [scared]{emotion.fear}.", "I was [scared]{emotion.fear}."),
                item("2", "I slept.", "I slept."),
                item("3", "I [froze]{emotion.fear!}.", "I froze."))
            .getFirst();
    assertThat(fear.agreements().getFirst().basis().n()).isEqualTo(2);
    assertThat(value(fear, "span F1 strict")).isEqualTo(1);
  }

  @Test
  void steps_of_a_construct_are_compared_in_order() {
    List<CodeAgreement> near = stages("3", "4");
    List<CodeAgreement> far = stages("0", "4");
    assertThat(value(near.getLast(), "Krippendorff's alpha (ordinal)"))
        .isGreaterThan(value(far.getLast(), "Krippendorff's alpha (ordinal)"));
    assertThat(near.getLast().code()).isEqualTo("assimilation (in order)");
  }

  private static List<CodeAgreement> stages(String first, String second) {
    return CodeAgreements.of(
        List.of("Ann", "Bo"),
        List.of(
            item("1", "[a]{assimilation.1}", "[a]{assimilation.1}"),
            item("2", "[b]{assimilation.2}", "[b]{assimilation.2}"),
            item("3", "[b]{assimilation.5}", "[b]{assimilation.5}"),
            item("4", "[c]{assimilation." + first + "}", "[c]{assimilation." + second + "}")),
        CodingUnit.ITEM,
        Set.of("assimilation"),
        Resampling.DEFAULT);
  }

  @Test
  void the_band_follows_alpha() {
    assertThat(Band.of(.8)).isEqualTo(Band.FIRM);
    assertThat(Band.of(.667)).isEqualTo(Band.TENTATIVE);
    assertThat(Band.of(.66)).isEqualTo(Band.EXPLORATORY);
    CodeAgreement alone =
        agree(CodingUnit.ITEM, item("1", "I was [scared]{emotion.fear}.", null)).getFirst();
    assertThat(alone.band()).isEqualTo(Band.UNKNOWN);
  }

  @Test
  void without_texts_only_items_can_be_units() {
    var unread = new RatedItem("1", "c", null, List.of(List.of(), List.of()));
    assertThatThrownBy(() -> agree(CodingUnit.WORD, unread))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only whole items");
  }

  @Test
  void an_item_does_not_print_its_words() {
    assertThat(item("1", "I was [scared]{emotion.fear}.", null).toString())
        .doesNotContain("scared");
  }

  private static List<CodeAgreement> agree(CodingUnit unit, RatedItem... items) {
    return CodeAgreements.of(
        List.of("Ann", "Bo"), List.of(items), unit, Set.of(), new Resampling(100, 1));
  }

  private static double value(CodeAgreement code, String measure) {
    return Tables.value(
        code.agreements().stream()
            .filter(agreement -> agreement.measure().equals(measure))
            .findFirst()
            .orElseThrow());
  }

  private static RatedItem item(String id, String first, @Nullable String second) {
    List<@Nullable List<CodedMark>> byRater = new ArrayList<>();
    byRater.add(marks(first));
    byRater.add(second == null ? null : marks(second));
    return new RatedItem(id, "client " + id, CODED.matcher(first).replaceAll("$1"), byRater);
  }

  private static List<CodedMark> marks(String bracketed) {
    List<CodedMark> marks = new ArrayList<>();
    Matcher coded = CODED.matcher(bracketed);
    int removed = 0;
    while (coded.find()) {
      int start = coded.start() - removed;
      String words = coded.group(1);
      marks.add(
          new CodedMark(
              coded.group(2),
              new Mark(start, start + words.length(), Pieces.wordStarts(words, start)),
              !coded.group(3).isEmpty()));
      removed += coded.group().length() - words.length();
    }
    return marks;
  }
}
