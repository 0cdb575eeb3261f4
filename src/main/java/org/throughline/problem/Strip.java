package org.throughline.problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.indicator.Quote;
import org.throughline.measure.Words;
import org.throughline.problem.ProblemEvent.SetbackExplained;

/**
 * One problem's course: a dot for each passage, a step for each session, an arrow for each setback.
 * It prints as JSON as it is.
 *
 * @param words the problem in the client's words
 * @param reached the highest stage of two confirmed passages in two sessions; null where none may
 *     be claimed
 * @param says what may be said, in plain words
 */
public record Strip(
    String problem,
    Words words,
    boolean namedByClient,
    List<Passage> passages,
    List<SessionStage> sessions,
    List<Setback> setbacks,
    @Nullable Double reached,
    String says) {

  /** Confirmed passages of one session; never of suggested ones. */
  public record SessionStage(
      String sessionId, int number, LocalDate date, double median, double low, double high) {}

  /**
   * A drop of one stage or more between neighbouring passages.
   *
   * @param confirmed whether both stages are; otherwise it is possible, and drawn hollow
   * @param reason chosen by a person; null where nobody has
   */
  public record Setback(
      Place from, Place to, double drop, boolean confirmed, @Nullable String reason, Words note) {

    @Override
    public String toString() {
      return "Setback[" + from + ", " + to + ", drop=" + drop + "]";
    }
  }

  private record Gathered(
      Map<String, ProblemEvent.Named> names,
      Map<String, Map<Place, Words>> links,
      Map<String, Map<Place, Double>> stages,
      List<SetbackExplained> reasons) {}

  /**
   * All problems of a client, in the order in which they were first named.
   *
   * @param events in order
   * @param quotes the client's quotes; those of {@code assimilation.*} suggest stages
   * @param meetings for each session its number and date, so that passages without a cue find
   *     theirs
   */
  public static List<Strip> of(
      List<ProblemEvent> events, List<Quote> quotes, Map<String, Meeting> meetings) {
    Gathered gathered = gather(events);
    List<Strip> strips = new ArrayList<>();
    gathered.names.forEach(
        (problem, named) -> {
          List<Passage> passages =
              passages(
                  gathered.links.getOrDefault(problem, Map.of()),
                  gathered.stages.getOrDefault(problem, Map.of()),
                  quotes,
                  meetings);
          Double reached = reached(passages);
          strips.add(
              new Strip(
                  problem,
                  named.words(),
                  named.byClient(),
                  passages,
                  sessions(passages),
                  setbacks(problem, passages, gathered.reasons),
                  reached,
                  says(passages, reached)));
        });
    return strips;
  }

  /** Number and date of a session. */
  public record Meeting(int number, LocalDate date) {}

  private static Gathered gather(List<ProblemEvent> events) {
    var gathered =
        new Gathered(new LinkedHashMap<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
    for (ProblemEvent event : events) {
      String problem = event.problem();
      Map<Place, Words> links = gathered.links.computeIfAbsent(problem, key -> new HashMap<>());
      switch (event) {
        case ProblemEvent.Named named -> gathered.names.put(problem, named);
        case ProblemEvent.Linked linked -> links.put(linked.place(), linked.quote());
        case ProblemEvent.Unlinked unlinked -> links.remove(unlinked.place());
        case ProblemEvent.Staged staged ->
            gathered
                .stages
                .computeIfAbsent(problem, key -> new HashMap<>())
                .put(staged.place(), staged.stage());
        case SetbackExplained explained -> gathered.reasons.add(explained);
      }
    }
    return gathered;
  }

  private static List<Passage> passages(
      Map<Place, Words> links,
      Map<Place, Double> stages,
      List<Quote> quotes,
      Map<String, Meeting> meetings) {
    return links.entrySet().stream()
        .filter(link -> meetings.containsKey(link.getKey().sessionId()))
        .map(
            link ->
                passage(
                    link.getKey(), link.getValue(), stages.get(link.getKey()), quotes, meetings))
        .sorted(
            Comparator.comparing(Passage::date)
                .thenComparingInt(Passage::number)
                .thenComparingInt(passage -> passage.place().turn())
                .thenComparingInt(passage -> passage.place().start()))
        .toList();
  }

  private static Passage passage(
      Place place,
      Words quote,
      @Nullable Double stage,
      List<Quote> quotes,
      Map<String, Meeting> meetings) {
    Meeting meeting = Objects.requireNonNull(meetings.get(place.sessionId()));
    Integer suggested =
        quotes.stream()
            .filter(cue -> cue.code().startsWith("assimilation."))
            .filter(cue -> place.overlaps(place(cue)))
            .map(Strip::stage)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Passage(place, meeting.number(), meeting.date(), quote, suggested, stage);
  }

  static Place place(Quote quote) {
    return new Place(quote.sessionId(), quote.turn(), quote.start(), quote.end());
  }

  private static int stage(Quote quote) {
    return Integer.parseInt(quote.code().substring("assimilation.".length()));
  }

  private static List<SessionStage> sessions(List<Passage> passages) {
    Map<String, List<Passage>> confirmed =
        passages.stream()
            .filter(passage -> passage.confirmed() != null)
            .collect(
                Collectors.groupingBy(
                    passage -> passage.place().sessionId(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<SessionStage> sessions = new ArrayList<>();
    confirmed.forEach(
        (id, its) -> {
          double[] stages = stages(its);
          sessions.add(
              new SessionStage(
                  id,
                  its.getFirst().number(),
                  its.getFirst().date(),
                  median(stages),
                  stages[0],
                  stages[stages.length - 1]));
        });
    return sessions;
  }

  private static double[] stages(List<Passage> passages) {
    return passages.stream()
        .map(Passage::confirmed)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static List<Setback> setbacks(
      String problem, List<Passage> passages, List<SetbackExplained> reasons) {
    List<Setback> setbacks = new ArrayList<>();
    Passage before = null;
    for (Passage passage : passages) {
      Double now = level(passage);
      if (now == null) {
        continue;
      }
      Double then = before == null ? null : level(before);
      if (before != null && then != null && then - now >= 1) {
        setbacks.add(setback(problem, before, passage, then - now, reasons));
      }
      before = passage;
    }
    return setbacks;
  }

  private static Setback setback(
      String problem, Passage from, Passage to, double drop, List<SetbackExplained> reasons) {
    SetbackExplained explained =
        reasons.stream()
            .filter(reason -> reason.problem().equals(problem))
            .filter(reason -> reason.place().equals(to.place()))
            .reduce((earlier, later) -> later)
            .orElse(null);
    return new Setback(
        from.place(),
        to.place(),
        drop,
        from.confirmed() != null && to.confirmed() != null,
        explained == null ? null : explained.reason().label(),
        explained == null ? Words.NONE : explained.note());
  }

  private static @Nullable Double level(Passage passage) {
    Integer suggested = passage.suggested();
    return passage.confirmed() != null || suggested == null
        ? passage.confirmed()
        : Double.valueOf(suggested);
  }

  /** The highest stage at or above which two confirmed passages of two sessions stand. */
  private static @Nullable Double reached(List<Passage> passages) {
    Map<String, Double> highest = new TreeMap<>();
    for (Passage passage : passages) {
      Double stage = passage.confirmed();
      if (stage != null) {
        highest.merge(passage.place().sessionId(), stage, Math::max);
      }
    }
    return highest.values().stream()
        .sorted(Comparator.reverseOrder())
        .skip(1)
        .findFirst()
        .orElse(null);
  }

  private static String says(List<Passage> passages, @Nullable Double reached) {
    long confirmed = passages.stream().filter(p -> p.confirmed() != null).count();
    long suggested =
        passages.stream().filter(p -> p.confirmed() == null && p.suggested() != null).count();
    String counts =
        "%d passages, %d with a stage that a person confirmed, %d with a suggested one."
            .formatted(passages.size(), confirmed, suggested);
    return reached == null
        ? counts + " No stage is claimed: that takes two confirmed passages in two sessions."
        : counts + " Stage %s, confirmed in two sessions.".formatted(number(reached));
  }

  private static String number(double stage) {
    return stage == Math.rint(stage) ? Long.toString((long) stage) : Double.toString(stage);
  }
}
