package org.throughline.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;
import org.throughline.transcript.Span;

/** The tables {@code codings} and {@code decisions}. */
final class CodingRows {

  /** Run number of codings made by people: they belong to no run of the machine. */
  static final int BY_HAND = 0;

  private final Vault vault;

  CodingRows(Vault vault) {
    this.vault = vault;
  }

  void insert(Work work, Entry entry, int run, List<Coding> codings) {
    int number = count(work.handle(), entry);
    PreparedBatch batch =
        work.handle().prepareBatch("INSERT INTO codings VALUES (?, ?, ?, ?, ?, ?)");
    for (Coding coding : codings) {
      String id = Ids.random();
      batch
          .bind(0, id)
          .bind(1, entry.id())
          .bind(2, entry.client())
          .bind(3, number++)
          .bind(4, run)
          .bind(5, vault.seal(place(entry.client(), id), Json.bytes(Sealed.CodingText.of(coding))))
          .add();
    }
    TurnRows.execute(batch, codings.size());
  }

  String insertByHand(Work work, Entry entry, Coding coding) {
    String id = Ids.random();
    work.execute(
        "INSERT INTO codings VALUES (?, ?, ?, ?, ?, ?)",
        id,
        entry.id(),
        entry.client(),
        count(work.handle(), entry),
        BY_HAND,
        vault.seal(place(entry.client(), id), Json.bytes(Sealed.CodingText.of(coding))));
    return id;
  }

  /** Carries what is still the same over into a new run and adds what is new. */
  void merge(Work work, Entry entry, int run, List<Coding> codings) {
    Map<Mark, String> before = new HashMap<>();
    for (StoredCoding stored :
        select(work.handle(), entry.client(), entry.id(), "AND run = " + (run - 1))) {
      before.put(Mark.of(stored.coding()), stored.id());
    }
    List<Coding> fresh = new ArrayList<>();
    for (Coding coding : codings) {
      String id = before.remove(Mark.of(coding));
      if (id == null) {
        fresh.add(coding);
      } else {
        work.execute("UPDATE codings SET run = ? WHERE id = ?", run, id);
      }
    }
    insert(work, entry, run, fresh);
  }

  private record Mark(String code, int turn, Span span, String cue, Rater rater) {

    static Mark of(Coding coding) {
      return new Mark(
          coding.code(), coding.turn(), coding.span(), coding.evidence().cue(), coding.rater());
    }
  }

  /** The newest run and people's own, by turn and place. */
  List<StoredCoding> standing(Handle handle, Entry entry) {
    return standing(handle, entry.client(), entry.id());
  }

  List<StoredCoding> standing(Handle handle, String client, String entry) {
    return select(
        handle, client, entry, "AND (run = 0 OR run = (SELECT run FROM entries WHERE id = entry))");
  }

  StoredCoding load(Handle handle, String id) {
    return load(handle, id, entry -> decisions(handle, entry));
  }

  private StoredCoding load(
      Handle handle, String id, Function<String, Map<String, List<Decision>>> decisions) {
    return handle
        .select("SELECT id, entry, client, sealed FROM codings WHERE id = ?", id)
        .map(
            (row, context) -> {
              String client = row.getString("client");
              byte[] json = vault.open(place(client, id), row.getBytes("sealed"));
              return new StoredCoding(
                  id,
                  row.getString("entry"),
                  client,
                  Json.read(json, Sealed.CodingText.class).coding(),
                  decisions.apply(row.getString("entry")).getOrDefault(id, List.of()));
            })
        .findOne()
        .orElseThrow(() -> new StoreException.NotFound("coding"));
  }

  /** Many at once, in the order asked for. */
  List<StoredCoding> load(Handle handle, List<String> ids) {
    Map<String, Map<String, List<Decision>>> decided = new HashMap<>();
    List<StoredCoding> found = new ArrayList<>();
    for (String id : ids) {
      found.add(
          load(handle, id, entry -> decided.computeIfAbsent(entry, e -> decisions(handle, e))));
    }
    return found;
  }

  Decision insert(Work work, StoredCoding coding, Decision decision) {
    work.execute(
        "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        decision.id(),
        decision.number(),
        coding.id(),
        coding.entry(),
        coding.client(),
        decision.account(),
        decision.at().toString(),
        vault.seal(
            decisionPlace(coding.client(), decision.id()),
            Json.bytes(Sealed.DecisionText.of(decision.what(), decision.note()))));
    return decision;
  }

  private List<StoredCoding> select(Handle handle, String client, String entry, String condition) {
    Map<String, List<Decision>> decisions = decisions(handle, entry);
    return handle
        .select(
            "SELECT id, sealed FROM codings WHERE entry = ? " + condition + " ORDER BY number",
            entry)
        .map(
            (row, context) -> {
              String id = row.getString("id");
              byte[] json = vault.open(place(client, id), row.getBytes("sealed"));
              return new StoredCoding(
                  id,
                  entry,
                  client,
                  Json.read(json, Sealed.CodingText.class).coding(),
                  decisions.getOrDefault(id, List.of()));
            })
        .list();
  }

  private Map<String, List<Decision>> decisions(Handle handle, String entry) {
    Map<String, List<Decision>> decisions = new HashMap<>();
    handle
        .select("SELECT * FROM decisions WHERE entry = ? ORDER BY number", entry)
        .map(
            (row, context) -> {
              String id = row.getString("id");
              byte[] json =
                  vault.open(decisionPlace(row.getString("client"), id), row.getBytes("sealed"));
              var text = Json.read(json, Sealed.DecisionText.class);
              return new Decision(
                  id,
                  row.getLong("number"),
                  row.getString("coding"),
                  text.decided(),
                  row.getString("account"),
                  Instant.parse(row.getString("at")),
                  text.note());
            })
        .forEach(
            decision ->
                decisions
                    .computeIfAbsent(decision.coding(), key -> new ArrayList<>())
                    .add(decision));
    return decisions;
  }

  private static int count(Handle handle, Entry entry) {
    return handle
        .select("SELECT COUNT(*) FROM codings WHERE entry = ?", entry.id())
        .mapTo(Integer.class)
        .one();
  }

  private static Place place(String client, String id) {
    return new Place(client, Purpose.CODINGS, "codings", id);
  }

  private static Place decisionPlace(String client, String id) {
    return new Place(client, Purpose.CODINGS, "decisions", id);
  }
}
