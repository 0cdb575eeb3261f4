package org.throughline.research;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.record.Decision;
import org.throughline.record.StoredCoding;
import org.throughline.record.StoredCoding.Standing;
import org.throughline.statistic.Tally;

/**
 * What people's decisions in one session or check-in tell of each automatic code; counts only.
 *
 * @param client whose it is
 * @param turns how many turns of the client's it has
 * @param searched constructs of which a person coded something by hand, and so looked for what was
 *     missed
 * @param codes by code, those that a person judged or put there, and those that wait for it
 */
public record EntryGold(String client, int turns, Set<String> searched, Map<String, Counts> codes) {

  public EntryGold {
    searched = Set.copyOf(searched);
    codes = Map.copyOf(codes);
  }

  /**
   * One code.
   *
   * @param precision of the cues' codings that people judged, those they let stand under this code
   * @param recall of what people hold to be this code where somebody looked for what was missed,
   *     what the cues had found
   * @param reviewed whether every coding of the cues was judged, or somebody coded by hand: only
   *     then do the next four say anything
   * @param both turns in which cues and people put the code
   * @param cues turns in which only cues did
   * @param people turns in which only people did
   * @param neither turns in which neither did
   */
  public record Counts(
      Tally precision,
      Tally recall,
      boolean reviewed,
      int both,
      int cues,
      int people,
      int neither) {

    /** Whether a person had a say. */
    boolean isJudged() {
      return precision.n() + recall.n() + both + people > 0;
    }
  }

  /** What is collected of a code on the way. */
  private static final class Places {
    private Tally precision = Tally.NONE;
    private Tally recall = Tally.NONE;
    private final Set<Integer> cues = new HashSet<>();
    private final Set<Integer> people = new HashSet<>();
    private final Set<Integer> open = new HashSet<>();
  }

  /**
   * Counts an entry.
   *
   * @param turns indices of the client's turns
   * @param codings all of it that stands or was judged
   */
  public static EntryGold of(String client, Set<Integer> turns, List<StoredCoding> codings) {
    Set<String> searched = new TreeSet<>();
    codings.stream()
        .map(StoredCoding::coding)
        .filter(coding -> coding.rater() instanceof Rater.Human)
        .forEach(coding -> searched.add(coding.construct()));
    Map<String, Places> places = new TreeMap<>();
    for (StoredCoding stored : codings) {
      add(stored, codings, searched, places);
    }
    Map<String, Counts> counts = new TreeMap<>();
    places.forEach(
        (code, found) -> {
          // Kept with open suggestions alone too: turns that wait for a person are no units.
          if (found.precision.n() + found.recall.n() > 0
              || !found.people.isEmpty()
              || !found.open.isEmpty()) {
            counts.put(code, counts(code, found, turns, searched));
          }
        });
    return new EntryGold(client, turns.size(), searched, counts);
  }

  private static void add(
      StoredCoding stored,
      List<StoredCoding> all,
      Set<String> searched,
      Map<String, Places> places) {
    Coding coding = stored.coding();
    Places made = places.computeIfAbsent(coding.code(), code -> new Places());
    boolean stands = stored.standing() != Standing.REJECTED;
    String now = now(stored);
    if (coding.rater() instanceof Rater.Machine) {
      made.cues.add(coding.turn());
      if (stored.standing() == Standing.SUGGESTED) {
        made.open.add(coding.turn());
        return;
      }
      boolean same = stands && now.equals(coding.code());
      made.precision = made.precision.plus(new Tally(same ? 1 : 0, 1));
      if (same && searched.contains(coding.construct())) {
        made.recall = made.recall.plus(new Tally(1, 1));
      }
      if (stands && !same && searched.contains(construct(now))) {
        Places right = places.computeIfAbsent(now, code -> new Places());
        right.recall = right.recall.plus(new Tally(0, 1));
      }
    } else if (stored.standing() == Standing.SUGGESTED) {
      // What a model suggests and nobody has judged says nothing of the cues.
      return;
    } else if (stands && searched.contains(construct(now)) && !isFound(stored, now, all)) {
      // What was found is counted once, as the suggestion that people let stand.
      Places right = places.computeIfAbsent(now, code -> new Places());
      right.recall = right.recall.plus(new Tally(0, 1));
    }
    if (stands) {
      places.computeIfAbsent(now, code -> new Places()).people.add(coding.turn());
    }
  }

  private static Counts counts(
      String code, Places found, Set<Integer> turns, Set<String> searched) {
    boolean reviewed = searched.contains(construct(code)) || found.open.isEmpty();
    int[] cells = new int[4];
    for (int turn : turns) {
      boolean people = found.people.contains(turn);
      // A turn on which people have not had their say is no unit.
      if (people || !found.open.contains(turn)) {
        cells[(found.cues.contains(turn) ? 0 : 2) + (people ? 0 : 1)]++;
      }
    }
    return new Counts(
        found.precision, found.recall, reviewed, cells[0], cells[1], cells[2], cells[3]);
  }

  private static String now(StoredCoding stored) {
    return stored
        .last()
        .map(
            decision ->
                decision.what() instanceof Decision.Change change
                    ? change.code()
                    : stored.coding().code())
        .orElse(stored.coding().code());
  }

  /** Whether a suggestion of the cues that stands has the same code on some of the words. */
  private static boolean isFound(StoredCoding byPeople, String code, List<StoredCoding> all) {
    Coding coding = byPeople.coding();
    return all.stream()
        .anyMatch(
            other ->
                other.coding().rater() instanceof Rater.Machine
                    && other.standing() == Standing.CONFIRMED
                    && other.coding().code().equals(code)
                    && other.coding().turn() == coding.turn()
                    && other.coding().span().overlaps(coding.span()));
  }

  static String construct(String code) {
    int dot = code.indexOf('.');
    return dot < 0 ? code : code.substring(0, dot);
  }
}
