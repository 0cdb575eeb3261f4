package org.throughline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.Agreement;
import org.throughline.agreement.CodeAgreement;
import org.throughline.agreement.CodingUnit;
import org.throughline.agreement.Resampling;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedSessions;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.exchange.Imported;
import org.throughline.exchange.Loss;
import org.throughline.exchange.QdaFile;
import org.throughline.exchange.QdaReader;
import org.throughline.record.Actor;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.record.Studies;
import org.throughline.record.StudyRow;
import org.throughline.research.Adjudication;
import org.throughline.research.Assignments;
import org.throughline.research.Corpus;
import org.throughline.research.Criteria;
import org.throughline.research.Pinned;
import org.throughline.research.Snapshot;
import org.throughline.research.Study;
import org.throughline.research.StudyAgreement;
import org.throughline.research.StudyCode;
import org.throughline.research.StudyCodes;
import org.throughline.research.StudyEvent;
import org.throughline.research.StudyEvent.Duty;
import org.throughline.research.StudyJson;
import org.throughline.research.Task;
import org.throughline.research.Themes;
import org.throughline.research.Training;
import org.throughline.transcript.Span;
import org.throughline.transcript.source.UnreadableException;

/**
 * What researchers ask for. Every call asks the release gate afresh which sessions are released;
 * what an open study holds of a client who has withdrawn is deleted at that moment.
 */
public final class Studying {

  private final Store store;
  private final Function<Actor, ReleasedSessions> released;

  /**
   * Over what somebody may read of the release.
   *
   * @param released asked afresh at each call
   */
  public Studying(Store store, Function<Actor, ReleasedSessions> released) {
    this.store = store;
    this.released = released;
  }

  /**
   * A study as it stands now.
   *
   * @param last number of its last event, to append after
   */
  public record Open(String id, long last, Study study, Corpus corpus) {}

  /** Begins a study; returns its id. */
  public String begin(Actor by, String name, String question, Criteria criteria, long seed) {
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("a study has a name of 1 to 200 characters");
    }
    return store
        .studies()
        .begin(by, StudyJson.write(new StudyEvent.Created(name, question, criteria, seed)));
  }

  /** All studies. */
  public List<Open> all(Actor by) {
    Snapshot snapshot = Snapshot.of(released.apply(by));
    return ids(by).stream().map(id -> open(by, id, snapshot)).toList();
  }

  /** The ids of all studies, the oldest first. */
  List<String> ids(Actor by) {
    return store.studies().all(by);
  }

  /** Krippendorff's alpha of each code that people coded twice so far. */
  Map<String, Agreement> alphas(Actor by, String id) {
    Open now = open(by, id);
    return StudyAgreement.alphas(now.study(), now.corpus(), Resampling.DEFAULT);
  }

  /** A study and what is left of its corpus; clients who withdrew are taken out on the way. */
  public Open open(Actor by, String id) {
    return open(by, id, Snapshot.of(released.apply(by)));
  }

  private Open open(Actor by, String id, Snapshot snapshot) {
    Open now = load(by, id, snapshot);
    if (now.study().frozen().isPresent()) {
      return now;
    }
    int forgotten =
        now.corpus().clientsGone().stream()
            .filter(client -> snapshot.of(client).isEmpty())
            .mapToInt(client -> store.studies().forget(by, id, client))
            .sum();
    return forgotten == 0 ? now : load(by, id, snapshot);
  }

  private Open load(Actor by, String id, Snapshot snapshot) {
    List<StudyRow> rows = store.studies().events(by, id);
    Study study = Study.of(rows.stream().map(row -> StudyJson.read(row.json())).toList());
    return new Open(id, rows.getLast().number(), study, Corpus.of(study.corpus(), snapshot));
  }

  /** Sets the codes; those in use must stay. */
  public void setCodes(Actor by, String id, List<StudyCode> codes) {
    Open now = changeable(by, id);
    StudyCodes tree = new StudyCodes(codes);
    for (StudyEvent.Coded coded : now.study().counted()) {
      if (!tree.has(coded.code())) {
        throw new IllegalArgumentException("the code " + coded.code() + " is in use and must stay");
      }
    }
    append(by, now, new StudyEvent.CodesSet(codes));
  }

  /** Chooses the corpus by the study's criteria and pins it; returns how many sessions. */
  public int pin(Actor by, String id) {
    Open now = changeable(by, id);
    if (!now.study().coders().isEmpty()) {
      throw new IllegalArgumentException("sessions are assigned already; begin another study");
    }
    List<Pinned> corpus =
        Corpus.select(now.study().criteria(), Snapshot.of(released.apply(by)), now.study().seed());
    append(by, now, new StudyEvent.CorpusPinned(corpus));
    return corpus.size();
  }

  /**
   * Shares the corpus out.
   *
   * @param twice how many sessions all coders get; for coding, the rest goes to one each
   */
  public void assign(Actor by, String id, List<String> coders, int twice, Duty duty) {
    Open now = changeable(by, id);
    List<String> sessions = List.copyOf(now.corpus().sessions().keySet());
    if (sessions.isEmpty()) {
      throw new IllegalArgumentException("there are no sessions yet; choose the corpus first");
    }
    List<String> fit = Assignments.fit(now.study(), sessions, duty);
    if (duty == Duty.TRAINING && coders.stream().anyMatch(each -> wroteKey(now, fit, each))) {
      throw new IllegalArgumentException("whoever writes the key cannot train against it");
    }
    long seed = now.study().seed();
    List<StudyEvent> events = new ArrayList<>();
    Map<String, List<String>> plan =
        duty == Duty.CODING
            ? Assignments.plan(fit, coders, twice, seed)
            : Assignments.same(fit, coders, twice, seed);
    plan.forEach((coder, own) -> events.add(new StudyEvent.Assigned(coder, duty, own)));
    append(by, now, events.toArray(StudyEvent[]::new));
  }

  private static boolean wroteKey(Open now, List<String> sessions, String coder) {
    return sessions.stream().anyMatch(one -> now.study().coders(one, Duty.KEY).contains(coder));
  }

  /** The asker's sessions in the asker's order. */
  public List<Task> tasks(Actor by, String id) {
    Open now = open(by, id);
    return now.study().order(by.account()).stream()
        .map(session -> now.corpus().sessions().get(session))
        .filter(java.util.Objects::nonNull)
        .map(session -> Task.of(now.study(), by.account(), session))
        .toList();
  }

  /**
   * How far the coding of a session is. Counts alone: they tell nobody what another marked.
   *
   * @param finished how many of its coders have finished
   * @param places stretches that somebody marked; null until all have finished
   * @param disputed those on which coders differ and nobody has settled anything; null likewise
   */
  public record Progress(
      String session,
      List<String> coders,
      int finished,
      @Nullable Integer places,
      @Nullable Integer disputed) {}

  /** The sessions of the corpus with how far their coding is. */
  public List<Progress> progress(Actor by, String id) {
    Open now = open(by, id);
    return now.corpus().sessions().keySet().stream()
        .map(session -> progress(now.study(), session))
        .toList();
  }

  private static Progress progress(Study study, String session) {
    Set<String> coders = study.coders(session, Duty.CODING);
    int finished = (int) coders.stream().filter(coder -> study.isFinished(coder, session)).count();
    if (!study.isOpenToComparison(session)) {
      return new Progress(session, List.copyOf(coders), finished, null, null);
    }
    List<Adjudication.Place> places = Adjudication.of(study, session).places();
    int disputed =
        (int)
            places.stream()
                .filter(place -> !place.isUnanimous() && place.settled().isEmpty())
                .count();
    return new Progress(session, List.copyOf(coders), finished, places.size(), disputed);
  }

  /** One of the asker's sessions. */
  public Task task(Actor by, String id, String session) {
    Open now = open(by, id);
    Task task = Task.of(now.study(), by.account(), session(now, session));
    handOut(by, "study.read", id, List.of(session));
    return task;
  }

  /** Puts a code on words of a session of one's own; returns the coding's id. */
  public String code(Actor by, String id, String session, int turn, Span span, String code) {
    Open now = changeable(by, id);
    ReleasedSession released = session(now, session);
    Task task = Task.of(now.study(), by.account(), released);
    if (task.finished()) {
      throw new IllegalArgumentException("you have finished this session");
    }
    if (!now.study().codes().has(code)) {
      throw new IllegalArgumentException("the study has no such code");
    }
    requireWithin(released, turn, span);
    String coding = UUID.randomUUID().toString();
    append(
        by,
        now,
        new StudyEvent.Coded(coding, by.account(), session, turn, span.start(), span.end(), code));
    return coding;
  }

  /** Takes one's own coding back. */
  public void remove(Actor by, String id, String coding) {
    Open now = changeable(by, id);
    StudyEvent.Coded coded =
        now.study()
            .coding(coding)
            .filter(each -> each.coder().equals(by.account()))
            .orElseThrow(() -> new StoreException.NotFound("coding"));
    if (now.study().isFinished(by.account(), coded.session())) {
      throw new IllegalArgumentException("you have finished this session");
    }
    append(by, now, new StudyEvent.Removed(coding, by.account()));
  }

  /** Ends the asker's work on a session; from now on it can be compared. */
  public void finish(Actor by, String id, String session) {
    Open now = changeable(by, id);
    if (now.study().duty(by.account(), session).isEmpty()) {
      throw new IllegalArgumentException("this session is not assigned to you");
    }
    append(by, now, new StudyEvent.Finished(by.account(), session));
  }

  /** Writes a memo; returns its id. */
  public String memo(Actor by, String id, StudyEvent.On on, String subject, String text) {
    Open now = changeable(by, id);
    String session =
        switch (on) {
          case CODE -> null;
          case SESSION -> session(now, subject).session();
          case CODING ->
              now.study()
                  .coding(subject)
                  .orElseThrow(() -> new StoreException.NotFound("coding"))
                  .session();
        };
    if (text.isBlank() || text.length() > 20_000) {
      throw new IllegalArgumentException("a memo has 1 to 20,000 characters");
    }
    String memo = UUID.randomUUID().toString();
    append(by, now, new StudyEvent.Memo(memo, by.account(), on, subject, session, text));
    return memo;
  }

  /** The memos that the asker may read; none on words of clients who withdrew. */
  public List<StudyEvent.Memo> memos(Actor by, String id) {
    Open now = open(by, id);
    return now.study().memos(by.account()).stream()
        .filter(
            memo -> memo.session() == null || now.corpus().sessions().containsKey(memo.session()))
        .toList();
  }

  /** A session's codings side by side. */
  public Adjudication adjudication(Actor by, String id, String session) {
    Open now = open(by, id);
    session(now, session);
    return Adjudication.of(now.study(), session);
  }

  /** The words of a session whose coders have all finished, for whoever compares them. */
  public List<ReleasedTurn> turns(Actor by, String id, String session) {
    Open now = open(by, id);
    ReleasedSession released = session(now, session);
    if (!now.study().isOpenToComparison(session)) {
      throw new IllegalArgumentException("not all coders of this session have finished");
    }
    List<ReleasedTurn> turns = List.copyOf(released.turns());
    handOut(by, "study.read", id, List.of(session));
    return turns;
  }

  /** Writes down what the adjudicator holds to be right. */
  public void settle(
      Actor by, String id, String session, int turn, Span span, String code, boolean applies) {
    Open now = changeable(by, id);
    requireWithin(session(now, session), turn, span);
    Adjudication.of(now.study(), session);
    if (!now.study().codes().has(code)) {
      throw new IllegalArgumentException("the study has no such code");
    }
    append(
        by,
        now,
        new StudyEvent.Settled(
            session, turn, span.start(), span.end(), code, applies, by.account()));
  }

  /** The asker's finished session against the expert's key. */
  public Training training(Actor by, String id, String session) {
    Open now = open(by, id);
    session(now, session);
    return Training.of(now.study(), by.account(), session);
  }

  /** Agreement so far; empty with fewer than two coders. */
  public List<CodeAgreement> agreement(Actor by, String id, CodingUnit unit) {
    Open now = open(by, id);
    return StudyAgreement.of(now.study(), now.corpus(), unit, Resampling.DEFAULT);
  }

  /** What can be counted in the consensus, or in all counted codings while there is none. */
  public Themes themes(Actor by, String id) {
    Open now = open(by, id);
    store.audit().record(by, "study.themes", null, id, "");
    return Themes.of(now.study(), now.corpus());
  }

  /** Quotes of a code and those below it; see {@link Themes#sample}. */
  public List<Themes.Quote> quotes(Actor by, String id, String code, int size, long seed) {
    List<Themes.Quote> quotes = themes(by, id).sample(code, size, seed);
    handOut(
        by,
        "study.quotes",
        id,
        quotes.stream()
            .filter(quote -> !quote.quote().isEmpty())
            .map(Themes.Quote::session)
            .distinct()
            .toList());
    return quotes;
  }

  /** All codings as a table to take along; see {@link Themes#table}. */
  public String table(Actor by, String id) {
    Open now = open(by, id);
    Themes themes = Themes.of(now.study(), now.corpus());
    String table = themes.table();
    Set<String> coded =
        themes.codings().stream().map(StudyEvent.Coded::session).collect(Collectors.toSet());
    handOut(by, "export.codings", id, exported(now).stream().filter(coded::contains).toList());
    return table;
  }

  /** Sessions whose words may leave in a file. */
  private static List<String> exported(Open now) {
    return now.corpus().sessions().values().stream()
        .filter(session -> now.corpus().exportable().contains(session.client()))
        .map(ReleasedSession::session)
        .toList();
  }

  private void handOut(Actor by, String action, String study, List<String> sessions) {
    if (!released.apply(by).handOut(action, study, sessions)) {
      throw new StoreException.Conflict("a client has withdrawn a moment ago; ask again");
    }
  }

  /**
   * The study as a REFI-QDA project to take along, with the list of what is not in it. Words only
   * of clients who agreed to be quoted and handed out.
   */
  public QdaFile project(Actor by, String id) {
    Open now = open(by, id);
    QdaFile file = StudyProject.of(now.study(), now.corpus(), by.account());
    store
        .audit()
        .record(by, "study.project", null, id, now.corpus().exportable().size() + " clients");
    handOut(by, "export.study", id, exported(now));
    return file;
  }

  /**
   * What an import came to.
   *
   * @param added codings that are the asker's own now
   * @param losses what was passed over, and why
   * @param quarantined selections whose positions and words disagree
   * @param reading how the file counts positions
   */
  public record ProjectImport(int added, List<Loss> losses, int quarantined, String reading) {
    public ProjectImport {
      losses = List.copyOf(losses);
    }
  }

  /**
   * Takes codings over that the asker made in another program on an exported project.
   *
   * @param user under what name the file has them; null for any who is no other coder of the study
   * @throws IllegalArgumentException if the file is no project that can be read
   */
  public ProjectImport take(Actor by, String id, byte[] file, @Nullable String user) {
    Open now = changeable(by, id);
    Imported imported;
    try {
      imported = QdaReader.read(file);
    } catch (UnreadableException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    StudyImport.Taken taken =
        StudyImport.of(now.study(), now.corpus(), by.account(), imported, user);
    if (!taken.added().isEmpty()) {
      append(by, now, taken.added().toArray(StudyEvent[]::new));
    }
    return new ProjectImport(
        taken.added().size(), taken.losses(), taken.quarantine().size(), taken.reading());
  }

  /** Freezes a study: the hash says what was found in what. */
  public String freeze(Actor by, String id) {
    Open now = changeable(by, id);
    String hash = now.study().hash();
    append(by, now, new StudyEvent.Frozen(hash));
    return hash;
  }

  private Open changeable(Actor by, String id) {
    Open now = open(by, id);
    if (now.study().frozen().isPresent()) {
      throw new StoreException.Conflict("the study is frozen");
    }
    return now;
  }

  private static ReleasedSession session(Open now, String session) {
    return Optional.ofNullable(now.corpus().sessions().get(session))
        .orElseThrow(() -> new StoreException.NotFound("session"));
  }

  private static void requireWithin(ReleasedSession session, int turn, Span span) {
    ReleasedTurn found =
        session.turns().stream()
            .filter(each -> each.index() == turn)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the session has no turn " + turn));
    if (span.length() == 0 || span.end() > found.text().length()) {
      throw new IllegalArgumentException(
          span + " is not within the turn of " + found.text().length() + " units");
    }
  }

  private void append(Actor by, Open now, StudyEvent... events) {
    List<Studies.Appended> rows = new ArrayList<>();
    for (StudyEvent event : events) {
      rows.add(new Studies.Appended(client(now, event), StudyJson.write(event)));
    }
    store.studies().append(by, now.id(), now.last(), rows);
  }

  private static @Nullable String client(Open now, StudyEvent event) {
    String session = event.aboutSession();
    return now.study().corpus().stream()
        .filter(each -> each.session().equals(session))
        .map(Pinned::client)
        .findFirst()
        .orElse(null);
  }
}
