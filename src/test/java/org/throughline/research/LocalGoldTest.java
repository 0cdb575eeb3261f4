package org.throughline.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
        LocalGold.of(
            List.of(
                List.of(
                    machine("a.x", 0, new Decision.Confirm()),
                    machine("a.x", 10, new Decision.Reject()),
                    machine("a.x", 20, new Decision.Change("a.y", new Span(20, 24))),
                    machine("a.x", 30, new Decision.Change("a.x", new Span(31, 34))),
                    machine("a.x", 40, null))));
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
    LocalGold gold = ax(LocalGold.of(List.of(searched, unsearched)));
    assertThat(gold.recall()).as("found at 0; missed at 10 and 30").hasToString("1 of 3");
    assertThat(gold.precision()).hasToString("2 of 2");
    assertThat(ax(LocalGold.of(List.of(unsearched))).recall()).hasToString("0 of 0");
  }

  @Test
  void what_was_never_judged_has_no_figures() {
    assertThat(LocalGold.of(List.of(List.of(machine("a.x", 0, null))))).isEmpty();
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
