package org.throughline.desk;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.throughline.access.View;
import org.throughline.codebook.Codebook;
import org.throughline.desk.view.CheckInView;
import org.throughline.desk.view.ClientView;
import org.throughline.desk.view.CodingView;
import org.throughline.desk.view.ConsentView;
import org.throughline.desk.view.EntryView;
import org.throughline.desk.view.MissedView;
import org.throughline.desk.view.SessionView;
import org.throughline.measure.Questionnaires;
import org.throughline.record.Actor;
import org.throughline.record.Client;
import org.throughline.record.ConsentVersion;
import org.throughline.record.Decision;
import org.throughline.record.IdempotencyKey;
import org.throughline.record.NewCheckIn;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.record.StoreSettings;
import org.throughline.record.StoredCoding;
import org.throughline.record.Summary;
import org.throughline.report.Manifest;
import org.throughline.report.Reports;
import org.throughline.report.Verification;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;
import org.throughline.transcript.report.ImportResult;

/**
 * Everything the doors can ask for. Safe for use by many threads.
 *
 * <p>Throws {@link StoreException} where the store refuses, and {@link IllegalArgumentException}
 * where the asker can mend the question; neither carries a client's words.
 */
public final class Desk implements AutoCloseable {

  /** Value of the parameter "exploratory" that puts exploratory codes into trends. */
  public static final String INCLUDE = "include";

  private final Engine engine;
  private final Store store;
  private final Indexes indexes;
  private final Quoting quoting;
  private final Likening likening;
  private final Marking marking;
  private final SavedSearches searches;
  private final Exporting exporting;
  private final Reporting reporting;
  private final Receiving receiving;
  private final Revising revising;
  private final House house;
  private final HandCodings handCodings;
  private final Learning learning;
  private final CodebookShelf shelf;
  private final Custody custody;
  private final Studying studying;
  private final LocalFigures figures;
  private final Courses courses;
  private final Casework casework;
  private final Releasing releasing;
  private final ReleasedQuotes releasedQuotes;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Desk(
      Engine engine, Store store, Indexes indexes, ReleasedTexts texts, DeskSettings settings) {
    this.engine = engine;
    this.store = store;
    this.indexes = indexes;
    this.house = new House(store);
    Asking asking = new Asking(store, engine, house.spoken());
    this.quoting = new Quoting(store, indexes, engine, asking);
    this.likening = new Likening(store, indexes, quoting, asking);
    this.searches = new SavedSearches(store, engine, quoting);
    this.exporting = new Exporting(store, indexes, quoting, asking, Clock.systemUTC());
    this.reporting = new Reporting(store);
    this.handCodings = new HandCodings(engine, store);
    this.learning = new Learning(store, engine, handCodings, indexes::wake);
    this.marking = new Marking(store, indexes, quoting, asking, handCodings);
    this.shelf =
        new CodebookShelf(
            engine, store, new CodebookFiles(settings.codebooks(), settings.codebookArchive()));
    this.custody = new Custody(store, indexes);
    var questionnaires = Questionnaires.shipped();
    this.releasing = new Releasing(store, texts, indexes::wake);
    this.releasedQuotes = new ReleasedQuotes(store, indexes.released(), texts, engine);
    this.studying = new Studying(store, releasing::released);
    this.figures = new LocalFigures(store, studying);
    this.courses = new Courses(store, questionnaires, engine, figures);
    this.casework = new Casework(store, courses, questionnaires, this);
    this.receiving = new Receiving(store, learning, casework.problems());
    this.revising = new Revising(store, learning, casework.problems(), indexes::wake);
  }

  /**
   * Opens a practice's data folder, making it on first use, and lets the index catch up.
   *
   * @throws IOException if the codebooks or the index cannot be read
   */
  public static Desk open(DeskSettings settings) throws IOException {
    return open(settings, Engine.load(settings.codebooks()));
  }

  /** With an engine that is already loaded. */
  public static Desk open(DeskSettings settings, Engine engine) throws IOException {
    Store store = Store.open(StoreSettings.from(settings.data(), System.getenv()));
    try {
      ReleasedTexts texts = new ReleasedTexts(store);
      Indexes indexes = Indexes.open(settings, store, engine, texts);
      Desk desk = new Desk(engine, store, indexes, texts, settings);
      desk.shelf.archive();
      return desk;
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Enters a client whom no account treats yet. Nothing is consented to by this. */
  public ClientView addClient(
      Actor by, String pseudonym, List<String> problems, @Nullable IdempotencyKey key) {
    return addClient(by, pseudonym, problems, null, key);
  }

  /**
   * Enters a client.
   *
   * @param treatedBy id of the account that treats the client from now on; null for none yet
   */
  public ClientView addClient(
      Actor by,
      String pseudonym,
      List<String> problems,
      @Nullable String treatedBy,
      @Nullable IdempotencyKey key) {
    return view(store.clients().add(by, pseudonym, problems, treatedBy, key), Map.of());
  }

  /** The whole caseload, in the order of entry: for whoever sits at the machine. */
  public List<ClientView> clients(Actor by) {
    Map<String, Summary> summaries = store.entries().summaries(by);
    return store.clients().all(by).stream().map(client -> view(client, summaries)).toList();
  }

  /**
   * A part of the caseload.
   *
   * @param shown how much of the words of which client may show; those not in it are left out
   */
  public List<ClientView> clients(Actor by, Map<String, View> shown) {
    Map<String, Summary> summaries = store.entries().summaries(by);
    return shown.entrySet().stream()
        .map(one -> view(store.clients().find(by, one.getKey()), summaries).shown(one.getValue()))
        .toList();
  }

  public ClientView client(Actor by, String client) {
    return view(store.clients().find(by, client), store.entries().summaries(by));
  }

  /** Writes down a client's answer to one question. */
  public ConsentView recordConsent(Actor by, String client, Scope scope, NewConsent given) {
    ConsentView version = ConsentView.of(store.consents().record(by, client, scope, given));
    indexes.wake();
    return version;
  }

  /** Every answer the client gave. */
  public List<ConsentView> consents(String client) {
    return store.consents().history(client).stream().map(ConsentView::of).toList();
  }

  /**
   * Reads, codes and keeps a transcript: all of it or nothing.
   *
   * @throws StoreException.ConsentMissing before the file is even read
   */
  public Received receive(
      Actor by, String client, TranscriptFile file, @Nullable IdempotencyKey key) {
    requireConsent(by, client);
    Received received = receiving.receive(by, client, file, key);
    indexes.wake();
    return received;
  }

  /**
   * Reads a transcript as {@link #receive} would, and keeps nothing of it.
   *
   * @throws StoreException.ConsentMissing before the file is even read
   */
  public ImportResult preview(Actor by, String client, TranscriptFile file) {
    requireConsent(by, client);
    return receiving.look(client, file);
  }

  /** Corrections, and who spoke. */
  public Revising revising() {
    return revising;
  }

  /** Codes and keeps what a client wrote between sessions. */
  public CheckInView addCheckIn(
      Actor by,
      String client,
      LocalDate date,
      String prompt,
      String text,
      @Nullable IdempotencyKey key) {
    requireConsent(by, client);
    var written = new Transcript(List.of(new Turn(0, null, Role.CLIENT, text, null, null)));
    CheckInView kept =
        CheckInView.of(
            store
                .entries()
                .addCheckIn(by, client, new NewCheckIn(date, prompt, learning.code(written)), key));
    indexes.wake();
    return kept;
  }

  /**
   * Writes down that a session did not take place.
   *
   * @param reason "" where nobody gave one
   */
  public MissedView addMissed(
      Actor by, String client, LocalDate date, String reason, @Nullable IdempotencyKey key) {
    return MissedView.of(store.missed().add(by, client, date, reason, key));
  }

  /** The client's sessions that did not take place, by date; the reasons are words like others. */
  public List<MissedView> missed(Actor by, String client) {
    requireConsent(by, client);
    return store.missed().of(by, client).stream().map(MissedView::of).toList();
  }

  /** The client's sessions by number. */
  public List<SessionView> sessions(Actor by, String client) {
    return store.entries().sessions(by, client).stream().map(SessionView::of).toList();
  }

  /** A session or check-in with its words and codings. */
  public EntryView entry(Actor by, String entry) {
    String client = store.entries().clientOf(entry);
    requireConsent(by, client);
    return EntryView.of(
        store.entries().content(by, entry), store.clients().find(by, client).pseudonym());
  }

  /** Writes down what a person says about a coding. */
  public CodingView decide(Actor by, String coding, Decision.What what, @Nullable String note) {
    requireConsent(by, store.codings().clientOf(coding));
    if (what instanceof Decision.Change change) {
      handCodings.requireCode(change.code());
    }
    StoredCoding decided = store.codings().decide(by, coding, what, note);
    indexes.wake();
    return coding(by, decided);
  }

  /**
   * Keeps a coding that a person made.
   *
   * @throws IllegalArgumentException if no codebook has the code, or the words are not there
   */
  public CodingView addCoding(Actor by, String entry, String code, int turn, Span span) {
    requireConsent(by, store.entries().clientOf(entry));
    CodingView added = handCodings.add(by, entry, code, turn, span);
    indexes.wake();
    return added;
  }

  /** Takes the last decision about a coding back. */
  public CodingView undo(Actor by, String coding) {
    Decision last =
        store
            .codings()
            .find(by, coding)
            .last()
            .orElseThrow(() -> new IllegalArgumentException("there is no decision to take back"));
    return decide(by, coding, new Decision.Undo(last.id()), null);
  }

  private CodingView coding(Actor by, StoredCoding coding) {
    var turns = store.entries().content(by, coding.entry()).transcript().turns();
    return CodingView.of(coding, turns.get(coding.coding().turn()).text());
  }

  /** The client's course through all that is kept. */
  public Course course(Actor by, String client) {
    return course(by, client, false);
  }

  /**
   * The same.
   *
   * @param exploratory whether trends may rest on codes that are exploratory here
   */
  public Course course(Actor by, String client, boolean exploratory) {
    requireConsent(by, client);
    return courses.open(by, client, exploratory);
  }

  /**
   * A report about the client as of now.
   *
   * @param name one of {@link Reports#NAMES}
   * @param parameters as {@link Reports#make} takes them; a session by number or id
   * @throws StoreException.ConsentMissing for want of what this report takes besides {@code
   *     treatment_analysis}: {@code supervision} and {@code quote_verbatim}, or {@code
   *     external_export}
   * @throws IllegalArgumentException if the report is refused, with what to do
   */
  public Reports.Made report(Actor by, String client, String name, Map<String, String> parameters) {
    requireConsent(by, client);
    reporting.requireConsent(client, name);
    Reports.Made made =
        reporting.make(by, client, course(by, client, asked(parameters)), name, parameters);
    casework.manifests().keep(by, client, made.manifest());
    return made;
  }

  private static boolean asked(Map<String, String> parameters) {
    return INCLUDE.equals(parameters.get("exploratory"));
  }

  /** Makes the report of a manifest again and says where it no longer holds. */
  public Verification verify(Actor by, String client, Manifest kept) {
    requireConsent(by, client);
    reporting.requireConsent(client, kept.report());
    return reporting.verify(by, client, course(by, client, asked(kept.parameters())), kept);
  }

  /** Verbatim quotes. */
  public Quoting quoting() {
    return quoting;
  }

  /** Quotes by their meaning. */
  public Likening likening() {
    return likening;
  }

  /** Codings that people make. */
  public Marking marking() {
    return marking;
  }

  /** Questions kept under a name. */
  public SavedSearches searches() {
    return searches;
  }

  /** Lists of quotes to hand out. */
  public Exporting exporting() {
    return exporting;
  }

  public List<Codebook> codebooks() {
    return engine.codebooks();
  }

  /**
   * The codebook with this id.
   *
   * @throws StoreException.NotFound if there is none
   */
  public Codebook codebook(String name) {
    return engine.codebook(name).orElseThrow(() -> new StoreException.NotFound("codebook"));
  }

  /** Loads the language models in the background, so that the first upload need not wait. */
  public void warmUp() {
    Thread.ofPlatform().daemon().name("warm-up").start(engine::warmUp);
  }

  /** Waits until everything kept so far can be found by a search. */
  public void settle() throws InterruptedException {
    indexes.settle();
  }

  /** Waits until everything kept so far can be found by its meaning too, where that is on. */
  public void settleAll() throws InterruptedException {
    indexes.settleAll();
  }

  /** Empties the index and fills it again from the store. */
  public void reindex() throws IOException, InterruptedException {
    indexes.restart();
    indexes.settleAll();
  }

  private void requireConsent(Actor by, String client) {
    requireConsent(store, by, client);
  }

  static void requireConsent(Store store, Actor by, String client) {
    store.clients().find(by, client);
    if (!store.consents().permits(client, Scope.TREATMENT_ANALYSIS)) {
      throw new StoreException.ConsentMissing(Scope.TREATMENT_ANALYSIS);
    }
  }

  private ClientView view(Client client, Map<String, Summary> summaries) {
    List<ConsentVersion> given = store.consents().history(client.id());
    Instant now = Instant.now();
    List<String> open = new ArrayList<>();
    for (Scope scope : Scope.values()) {
      if (ConsentVersion.permits(given, scope, now)) {
        open.add(scope.id());
      }
    }
    return ClientView.of(client, open, summaries.getOrDefault(client.id(), Summary.NOTHING));
  }

  /** What people write down beside the sessions, and what is made of it. */
  public Casework casework() {
    return casework;
  }

  /** The codebooks as files: their texts, versions, and changing them. */
  public CodebookShelf shelf() {
    return shelf;
  }

  /** Research studies over what was released. */
  public Studying studies() {
    return studying;
  }

  /** How each automatic code fares against people here. */
  public LocalFigures figures() {
    return figures;
  }

  /** Coders learned from people's decisions. */
  public Learning learning() {
    return learning;
  }

  /** Accounts, and who may do what. */
  public House house() {
    return house;
  }

  /** The gate to research. */
  public Releasing releasing() {
    return releasing;
  }

  /** Verbatim quotes of what was released. */
  public ReleasedQuotes releasedQuotes() {
    return releasedQuotes;
  }

  /** What leaves the record, and what is taken out of it. */
  public Custody custody() {
    return custody;
  }

  /** Closing again does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      shelf.close();
      indexes.close();
      store.close();
    }
  }
}
