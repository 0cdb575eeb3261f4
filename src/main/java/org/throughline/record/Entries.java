package org.throughline.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.CodedTranscript;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;
import org.throughline.transcript.revision.Fingerprint;
import org.throughline.transcript.revision.History;
import org.throughline.transcript.revision.Resemblance;
import org.throughline.transcript.revision.Revision;

/** Sessions and check-ins. An upload is one transaction: all of it or nothing. */
public final class Entries {

  private final Database database;
  private final Vault vault;
  private final EntryRows rows;
  private final TurnRows turns;
  private final CodingRows codings;
  private final WordRows words;
  private final RevisionRows revisions;

  Entries(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    this.rows = new EntryRows(vault);
    this.turns = new TurnRows(vault);
    this.codings = new CodingRows(vault);
    this.words = new WordRows(vault);
    this.revisions = new RevisionRows(vault);
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
   * @throws StoreException.OverQuota if the account has handed in as much as one may
   */
  public SessionRecord addSession(
      Actor by, String client, NewSession session, @Nullable IdempotencyKey key) {
    database.requireRoom(session.original().length);
    return database.write(
        by,
        work -> {
          Clients.require(work.handle(), client);
          Consents.requireAnalysis(work, vault, client);
          var earlier = Idempotency.earlier(work, key);
          if (earlier.isPresent()) {
            work.audit("session.add.again", client, earlier.get(), "");
            return session(work.handle(), earlier.get());
          }
          SessionRecord record = rows.newSession(work, client, session);
          rows.insert(work, record, session.original());
          Uploads.count(work, record, session.original().length, database.quota());
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
          Consents.requireAnalysis(work, vault, client);
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

  /** An entry's text as it was stored, without anything put right since. */
  public Transcript stored(Actor by, String entry) {
    String client = clientOf(entry);
    return database.readLogged(
        by,
        "entry.read",
        client,
        entry,
        handle -> turns.history(handle, rows.load(handle, entry)).after(0));
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
   * Lays one revision more over an entry's text and codes it anew. The stored text stays; what
   * people made or decided about goes with its words, or is listed as lost.
   *
   * @param known how many revisions the caller has seen
   * @param coded the text as it reads with the revision
   * @throws StoreException.Conflict if somebody else was faster
   * @throws IllegalArgumentException if the revision is about no place of the text
   */
  public EntryContent revise(
      Actor by, String entry, int known, Revision revision, CodedTranscript coded) {
    database.requireRoom(0);
    return database.write(
        by,
        work -> {
          Entry record = rows.load(work.handle(), entry);
          Consents.requireAnalysis(work, vault, record.client());
          History before = turns.history(work.handle(), record);
          if (before.length() != known) {
            throw new StoreException.Conflict(
                "somebody changed this text a moment ago: look at it again first");
          }
          History history = before.then(revision);
          if (!history.current().equals(coded.transcript())) {
            throw new IllegalArgumentException("another text was coded than this revision makes");
          }
          revisions.insert(work, by, record, known, revision);
          int run = rows.nextRun(work, entry);
          turns.replaceFacts(work, record, coded.facts());
          rows.recount(work, record, coded.facts());
          words.replace(work, record, coded.words());
          codings.merge(work, record, run, coded.codings(), history);
          if (revision instanceof Revision.Reassigned) {
            Clients.remember(work, vault, record.client(), labels(history.current()));
          }
          work.outbox(OutboxEvent.Kind.ENTRY_CHANGED, record.client(), entry);
          work.audit("entry.revise", record.client(), entry, "revision " + known);
          return load(work.handle(), rows.load(work.handle(), entry));
        });
  }

  /**
   * Keeps a session in another's place, which is taken back: the same talk in a better file. What
   * people made or decided about goes along where its words are.
   *
   * @param old id of the session it takes the place of
   * @throws StoreException.NotFound if the client has no such session
   */
  public Replaced replace(
      Actor by, String client, String old, NewSession session, @Nullable IdempotencyKey key) {
    database.requireRoom(session.original().length);
    return database.write(
        by,
        work -> {
          Clients.require(work.handle(), client);
          Consents.requireAnalysis(work, vault, client);
          Entry before = rows.load(work.handle(), old);
          if (!(before instanceof SessionRecord replaced) || !before.client().equals(client)) {
            throw new StoreException.NotFound("session");
          }
          Carried carried = Carried.of(load(work.handle(), before), session.coded().transcript());
          var earlier = Idempotency.earlier(work, key);
          if (earlier.isPresent()) {
            work.audit("session.replace.again", client, earlier.get(), "");
            return carried.replaced(session(work.handle(), earlier.get()));
          }
          if (before.retracted()) {
            throw new StoreException.Conflict("that session was taken back already");
          }
          rows.setRetracted(work, old, true);
          SessionRecord record = rows.newSession(work, client, session.numbered(replaced.number()));
          rows.insert(work, record, session.original());
          Uploads.count(work, record, session.original().length, database.quota());
          insertContent(work, record, session.coded());
          codings.carry(work, record, carried);
          Clients.remember(work, vault, client, labels(session.coded().transcript()));
          Idempotency.keep(work, key, record.id());
          work.outbox(OutboxEvent.Kind.ENTRY_RETRACTED, client, old);
          work.outbox(OutboxEvent.Kind.ENTRY_ADDED, client, record.id());
          work.audit("session.replace", client, record.id(), "instead of " + old);
          return carried.replaced(record);
        });
  }

  /**
   * The client's sessions that say the same as a transcript, or much of it, the nearest first. Part
   * of an upload; not logged apart.
   */
  public List<Twin> twins(String client, Transcript transcript) {
    Fingerprint said = Fingerprint.of(transcript);
    return database.read(
        handle -> {
          List<Twin> twins = new ArrayList<>();
          for (SessionRecord session : standing(handle, client, SessionRecord.class)) {
            Transcript other = turns.history(handle, session).current();
            Resemblance.Kind kind = said.resemblance(Fingerprint.of(other)).kind();
            if (kind != Resemblance.Kind.DIFFERENT) {
              twins.add(new Twin(session, kind));
            }
          }
          twins.sort(Comparator.comparing(Twin::kind));
          return twins;
        });
  }

  /** Whether a request of this name was done before: then it is answered again, not asked about. */
  public boolean isRepeated(@Nullable IdempotencyKey key) {
    return key != null && database.read(handle -> Idempotency.isKnown(handle, key));
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

  private void insertContent(Work work, Entry entry, CodedTranscript coded) {
    turns.insert(work, entry, coded.transcript());
    turns.insertFacts(work, entry, coded.facts());
    words.replace(work, entry, coded.words());
    codings.insert(work, entry, 1, coded.codings(), 0);
  }

  EntryContent load(Handle handle, Entry entry) {
    History history = turns.history(handle, entry);
    List<StoredCoding> standing = new ArrayList<>();
    List<LostCoding> lost = new ArrayList<>();
    for (CodingRow row : codings.newest(handle, entry.id())) {
      switch (row.in(history)) {
        case CodingRow.Now.Standing now -> standing.add(now.coding());
        case CodingRow.Now.Lost gone -> lost.add(gone.coding());
      }
    }
    return new EntryContent(
        entry,
        history.current(),
        turns.facts(handle, entry),
        standing,
        revisions.of(handle, entry.id()),
        lost);
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
