package org.throughline.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.TurnFacts;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/** Sessions held and missed, and check-ins. An upload is one transaction: all of it or nothing. */
public final class Entries {

  private final Database database;
  private final Vault vault;
  private final EntryRows rows;
  private final MissedRows missed;
  private final TurnRows turns;
  private final CodingRows codings;
  private final WordRows words;

  Entries(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    this.rows = new EntryRows(vault);
    this.missed = new MissedRows(vault);
    this.turns = new TurnRows(vault);
    this.codings = new CodingRows(vault);
    this.words = new WordRows(vault);
  }

  /**
   * Keeps a session: the bytes it came from, its turns, facts and codings, and which label is whom
   * for the client's next upload.
   *
   * @param key the caller's name for the request; null for none
   * @throws StoreException.ConsentMissing if the client has not consented to {@code
   *     treatment_analysis}; nothing is kept
   * @throws StoreException.Conflict if the client already has a session with this number or from
   *     the same bytes
   * @throws StoreException.NotFound if there is no such client
   * @throws StoreException.OutOfSpace if the disk is full, or nearly
   */
  public SessionRecord addSession(
      Actor by, String client, NewSession session, @Nullable IdempotencyKey key) {
    database.requireRoom(session.original().length);
    return database.write(
        by,
        work -> {
          Clients.require(work.handle(), client);
          requireConsent(work, client);
          var earlier = Idempotency.earlier(work, key);
          if (earlier.isPresent()) {
            work.audit("session.add.again", client, earlier.get(), "");
            return session(work.handle(), earlier.get());
          }
          SessionRecord record = rows.newSession(work, client, session);
          rows.insert(work, record, session.original());
          insertContent(work, record, session.coded());
          Clients.remember(work, vault, client, labels(session.coded().transcript()));
          Idempotency.keep(work, key, record.id());
          work.outbox(OutboxEvent.Kind.ENTRY_ADDED, client, record.id());
          work.audit("session.add", client, record.id(), record.sha256());
          return record;
        });
  }

  /** Keeps a check-in, under the same rules as a session. */
  public CheckInRecord addCheckIn(
      Actor by, String client, NewCheckIn checkIn, @Nullable IdempotencyKey key) {
    database.requireRoom(0);
    return database.write(
        by,
        work -> {
          Clients.require(work.handle(), client);
          requireConsent(work, client);
          var earlier = Idempotency.earlier(work, key);
          if (earlier.isPresent()) {
            work.audit("check_in.add.again", client, earlier.get(), "");
            return checkIn(work.handle(), earlier.get());
          }
          CheckInRecord record = rows.newCheckIn(work, client, checkIn);
          rows.insert(work, record);
          insertContent(work, record, checkIn.coded());
          Idempotency.keep(work, key, record.id());
          work.outbox(OutboxEvent.Kind.ENTRY_ADDED, client, record.id());
          work.audit("check_in.add", client, record.id(), "");
          return record;
        });
  }

  /**
   * Writes down that a session did not take place, under the same rules as a session.
   *
   * @param reason "" where nobody gave one
   * @throws StoreException.Conflict if the day is down as missed already
   */
  public MissedSession addMissed(
      Actor by, String client, LocalDate date, String reason, @Nullable IdempotencyKey key) {
    database.requireRoom(0);
    return database.write(
        by,
        work -> {
          Clients.require(work.handle(), client);
          requireConsent(work, client);
          var earlier = Idempotency.earlier(work, key);
          if (earlier.isPresent()) {
            work.audit("missed.add.again", client, earlier.get(), "");
            return missed.load(work.handle(), earlier.get());
          }
          MissedSession record = missed.insert(work, client, date, reason);
          Idempotency.keep(work, key, record.id());
          work.audit("missed.add", client, record.id(), "");
          return record;
        });
  }

  /**
   * Takes back that a session was missed: it leaves lists and figures, and stays on record.
   *
   * @throws StoreException.NotFound if the client has no such missed session
   */
  public void retractMissed(Actor by, String client, String id) {
    database.write(
        by,
        work -> {
          missed.retract(work, client, id);
          work.audit("missed.retract", client, id, "");
          return true;
        });
  }

  /** The client's sessions that did not take place, by date. */
  public List<MissedSession> missed(Actor by, String client) {
    return database.readLogged(
        by,
        "missed.list",
        client,
        null,
        handle -> {
          Clients.require(handle, client);
          return missed.of(handle, client);
        });
  }

  /**
   * How much there is of each client, from what needs no key: one event in the log for all.
   *
   * @return by client id, for those who have anything
   */
  public Map<String, Summary> summaries(Actor by) {
    return database.readLogged(by, "caseload.read", null, null, rows::summaries);
  }

  /** A client's sessions by number, without those taken back. */
  public List<SessionRecord> sessions(Actor by, String client) {
    return database.readLogged(
        by,
        "session.list",
        client,
        null,
        handle -> {
          Clients.require(handle, client);
          return standing(handle, client, SessionRecord.class);
        });
  }

  /** A client's check-ins by date, without those taken back. */
  public List<CheckInRecord> checkIns(Actor by, String client) {
    return database.readLogged(
        by,
        "check_in.list",
        client,
        null,
        handle -> {
          Clients.require(handle, client);
          return standing(handle, client, CheckInRecord.class);
        });
  }

  /**
   * One entry with its words and codings.
   *
   * @throws StoreException.NotFound if there is none
   */
  public EntryContent content(Actor by, String entry) {
    String client = clientOf(entry);
    return database.readLogged(
        by, "entry.read", client, entry, handle -> load(handle, rows.load(handle, entry)));
  }

  /**
   * All of a client's entries with words and codings: sessions by number, then check-ins by date.
   */
  public List<EntryContent> contents(Actor by, String client) {
    return database.readLogged(
        by,
        "record.read",
        client,
        client,
        handle -> {
          Clients.require(handle, client);
          List<EntryContent> contents = new ArrayList<>();
          standing(handle, client, SessionRecord.class).forEach(e -> contents.add(load(handle, e)));
          standing(handle, client, CheckInRecord.class).forEach(e -> contents.add(load(handle, e)));
          return contents;
        });
  }

  /**
   * Entries as the index takes them in, in the order asked for: one event in the log for all. Left
   * out are those that are gone, taken back, or of a client who is being erased.
   */
  public List<EntryWords> forIndex(Actor by, List<String> ids) {
    return database.readLogged(
        by,
        "index.read",
        null,
        null,
        handle -> {
          List<EntryWords> found = new ArrayList<>();
          for (String id : ids) {
            rows.find(handle, id)
                .filter(entry -> !entry.retracted())
                .ifPresent(entry -> found.add(withWords(handle, entry)));
          }
          return found;
        });
  }

  private EntryWords withWords(Handle handle, Entry entry) {
    EntryContent content = load(handle, entry);
    return new EntryWords(content, words.load(handle, entry, content.transcript()));
  }

  /**
   * Lets somebody open passages here and there. What was opened is in the log, in one transaction,
   * before the result is handed out.
   *
   * @param action for the log: "quote.search"
   * @param detail for the log; holds no words
   */
  public <T> T quoting(
      Actor by, String action, @Nullable String client, String detail, Quoting<T> asking) {
    List<Passages.Opened> opened = new ArrayList<>();
    T result =
        database.read(handle -> asking.ask(new Passages(handle, vault, turns, codings, opened)));
    database.write(
        by,
        work -> {
          work.audit(action, client, null, detail);
          opened.forEach(one -> work.audit("quote.read", one.client(), one.entry(), ""));
          return true;
        });
    return result;
  }

  /** What is done with passages. */
  @FunctionalInterface
  public interface Quoting<T> {
    T ask(Passages passages);
  }

  /** The uploaded bytes of a session. */
  public byte[] original(Actor by, String session) {
    String client = clientOf(session);
    return database.readLogged(
        by, "original.read", client, session, handle -> rows.original(handle, client, session));
  }

  /**
   * Whose entry it is; opens nothing and is not logged.
   *
   * @throws StoreException.NotFound if there is no such entry
   */
  public String clientOf(String entry) {
    return database.read(handle -> rows.clientOf(handle, entry));
  }

  /** Takes an entry back: it leaves lists, figures and the index, and stays on record. */
  public void retract(Actor by, String entry) {
    setRetracted(by, entry, true, "entry.retract");
  }

  /** Undoes {@link #retract}. */
  public void reinstate(Actor by, String entry) {
    setRetracted(by, entry, false, "entry.reinstate");
  }

  /**
   * Replaces an entry's machine codings by those of a newer engine or codebook. Codings whose cue
   * marks the same words keep their ids and what people said about them; the others stay on record
   * but stand no more. People's own codings stay.
   *
   * @throws IllegalArgumentException if the transcript is another than the stored one
   */
  public EntryContent recode(Actor by, String entry, CodedTranscript coded) {
    return database.write(
        by,
        work -> {
          Entry record = rows.load(work.handle(), entry);
          requireConsent(work, record.client());
          if (!turns.transcript(work.handle(), record).equals(coded.transcript())) {
            throw new IllegalArgumentException("stored words are never replaced");
          }
          int run = rows.nextRun(work, entry);
          turns.replaceFacts(work, record, coded.facts());
          words.replace(work, record, coded.words());
          codings.merge(work, record, run, coded.codings());
          work.outbox(OutboxEvent.Kind.ENTRY_CHANGED, record.client(), entry);
          work.audit("entry.recode", record.client(), entry, "run " + run);
          return load(work.handle(), record);
        });
  }

  private void setRetracted(Actor by, String entry, boolean retracted, String action) {
    database.write(
        by,
        work -> {
          String client = rows.clientOf(work.handle(), entry);
          rows.setRetracted(work, entry, retracted);
          work.outbox(
              retracted ? OutboxEvent.Kind.ENTRY_RETRACTED : OutboxEvent.Kind.ENTRY_ADDED,
              client,
              entry);
          work.audit(action, client, entry, "");
          return true;
        });
  }

  private void requireConsent(Work work, String client) {
    if (!Consents.permits(work.handle(), vault, client, Scope.TREATMENT_ANALYSIS, work.now())) {
      throw new StoreException.ConsentMissing(Scope.TREATMENT_ANALYSIS);
    }
  }

  private void insertContent(Work work, Entry entry, CodedTranscript coded) {
    turns.insert(work, entry, coded.transcript());
    turns.insertFacts(work, entry, coded.facts());
    words.replace(work, entry, coded.words());
    codings.insert(work, entry, 1, coded.codings());
  }

  EntryContent load(Handle handle, Entry entry) {
    Transcript transcript = turns.transcript(handle, entry);
    List<TurnFacts> facts = turns.facts(handle, entry);
    return new EntryContent(entry, transcript, facts, codings.standing(handle, entry));
  }

  private SessionRecord session(Handle handle, String id) {
    if (rows.load(handle, id) instanceof SessionRecord session) {
      return session;
    }
    throw new StoreException.Conflict("this Idempotency-Key was used for another request");
  }

  private CheckInRecord checkIn(Handle handle, String id) {
    if (rows.load(handle, id) instanceof CheckInRecord checkIn) {
      return checkIn;
    }
    throw new StoreException.Conflict("this Idempotency-Key was used for another request");
  }

  private <T extends Entry> List<T> standing(Handle handle, String client, Class<T> kind) {
    return rows.of(handle, client, kind).stream().filter(entry -> !entry.retracted()).toList();
  }

  private static Map<String, Role> labels(Transcript transcript) {
    Map<String, Role> labels = new TreeMap<>();
    for (Turn turn : transcript.turns()) {
      String label = turn.label();
      Role role = turn.role();
      if (label != null && role != null) {
        labels.put(label, role);
      }
    }
    return labels;
  }
}
