package org.throughline.research;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;
import org.throughline.statistic.Wilson;

/** What can be counted over a study's corpus. Only sessions that are still released enter. */
public final class Themes {

  private final Study study;
  private final Corpus corpus;
  private final List<Coded> codings;

  private Themes(Study study, Corpus corpus, List<Coded> codings) {
    this.study = study;
    this.corpus = corpus;
    this.codings = codings;
  }

  /**
   * Over the codings that hold: what coders agree on or an adjudicator settled in sessions all of
   * them finished, else what their one coder found.
   */
  public static Themes of(Study study, Corpus corpus) {
    List<Coded> held =
        study.consensus().stream()
            .filter(coded -> corpus.sessions().containsKey(coded.session()))
            .toList();
    return new Themes(study, corpus, held);
  }

  public List<Coded> codings() {
    return codings;
  }

  /**
   * Two codes in the same turn.
   *
   * @param turns in how many turns both stand
   * @param first turns with the first code
   * @param second turns with the second
   */
  public record Pair(String a, String b, int turns, int first, int second) {

    /** Of the turns with either, the share with both (Jaccard 1912). */
    public double overlap() {
      return (double) turns / (first + second - turns);
    }
  }

  /** Codes that stand in the same turns, the most frequent pairs first. */
  public List<Pair> pairs() {
    Map<String, Set<String>> turns = new TreeMap<>();
    for (Coded coded : codings) {
      turns
          .computeIfAbsent(coded.code(), code -> new TreeSet<>())
          .add(coded.session() + "/" + coded.turn());
    }
    List<String> codes = List.copyOf(turns.keySet());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      for (int j = i + 1; j < codes.size(); j++) {
        Set<String> first = turns.getOrDefault(codes.get(i), Set.of());
        Set<String> second = turns.getOrDefault(codes.get(j), Set.of());
        int both = (int) first.stream().filter(second::contains).count();
        if (both > 0) {
          pairs.add(new Pair(codes.get(i), codes.get(j), both, first.size(), second.size()));
        }
      }
    }
    pairs.sort(
        java.util.Comparator.comparingInt(Pair::turns)
            .reversed()
            .thenComparing(Pair::a)
            .thenComparing(Pair::b));
    return pairs;
  }

  /**
   * A code in one group of cases.
   *
   * @param clients clients of the group with the code, out of all clients of the group in the
   *     corpus
   * @param interval Wilson's, 95 %
   * @param codings how many codings these are
   */
  public record Cell(String code, String group, Tally clients, Interval interval, int codings) {}

  /** With fewer clients than this a group's row could point at somebody. */
  public static final int SMALLEST_GROUP = 10;

  /** Codes by what research knows of cases. */
  public List<Cell> byCase(CaseAttribute attribute) {
    return byCase(client -> attribute.group(corpus, client));
  }

  /**
   * Codes by an attribute of cases. Groups of fewer than {@link #SMALLEST_GROUP} clients are put
   * together under "other groups", and left out if they are still too few.
   *
   * @param attribute of a client's surrogate id
   */
  public List<Cell> byCase(Function<String, String> attribute) {
    Map<String, Set<String>> groups = groups(attribute);
    List<Cell> cells = new ArrayList<>();
    for (String code : codesUsed()) {
      groups.forEach(
          (group, clients) -> {
            Set<String> with = new TreeSet<>();
            int count = 0;
            for (Coded coded : codings) {
              String client = client(coded);
              if (clients.contains(client) && study.codes().upwards(coded.code()).contains(code)) {
                with.add(client);
                count++;
              }
            }
            Tally tally = new Tally(with.size(), clients.size());
            cells.add(new Cell(code, group, tally, Wilson.interval(tally), count));
          });
    }
    return cells;
  }

  private Map<String, Set<String>> groups(Function<String, String> attribute) {
    Map<String, Set<String>> all = new TreeMap<>();
    for (ReleasedSession session : corpus.sessions().values()) {
      all.computeIfAbsent(attribute.apply(session.client()), group -> new TreeSet<>())
          .add(session.client());
    }
    Map<String, Set<String>> groups = new TreeMap<>();
    Set<String> rest = new TreeSet<>();
    all.forEach(
        (group, clients) -> {
          if (clients.size() >= SMALLEST_GROUP) {
            groups.put(group, clients);
          } else {
            rest.addAll(clients);
          }
        });
    if (rest.size() >= SMALLEST_GROUP) {
      groups.put("other groups", rest);
    }
    return groups;
  }

  private Set<String> codesUsed() {
    Set<String> codes = new LinkedHashSet<>();
    codings.forEach(coded -> codes.addAll(study.codes().upwards(coded.code())));
    return new TreeSet<>(codes);
  }

  /**
   * A step of the saturation curve.
   *
   * @param sessions looked at so far
   * @param codes different codes met so far, the mean over random orders of the sessions
   */
  public record Step(int sessions, double codes) {}

  /**
   * How many different codes one meets in more and more sessions: the mean of 200 random orders, as
   * the order in which sessions were coded is an accident (Guest, Bunce and Johnson 2006 ask where
   * it flattens).
   */
  public List<Step> saturation() {
    Map<String, Set<String>> bySession = new TreeMap<>();
    for (String session : corpus.sessions().keySet()) {
      if (study.isOpenToComparison(session)) {
        bySession.put(session, new TreeSet<>());
      }
    }
    for (Coded coded : codings) {
      bySession.computeIfAbsent(coded.session(), session -> new TreeSet<>()).add(coded.code());
    }
    int orders = 200;
    double[] met = new double[bySession.size()];
    List<String> sessions = new ArrayList<>(bySession.keySet());
    Random random = new Random(study.seed());
    for (int i = 0; i < orders; i++) {
      Collections.shuffle(sessions, random);
      Set<String> seen = new TreeSet<>();
      for (int at = 0; at < sessions.size(); at++) {
        seen.addAll(bySession.getOrDefault(sessions.get(at), Set.of()));
        met[at] += seen.size();
      }
    }
    List<Step> steps = new ArrayList<>();
    for (int at = 0; at < met.length; at++) {
      steps.add(new Step(at + 1, met[at] / orders));
    }
    return steps;
  }

  /**
   * A coding with its words.
   *
   * @param quote "" where the client has not agreed to it
   */
  public record Quote(String client, String session, int day, Coded coding, String quote) {
    @Override
    public String toString() {
      return "Quote[" + session + ", " + coding.code() + "]";
    }
  }

  /**
   * Quotes of a code and those below it, drawn at random; each client once before anybody twice, so
   * that one talkative client does not speak for all.
   */
  public List<Quote> sample(String code, int size, long seed) {
    Map<String, List<Quote>> byClient = new TreeMap<>();
    for (Quote quote : quotes()) {
      if (study.codes().upwards(quote.coding().code()).contains(code)) {
        byClient.computeIfAbsent(quote.client(), client -> new ArrayList<>()).add(quote);
      }
    }
    Random random = new Random(seed);
    byClient.values().forEach(own -> Collections.shuffle(own, random));
    List<String> clients = new ArrayList<>(byClient.keySet());
    Collections.shuffle(clients, random);
    List<Quote> sample = new ArrayList<>();
    for (int round = 0; sample.size() < size; round++) {
      int before = sample.size();
      for (String client : clients) {
        List<Quote> own = byClient.getOrDefault(client, List.of());
        if (round < own.size() && sample.size() < size) {
          sample.add(own.get(round));
        }
      }
      if (sample.size() == before) {
        break;
      }
    }
    return sample;
  }

  /** Every coding with its words, by client, day and place. */
  public List<Quote> quotes() {
    return quotes(corpus.verbatim());
  }

  private List<Quote> quotes(Set<String> shown) {
    Map<String, Map<Integer, String>> texts = new LinkedHashMap<>();
    List<Quote> quotes = new ArrayList<>();
    for (Coded coded : codings) {
      ReleasedSession session = corpus.sessions().get(coded.session());
      if (session == null) {
        continue;
      }
      String text =
          texts
              .computeIfAbsent(coded.session(), id -> texts(session))
              .getOrDefault(coded.turn(), "");
      if (coded.end() <= text.length()) {
        quotes.add(
            new Quote(
                session.client(),
                session.session(),
                session.day(),
                coded,
                shown.contains(session.client()) ? coded.span().of(text) : ""));
      }
    }
    quotes.sort(
        java.util.Comparator.comparing(Quote::client)
            .thenComparingInt(Quote::day)
            .thenComparing(Quote::session)
            .thenComparingInt(quote -> quote.coding().turn())
            .thenComparingInt(quote -> quote.coding().start()));
    return quotes;
  }

  private static Map<Integer, String> texts(ReleasedSession session) {
    Map<Integer, String> texts = new LinkedHashMap<>();
    for (ReleasedTurn turn : session.turns()) {
      texts.put(turn.index(), turn.text());
    }
    return texts;
  }

  private String client(Coded coded) {
    ReleasedSession session = corpus.sessions().get(coded.session());
    return session == null ? "" : session.client();
  }

  /**
   * The coding table; see {@link CodingTable}. Words only of clients who let them be handed out.
   */
  public String table() {
    return CodingTable.csv(quotes(corpus.exportable()));
  }
}
