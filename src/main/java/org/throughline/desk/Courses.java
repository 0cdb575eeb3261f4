package org.throughline.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.throughline.indicator.Badges;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quote;
import org.throughline.indicator.Quotes;
import org.throughline.indicator.SessionKind;
import org.throughline.indicator.Setting;
import org.throughline.measure.Board;
import org.throughline.measure.Entry;
import org.throughline.measure.Questionnaires;
import org.throughline.measure.Words;
import org.throughline.problem.Candidates;
import org.throughline.problem.Strip;
import org.throughline.record.Actor;
import org.throughline.record.Casebook;
import org.throughline.record.Figures;
import org.throughline.record.Store;
import org.throughline.report.CohortMember;
import org.throughline.trajectory.History;
import org.throughline.trajectory.Trajectory;

/** From what is kept of a client to the course through it. */
final class Courses {

  /** One word and one title are shown as they stand; nothing in them is counted. */
  private static final Set<String> SHOWN_ONLY = Set.of("one_word", "chapter_title");

  private static final String REVIEW = "review";

  private final Store store;
  private final Questionnaires questionnaires;
  private final Engine engine;
  private final LocalFigures figures;

  Courses(Store store, Questionnaires questionnaires, Engine engine, LocalFigures figures) {
    this.store = store;
    this.questionnaires = questionnaires;
    this.engine = engine;
    this.figures = figures;
  }

  /**
   * One client's course through everything there is; codes that are exploratory are in no trend.
   */
  Course open(Actor by, String client) {
    return open(by, client, false);
  }

  /**
   * One client's course through everything there is.
   *
   * @param exploratory whether trends may rest on codes that are exploratory here
   */
  Course open(Actor by, String client, boolean exploratory) {
    Casebook book = store.casebooks().open(by, client, Kept.FORM, Kept::of);
    List<Indicators> all = meetings(book);
    List<Quote> quotes = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      quotes.addAll(Kept.quotes(book.figures().get(i), all.get(i)));
    }
    Trajectory trajectory = trajectory(book, all, figures.badges(), exploratory);
    Quotes bySession = Quotes.of(quotes, engine.opposes());
    Map<String, Strip.Meeting> places = new HashMap<>();
    all.forEach(m -> places.put(m.sessionId(), new Strip.Meeting(m.number(), m.date())));
    Board board = board(book);
    return new Course(
        book.client().pseudonym(),
        trajectory,
        quotes,
        bySession,
        board,
        Strip.of(Written.problems(book.client(), book.notes()), quotes, places),
        Written.claims(book.notes()),
        Written.profile(book.notes()),
        mentioned(book, board));
  }

  /** Many clients' courses without their quotes, for reports about all of them. */
  void each(
      Actor by,
      String why,
      List<String> clients,
      boolean withWords,
      Consumer<CohortMember> taking) {
    Badges badges = figures.badges();
    store
        .casebooks()
        .each(
            by,
            why,
            clients,
            Kept.FORM,
            withWords ? Figures.Extent.COUNTS_AND_WORDS : Figures.Extent.COUNTS,
            Kept::of,
            book -> {
              Board board = board(book);
              taking.accept(
                  CohortMember.of(
                      trajectory(book, meetings(book), badges, false),
                      Written.profile(book.notes()).groups(),
                      Written.claims(book.notes()),
                      board,
                      withWords ? mentioned(book, board) : Set.of()));
            });
  }

  private static Trajectory trajectory(
      Casebook book, List<Indicators> all, Badges badges, boolean exploratory) {
    return Trajectory.of(
        new History(
            book.client().id(),
            all.stream().filter(m -> !SHOWN_ONLY.contains(m.setting().prompt())).toList(),
            book.missed().stream()
                .map(one -> new History.Missed(one.date(), SessionKind.SESSION, one.reason()))
                .toList(),
            Written.profile(book.notes()).changeTarget().text()),
        badges,
        exploratory);
  }

  /** One for each of the book's figures, in the same order. */
  private static List<Indicators> meetings(Casebook book) {
    Map<String, SessionSetting> settings = Written.settings(book.notes());
    List<Indicators> meetings = new ArrayList<>();
    Map<String, String> schemes = new TreeMap<>();
    int checkIns = 0;
    for (Figures figures : book.figures()) {
      Indicators own = Kept.indicators(figures);
      // A codebook that found nothing does not tell its version: it is taken to be that of before.
      schemes.putAll(own.setting().codebooks());
      SessionSetting how = settings.get(figures.entry());
      String prompt = own.setting().prompt();
      meetings.add(
          own.at(
              figures.checkIn() ? ++checkIns : figures.number(),
              kind(figures, prompt),
              new Setting(
                  how == null ? "" : how.source(),
                  prompt,
                  how == null ? "" : how.therapist(),
                  own.setting().language(),
                  schemes)));
    }
    return meetings;
  }

  private static SessionKind kind(Figures figures, String prompt) {
    if (!figures.checkIn()) {
      return SessionKind.SESSION;
    }
    return prompt.startsWith(REVIEW) ? SessionKind.WRITTEN_REVIEW : SessionKind.CHECK_IN;
  }

  private Board board(Casebook book) {
    List<Entry> entries = new ArrayList<>(Written.measures(book.notes()));
    for (Figures figures : book.figures()) {
      if (figures.checkIn()) {
        entries.add(entry(figures));
      }
    }
    return Board.of(entries, questionnaires, Written.profile(book.notes()).norms());
  }

  private static Entry entry(Figures figures) {
    String prompt = Kept.indicators(figures).setting().prompt();
    var words = new Words(Kept.text(figures));
    return switch (prompt) {
      case "one_word" -> new Entry.OneWord(figures.entry(), figures.date(), words);
      case "chapter_title" -> new Entry.ChapterTitle(figures.entry(), figures.date(), words);
      default ->
          prompt.startsWith(REVIEW)
              ? new Entry.Review(figures.entry(), figures.date(), List.of(prompt), words)
              : new Entry.CheckIn(figures.entry(), figures.date(), prompt, words);
    };
  }

  /** Ids of goals of which some session shares a word. */
  private static Set<String> mentioned(Casebook book, Board board) {
    Set<String> mentioned = new TreeSet<>();
    Map<String, Words> goals = new TreeMap<>();
    board.goals().scaled().forEach(goal -> goals.put(goal.goal().id(), goal.goal().words()));
    board.goals().described().forEach(goal -> goals.put(goal.goal().id(), goal.goal().words()));
    if (goals.isEmpty()) {
      return mentioned;
    }
    for (Figures figures : book.figures()) {
      if (!figures.checkIn()) {
        Set<String> stems = Kept.stems(figures);
        goals.forEach(
            (id, words) -> {
              if (Candidates.mentions(words, stems)) {
                mentioned.add(id);
              }
            });
      }
    }
    return mentioned;
  }
}
