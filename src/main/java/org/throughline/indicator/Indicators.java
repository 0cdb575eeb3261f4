package org.throughline.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.coding.Coding;
import org.throughline.coding.TurnFacts;
import org.throughline.transcript.Role;

/**
 * What one session, check-in or written review amounts to. Holds counts and no words of anybody, so
 * it may be kept beside the record and read by the thousand.
 *
 * @param unattributedWords words of which nobody has said whose they are; they enter no measure
 * @param confirmed how many counting codings a person has made, confirmed or changed
 * @param suggested how many nobody has looked at
 * @param codes how often each code counts, over all client turns
 * @param readings one for each indicator, in the order of {@link Indicator}
 * @param turns the client's turns
 */
public record Indicators(
    String sessionId,
    int number,
    LocalDate date,
    SessionKind kind,
    Setting setting,
    int clientWords,
    int therapistWords,
    int unattributedWords,
    int confirmed,
    int suggested,
    Map<String, Integer> codes,
    List<Episode> episodes,
    List<Reading> readings,
    List<TurnCounts> turns) {

  public Indicators {
    codes = new TreeMap<>(codes);
    episodes = List.copyOf(episodes);
    readings = List.copyOf(readings);
    turns = List.copyOf(turns);
  }

  public static Indicators of(SessionInput input) {
    List<Settled> settled = Settled.of(input.coded().codings(), input.decisions());
    List<TurnFacts> facts = input.coded().facts();
    Map<Integer, List<Settled>> byTurn =
        settled.stream().collect(Collectors.groupingBy(s -> s.coding().turn()));
    List<Episode> episodes = checked(Episode.in(facts), settled);
    List<TurnCounts> turns =
        facts.stream()
            .filter(turn -> turn.role() == Role.CLIENT)
            .map(turn -> count(input, turn, byTurn.getOrDefault(turn.turn(), List.of()), episodes))
            .toList();
    List<Settled> counting = counting(input, settled);
    return new Indicators(
        input.sessionId(),
        input.number(),
        input.date(),
        input.kind(),
        input.setting(),
        words(facts, Role.CLIENT),
        words(facts, Role.THERAPIST),
        words(facts, Role.UNATTRIBUTED),
        (int) counting.stream().filter(Settled::confirmed).count(),
        (int) counting.stream().filter(s -> !s.confirmed()).count(),
        total(turns),
        episodes,
        Arrays.stream(Indicator.values())
            .map(indicator -> Tallies.read(indicator, turns, episodes.size()))
            .toList(),
        turns);
  }

  public Reading reading(Indicator indicator) {
    return readings.stream()
        .filter(reading -> reading.indicator() == indicator)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not counted: " + indicator.id()));
  }

  /** The same counts, at another place of the client's course. */
  public Indicators at(int itsNumber, SessionKind itsKind, Setting itsSetting) {
    return new Indicators(
        sessionId,
        itsNumber,
        date,
        itsKind,
        itsSetting,
        clientWords,
        therapistWords,
        unattributedWords,
        confirmed,
        suggested,
        codes,
        episodes,
        readings,
        turns);
  }

  /** The therapist's share of the words of both; 0 where nobody spoke. */
  public double therapistShare() {
    int both = clientWords + therapistWords;
    return both == 0 ? 0 : (double) therapistWords / both;
  }

  /** The codings of client turns that count, in order. */
  static List<Settled> counting(SessionInput input, List<Settled> settled) {
    var client = new TreeSet<Integer>();
    input.coded().facts().stream()
        .filter(turn -> turn.role() == Role.CLIENT)
        .forEach(turn -> client.add(turn.turn()));
    return settled.stream()
        .filter(s -> client.contains(s.coding().turn()) && Counting.counts(s.coding()))
        .toList();
  }

  private static TurnCounts count(
      SessionInput input, TurnFacts facts, List<Settled> settled, List<Episode> episodes) {
    List<Coding> counting = settled.stream().map(Settled::coding).filter(Counting::counts).toList();
    Map<String, Integer> codes = new TreeMap<>();
    counting.forEach(coding -> codes.merge(coding.code(), 1, Integer::sum));
    List<Coding> feelings =
        counting.stream().filter(coding -> coding.construct().equals("emotion")).toList();
    String text = input.coded().transcript().turns().get(facts.turn()).text();
    return new TurnCounts(
        facts.turn(),
        facts.words(),
        facts.clauses(),
        facts.selfClauses(),
        episodeOf(facts.turn(), episodes),
        codes,
        (int) counting.stream().filter(coding -> coding.attributes().prompted()).count(),
        (int) settled.stream().filter(s -> Counting.isShared(s.coding())).count(),
        Feelings.mixed(text, feelings));
  }

  private static int episodeOf(int turn, List<Episode> episodes) {
    for (int i = 0; i < episodes.size(); i++) {
      if (episodes.get(i).holds(turn)) {
        return i;
      }
    }
    return -1;
  }

  private static List<Episode> checked(List<Episode> episodes, List<Settled> settled) {
    List<Episode> checked = new ArrayList<>();
    for (Episode episode : episodes) {
      checked.add(
          episode.with(
              settled.stream()
                  .map(Settled::coding)
                  .filter(c -> c.construct().equals("coherence") && episode.holds(c.turn()))
                  .filter(Counting::counts)
                  .map(Coding::code)
                  .collect(Collectors.toSet())));
    }
    return checked;
  }

  private static int words(List<TurnFacts> facts, Role role) {
    return facts.stream().filter(turn -> turn.role() == role).mapToInt(TurnFacts::words).sum();
  }

  private static Map<String, Integer> total(List<TurnCounts> turns) {
    Map<String, Integer> total = new TreeMap<>();
    turns.forEach(turn -> turn.codes().forEach((code, k) -> total.merge(code, k, Integer::sum)));
    return total;
  }
}
