package org.throughline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.throughline.coding.TurnFacts;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;
import org.throughline.transcript.Role;
import org.throughline.transcript.Sha256;

/** The tables {@code entries} and {@code originals}. */
final class EntryRows {

  private static final String SESSION = "session";
  private static final String CHECK_IN = "check_in";

  private final Vault vault;

  EntryRows(Vault vault) {
    this.vault = vault;
  }

  /** A record for an upload, after asking whether there is such a one already. */
  SessionRecord newSession(Work work, String client, NewSession session) {
    String hash = Sha256.hex(session.original());
    List<SessionRecord> standing =
        of(work.handle(), client, SessionRecord.class).stream()
            .filter(other -> !other.retracted())
            .toList();
    int last = standing.stream().mapToInt(SessionRecord::number).max().orElse(0);
    Integer wanted = session.number();
    int number = wanted == null ? last + 1 : wanted;
    for (SessionRecord other : standing) {
      if (other.sha256().equals(hash) && !session.again()) {
        throw new StoreException.Conflict(
            "the same file is already stored as session " + other.number() + ", id " + other.id());
      }
      if (other.number() == number) {
        throw new StoreException.Conflict(
            "there is a session " + number + " already, id " + other.id());
      }
    }
    return new SessionRecord(
        Ids.random(),
        client,
        session.date(),
        number,
        session.dialect(),
        session.fileName(),
        hash,
        session.importReport(),
        session.coded().transcript().turns().size(),
        clientWords(session.coded().facts()),
        work.now(),
        false);
  }

  CheckInRecord newCheckIn(Work work, String client, NewCheckIn checkIn) {
    String text = checkIn.coded().transcript().turns().get(0).text();
    return new CheckInRecord(
        Ids.random(), client, checkIn.date(), checkIn.prompt(), text, work.now(), false);
  }

  private static int clientWords(List<TurnFacts> facts) {
    return facts.stream()
        .filter(turn -> turn.role() == Role.CLIENT)
        .mapToInt(TurnFacts::words)
        .sum();
  }

  /** Client and therapist were swapped, or words corrected: the client's words are others now. */
  void recount(Work work, Entry entry, List<TurnFacts> facts) {
    if (entry instanceof SessionRecord session) {
      work.execute(
          "UPDATE entries SET sealed = ? WHERE id = ?",
          vault.seal(
              place(session.client(), "entries", session.id()),
              Json.bytes(text(session, clientWords(facts)))),
          session.id());
    }
  }

  private static Sealed.SessionText text(SessionRecord session, int clientWords) {
    return new Sealed.SessionText(
        session.dialect(),
        session.fileName(),
        session.sha256(),
        session.importReport(),
        session.turns(),
        clientWords);
  }

  void insert(Work work, SessionRecord session, byte[] original) {
    insert(work, session, SESSION, session.number(), text(session, session.clientWords()));
    work.execute(
        "INSERT INTO originals VALUES (?, ?)",
        session.id(),
        vault.seal(place(session.client(), "originals", session.id()), original));
  }

  void insert(Work work, CheckInRecord checkIn) {
    insert(work, checkIn, CHECK_IN, 0, new Sealed.CheckInText(checkIn.prompt(), checkIn.text()));
  }

  Entry load(Handle handle, String id) {
    return handle
        .select("SELECT * FROM entries WHERE id = ?", id)
        .map((row, context) -> entry(row))
        .findOne()
        .orElseThrow(() -> new StoreException.NotFound("entry"));
  }

  /** As {@link #load}; empty also while another thread is erasing the client. */
  Optional<Entry> find(Handle handle, String id) {
    return handle
        .select("SELECT client FROM entries WHERE id = ?", id)
        .mapTo(String.class)
        .findOne()
        .filter(client -> vault.holds(client, Purpose.TEXT))
        .map(client -> load(handle, id));
  }

  <T extends Entry> List<T> of(Handle handle, String client, Class<T> kind) {
    return handle
        .select(
            "SELECT * FROM entries WHERE client = ? AND kind = ? ORDER BY number, date, created",
            client,
            kind == SessionRecord.class ? SESSION : CHECK_IN)
        .map((row, context) -> kind.cast(entry(row)))
        .list();
  }

  Map<String, Summary> summaries(Handle handle) {
    Map<String, Summary> summaries = new HashMap<>();
    handle
        .select(
            "SELECT client, kind, COUNT(*) AS entries, MAX(date) AS latest FROM entries WHERE"
                + " retracted = 0 GROUP BY client, kind")
        .map(
            (row, context) -> {
              String client = row.getString("client");
              Summary before = summaries.getOrDefault(client, Summary.NOTHING);
              int entries = row.getInt("entries");
              return summaries.put(
                  client,
                  row.getString("kind").equals(SESSION)
                      ? new Summary(
                          entries, before.checkIns(), LocalDate.parse(row.getString("latest")))
                      : new Summary(before.sessions(), entries, before.lastSession()));
            })
        .list();
    return summaries;
  }

  byte[] original(Handle handle, String client, String entry) {
    return handle
        .select("SELECT sealed FROM originals WHERE entry = ?", entry)
        .mapTo(byte[].class)
        .findOne()
        .map(bytes -> vault.open(place(client, "originals", entry), bytes))
        .orElseThrow(() -> new StoreException.NotFound("session"));
  }

  String clientOf(Handle handle, String entry) {
    return handle
        .select("SELECT client FROM entries WHERE id = ?", entry)
        .mapTo(String.class)
        .findOne()
        .orElseThrow(() -> new StoreException.NotFound("entry"));
  }

  void setRetracted(Work work, String entry, boolean retracted) {
    work.execute("UPDATE entries SET retracted = ? WHERE id = ?", retracted ? 1 : 0, entry);
  }

  int nextRun(Work work, String entry) {
    work.execute("UPDATE entries SET run = run + 1 WHERE id = ?", entry);
    return work.handle()
        .select("SELECT run FROM entries WHERE id = ?", entry)
        .mapTo(Integer.class)
        .one();
  }

  private void insert(Work work, Entry entry, String kind, int number, Object text) {
    work.execute(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, 0, 1, ?)",
        entry.id(),
        entry.client(),
        kind,
        entry.date().toString(),
        number,
        entry.created().toString(),
        vault.seal(place(entry.client(), "entries", entry.id()), Json.bytes(text)));
  }

  private Entry entry(ResultSet row) throws SQLException {
    String id = row.getString("id");
    String client = row.getString("client");
    LocalDate date = LocalDate.parse(row.getString("date"));
    Instant created = Instant.parse(row.getString("created"));
    boolean retracted = row.getInt("retracted") != 0;
    byte[] json = vault.open(place(client, "entries", id), row.getBytes("sealed"));
    if (row.getString("kind").equals(CHECK_IN)) {
      var text = Json.read(json, Sealed.CheckInText.class);
      return new CheckInRecord(id, client, date, text.prompt(), text.text(), created, retracted);
    }
    var text = Json.read(json, Sealed.SessionText.class);
    return new SessionRecord(
        id,
        client,
        date,
        row.getInt("number"),
        text.dialect(),
        text.fileName(),
        text.sha256(),
        text.importReport(),
        text.turns(),
        text.clientWords(),
        created,
        retracted);
  }

  private static Place place(String client, String table, String row) {
    return new Place(client, Purpose.TEXT, table, row);
  }
}
