package org.throughline.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.agreement.Agreement;
import org.throughline.agreement.Resampling;
import org.throughline.coding.Attributes;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.record.Decision;
import org.throughline.record.StoredCoding;
import org.throughline.transcript.Span;

/** What people decided about suggestions, and what they added themselves. */
class LocalGoldTest {

  private int made;

  private static LocalGold ax(Map<String, LocalGold> gold) {
    return Objects.requireNonNull(gold.get("a.x"));
  }

  @Test
  void precision_is_what_stands_of_what_was_judged() {
    Map<String, LocalGold> gold =
        gold(
            List.of(
                machine("a.x", 0, new Decision.Confirm()),
                machine("a.x", 10, new Decision.Reject()),
                machine("a.x", 20, new Decision.Change("a.y", new Span(20, 24))),
                machine("a.x", 30, new Decision.Change("a.x", new Span(31, 34))),
                machine("a.x", 40, null)));
    assertThat(ax(gold).precision()).hasToString("2 of 4");
  }

  @Test
  void recall_counts_only_where_somebody_looked_for_what_was_missed() {
    List<StoredCoding> searched =
        List.of(
            machine("a.x", 0, new Decision.Confirm()),
            machine("a.y", 30, new Decision.Change("a.x", new Span(30, 34))),
            hand("a.x", 10),
            hand("a.x", 2));
    List<StoredCoding> unsearched = List.of(machine("a.x", 0, new Decision.Confirm()));
    LocalGold gold = ax(gold(searched, unsearched));
    assertThat(gold.recall()).as("found at 0; missed at 10 and 30").hasToString("1 of 3");
    assertThat(gold.precision()).hasToString("2 of 2");
    assertThat(ax(gold(unsearched)).recall()).hasToString("0 of 0");
  }

  @Test
  void what_was_never_judged_has_no_figures() {
    assertThat(gold(List.of(machine("a.x", 0, null)))).isEmpty();
  }

  @Test
  void looking_for_one_construct_is_not_looking_for_another() {
    List<StoredCoding> entry = List.of(machine("a.x", 0, new Decision.Confirm()), hand("b.z", 10));
    assertThat(ax(gold(entry)).recall()).hasToString("0 of 0");
  }

  /** What a model suggested and a person confirmed was missed by the cues. */
  @Test
  void models_are_not_counted_as_cues() {
    StoredCoding model = stored("a.x", 20, new Rater.Model("a.x", "hash"), new Decision.Confirm());
    LocalGold gold =
        ax(gold(List.of(machine("a.x", 0, new Decision.Confirm()), hand("a.x", 40), model)));
    assertThat(gold.precision()).hasToString("1 of 1");
    assertThat(gold.recall()).hasToString("1 of 3");
  }

  /** Ten turns: cues and people agree on 4 of 6 that either marked, and that 4 are bare. */
  @Test
  void alpha_holds_cues_against_people_turn_by_turn() {
    List<EntryGold> entries = new ArrayList<>();
    for (int client = 0; client < 6; client++) {
      List<StoredCoding> codings = new ArrayList<>();
      for (int turn = 0; turn < 5; turn++) {
        codings.add(
            at(turn, machine("a.x", 0, turn < 4 ? new Decision.Confirm() : new Decision.Reject())));
      }
      codings.add(at(5, hand("a.x", 0)));
      entries.add(EntryGold.of("c" + client, TURNS, codings));
    }
    LocalGold gold = ax(LocalGold.of(entries, Resampling.DEFAULT));
    assertThat(gold.ceiling()).isFalse();
    // Per ten turns o_ny = 2, n_y = 10, n_n = 10: 1 - 119 * 24 / (60 * 60 * 2) with 60 turns.
    Agreement alpha = Objects.requireNonNull(gold.alpha());
    assertThat(((Agreement.Estimate) alpha).value()).isCloseTo(1 - 119.0 * 24 / 7200, within(1e-9));
    assertThat(alpha.basis().n()).isEqualTo(60);
    assertThat(alpha.basis().clients()).isEqualTo(6);
  }

  /** Somebody looked for a.y by hand and left three suggestions of a.x unjudged. */
  @Test
  void turns_with_an_open_suggestion_are_no_units() {
    List<EntryGold> entries = new ArrayList<>();
    for (int client = 0; client < 10; client++) {
      entries.add(
          EntryGold.of("c" + client, TURNS, List.of(machine("a.x", 0, new Decision.Confirm()))));
    }
    entries.add(
        EntryGold.of(
            "open",
            TURNS,
            List.of(
                at(1, hand("a.y", 0)),
                at(2, machine("a.x", 0, null)),
                at(3, machine("a.x", 0, null)),
                at(4, machine("a.x", 0, null)))));
    LocalGold gold = ax(LocalGold.of(entries, Resampling.DEFAULT));
    assertThat(Objects.requireNonNull(gold.alpha()).basis().n()).isEqualTo(10 * 10 + 7);
    assertThat(gold.precision()).hasToString("10 of 10");
    assertThat(gold.ceiling()).isFalse();
  }

  @Test
  void where_nobody_looked_for_more_alpha_is_a_ceiling() {
    List<EntryGold> entries = new ArrayList<>();
    for (int client = 0; client < 10; client++) {
      entries.add(
          EntryGold.of("c" + client, TURNS, List.of(machine("a.x", 0, new Decision.Confirm()))));
    }
    LocalGold gold = ax(LocalGold.of(entries, Resampling.DEFAULT));
    assertThat(gold.ceiling()).isTrue();
    assertThat(gold.alpha()).isInstanceOf(Agreement.Estimate.class);
    assertThat(ax(LocalGold.of(entries.subList(0, 9), Resampling.DEFAULT)).alpha()).isNull();
  }

  private static final Set<Integer> TURNS = Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

  @SafeVarargs
  private static Map<String, LocalGold> gold(List<StoredCoding>... entries) {
    List<EntryGold> all = new ArrayList<>();
    for (List<StoredCoding> entry : entries) {
      all.add(EntryGold.of("c", TURNS, entry));
    }
    return LocalGold.of(all, Resampling.DEFAULT);
  }

  private static StoredCoding at(int turn, StoredCoding stored) {
    Coding made = stored.coding();
    return new StoredCoding(
        stored.id(),
        stored.entry(),
        stored.client(),
        new Coding(
            made.code(),
            turn,
            made.span(),
            made.quote(),
            made.attributes(),
            made.evidence(),
            made.confidence(),
            made.rater()),
        stored.decisions());
  }

  private StoredCoding machine(String code, int start, Decision.@Nullable What what) {
    return stored(code, start, new Rater.Machine("1", "a 1", "hash"), what);
  }

  private StoredCoding hand(String code, int start) {
    return stored(code, start, new Rater.Human("ada"), null);
  }

  private StoredCoding stored(String code, int start, Rater rater, Decision.@Nullable What what) {
    String id = "k" + made++;
    List<Decision> decisions = new ArrayList<>();
    if (what != null) {
      decisions.add(new Decision("d" + id, made, id, what, "ada", Instant.EPOCH, null));
    }
    return new StoredCoding(
        id,
        "e",
        "c",
        new Coding(
            code,
            0,
            new Span(start, start + 4),
            "four",
            Attributes.PLAIN,
            new Evidence("cue", List.of(), ""),
            1,
            rater),
        decisions);
  }
}
