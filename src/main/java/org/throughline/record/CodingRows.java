package org.throughline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;
import org.throughline.transcript.Span;
import org.throughline.transcript.revision.History;

/** The tables {@code codings} and {@code decisions}. */
final class CodingRows {

  /** Run number of codings made by people: they belong to no run of the machine. */
  static final int BY_HAND = 0;

  private final Vault vault;

  CodingRows(Vault vault) {
    this.vault = vault;
  }

  /**
   * Adds a run of the machine.
   *
   * @param revision how many revisions the text has
   */
  void insert(Work work, Entry entry, int run, List<Coding> given, int revision) {
    List<Coding> codings = ofModelsThatAreOn(work, entry, given);
    int number = count(work.handle(), entry);
    PreparedBatch batch =
        work.handle().prepareBatch("INSERT INTO codings VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (Coding coding : codings) {
      String id = Ids.random();
      batch
          .bind(0, id)
          .bind(1, entry.id())
          .bind(2, entry.client())
          .bind(3, number++)
          .bind(4, run)
          .bind(5, seal(entry.client(), id, coding, revision))
          .bind(6, coding.turn())
          .add();
    }
    TurnRows.execute(batch, codings.size());
  }

  /**
   * Without what a model suggests that was switched off or destroyed while it did; notes for the
   * others that the entry holds something of theirs.
   */
  private static List<Coding> ofModelsThatAreOn(Work work, Entry entry, List<Coding> codings) {
    Map<String, Boolean> on = new HashMap<>();
    List<Coding> standing = new ArrayList<>();
    for (Coding coding : codings) {
      if (!(coding.rater() instanceof Rater.Model model)
          || on.computeIfAbsent(model.hash(), hash -> isOn(work.handle(), hash))) {
        standing.add(coding);
      }
    }
    on.forEach(
        (hash, suggests) -> {
          if (suggests) {
            work.execute(
                "INSERT INTO model_entries VALUES (?, ?) ON CONFLICT DO NOTHING", hash, entry.id());
          }
        });
    return standing;
  }

  private static boolean isOn(Handle handle, String hash) {
    return handle
        .select(
            "SELECT 1 FROM models WHERE hash = ? AND switched_on IS NOT NULL AND ended IS NULL",
            hash)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  /**
   * Begins a run with everything that stands but what models suggested and nobody has judged, and
   * adds what models suggest now.
   *
   * @return whether anything is different now
   */
  boolean suggestAnew(
      Work work, Entry entry, List<Coding> suggestions, History history, IntSupplier nextRun) {
    Map<Mark, String> open = new HashMap<>();
    List<String> kept = new ArrayList<>();
    for (CodingRow row : newest(work.handle(), entry.id())) {
      if (row.in(history) instanceof CodingRow.Now.Standing now
          && now.coding().coding().rater() instanceof Rater.Model
          && now.coding().last().isEmpty()) {
        open.put(Mark.of(now.coding().coding()), now.coding().id());
      } else {
        kept.add(row.made().id());
      }
    }
    List<Coding> fresh = new ArrayList<>();
    for (Coding coding : suggestions) {
      String same = open.remove(Mark.of(coding));
      if (same == null) {
        fresh.add(coding);
      } else {
        kept.add(same);
      }
    }
    if (open.isEmpty() && fresh.isEmpty()) {
      return false;
    }
    int run = nextRun.getAsInt();
    for (String id : kept) {
      work.execute("UPDATE codings SET run = ? WHERE id = ? AND run <> ?", run, id, BY_HAND);
    }
    insert(work, entry, run, fresh, history.length());
    return true;
  }

  private byte[] seal(String client, String id, Coding coding, int revision) {
    return vault.seal(place(client, id), Json.bytes(Sealed.CodingText.of(coding, revision)));
  }

  String insertByHand(Work work, Entry entry, Coding coding, int revision) {
    return insertOne(work, entry, BY_HAND, coding, revision);
  }

  /** One coding outside a batch. */
  String insertOne(Work work, Entry entry, int run, Coding coding, int revision) {
    String id = Ids.random();
    work.execute(
        "INSERT INTO codings VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        entry.id(),
        entry.client(),
        count(work.handle(), entry),
        run,
        seal(entry.client(), id, coding, revision),
        coding.turn());
    return id;
  }

  /**
   * Carries what is still the same, and what people have decided about in any case, over into a new
   * run and adds what is new.
   *
   * @param history of the text that the new run read
   */
  void merge(Work work, Entry entry, int run, List<Coding> codings, History history) {
    Map<Mark, String> before = new HashMap<>();
    List<String> kept = new ArrayList<>();
    for (CodingRow row : select(work.handle(), entry.id(), "AND run = " + (run - 1))) {
      if (row.in(history) instanceof CodingRow.Now.Standing now) {
        before.put(Mark.of(now.coding().coding()), now.coding().id());
      }
      if (row.made().last().isPresent()) {
        kept.add(row.made().id());
      }
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
    for (String id : kept) {
      work.execute("UPDATE codings SET run = ? WHERE id = ?", run, id);
    }
    insert(work, entry, run, fresh, history.length());
  }

  private record Mark(String code, int turn, Span span, String cue, Rater rater) {

    static Mark of(Coding coding) {
      return new Mark(
          coding.code(), coding.turn(), coding.span(), coding.evidence().cue(), coding.rater());
    }
  }

  /** Puts what people said about an older text's codings on those of the text that replaces it. */
  void carry(Work work, Entry entry, Carried carried) {
    Map<Mark, String> fresh = new HashMap<>();
    for (CodingRow row : newest(work.handle(), entry.id())) {
      fresh.put(Mark.of(row.made().coding()), row.made().id());
    }
    for (StoredCoding coding : carried.held()) {
      String same = fresh.get(Mark.of(coding.coding()));
      String id = same == null ? insertOne(work, entry, 1, coding.coding(), 0) : same;
      var target = new StoredCoding(id, entry.id(), entry.client(), coding.coding(), List.of());
      for (Decision said : coding.decisions()) {
        insert(work, target, said.on(Ids.random(), work.next("decision"), id), 0);
      }
    }
  }

  /** The newest run and people's own, by turn and place; those that lost their place among them. */
  List<CodingRow> newest(Handle handle, String entry) {
    return select(
        handle, entry, "AND (run = 0 OR run = (SELECT run FROM entries WHERE id = entry))");
  }

  /**
   * As {@link #newest}, of many entries at once, on some turns of each: for texts that nobody has
   * revised. By entry.
   */
  Map<String, List<CodingRow>> newest(Handle handle, List<Stretch> stretches) {
    List<Row> rows = new ArrayList<>();
    Wanted.select(
            handle,
            stretches,
            "c.id, c.entry, c.client, c.sealed FROM wanted w CROSS JOIN codings c JOIN entries e ON"
                + " e.id = c.entry WHERE c.entry = w.entry AND c.turn >= w.low AND c.turn < w.high"
                + " AND (c.run = 0 OR c.run = e.run) ORDER BY c.number")
        .map((row, context) -> Row.of(row))
        .forEach(rows::add);
    List<String> entries = stretches.stream().map(Stretch::entry).distinct().toList();
    handle
        .createQuery(
            "SELECT c.id, c.entry, c.client, c.sealed FROM codings c JOIN entries e ON e.id ="
                + " c.entry WHERE c.turn = -1 AND (c.run = 0 OR c.run = e.run) AND c.entry IN"
                + " (<entries>) ORDER BY c.number")
        .bindList("entries", entries)
        .map((row, context) -> Row.of(row))
        .forEach(rows::add);
    return opened(handle, rows.stream().distinct().toList()).stream()
        .collect(Collectors.groupingBy(row -> row.made().entry()));
  }

  CodingRow load(Handle handle, String id) {
    return load(handle, List.of(id)).getFirst();
  }

  /** Many at once, in the order asked for. */
  List<CodingRow> load(Handle handle, List<String> ids) {
    List<Row> rows = new ArrayList<>();
    for (String id : ids) {
      rows.add(
          handle
              .select("SELECT id, entry, client, sealed FROM codings WHERE id = ?", id)
              .map((row, context) -> Row.of(row))
              .findOne()
              .orElseThrow(() -> new StoreException.NotFound("coding")));
    }
    return opened(handle, rows);
  }

  /**
   * Writes a decision down.
   *
   * @param revision how many revisions the text has
   */
  Decision insert(Work work, StoredCoding coding, Decision decision, int revision) {
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
            Json.bytes(Sealed.DecisionText.of(decision.what(), decision.note(), revision))));
    return decision;
  }

  private List<CodingRow> select(Handle handle, String entry, String condition) {
    List<Row> rows =
        handle
            .select(
                "SELECT id, entry, client, sealed FROM codings WHERE entry = ? "
                    + condition
                    + " ORDER BY number",
                entry)
            .map((row, context) -> Row.of(row))
            .list();
    return opened(handle, rows);
  }

  /** A row as it lies there, one and the same however often it was found. */
  @SuppressWarnings("ArrayRecordComponent") // made here, opened here, compared by id
  private record Row(String id, String entry, String client, byte[] sealed) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("id"),
          row.getString("entry"),
          row.getString("client"),
          row.getBytes("sealed"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Row row && row.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  private List<CodingRow> opened(Handle handle, List<Row> rows) {
    Map<String, List<Dated>> decisions = decisions(handle, rows);
    return rows.stream().map(row -> opened(row, decisions)).toList();
  }

  private CodingRow opened(Row row, Map<String, List<Dated>> decisions) {
    byte[] json = vault.open(place(row.client(), row.id()), row.sealed());
    var text = Json.read(json, Sealed.CodingText.class);
    List<Dated> its = decisions.getOrDefault(row.id(), List.of());
    Integer revision = text.revision();
    return new CodingRow(
        new StoredCoding(
            row.id(),
            row.entry(),
            row.client(),
            text.coding(),
            its.stream().map(Dated::decision).toList()),
        revision == null ? 0 : revision,
        its.stream().collect(Collectors.toMap(dated -> dated.decision().id(), Dated::revision)));
  }

  /** A decision, and how many revisions the text had then. */
  private record Dated(Decision decision, int revision) {}

  /** What people have said about these, by coding, each coding's in order. */
  private Map<String, List<Dated>> decisions(Handle handle, List<Row> rows) {
    Map<String, List<Dated>> decisions = new HashMap<>();
    if (rows.isEmpty()) {
      return decisions;
    }
    rows.forEach(row -> decisions.put(row.id(), new ArrayList<>()));
    handle
        .createQuery("SELECT * FROM decisions WHERE entry IN (<entries>) ORDER BY number")
        .bindList("entries", rows.stream().map(Row::entry).distinct().toList())
        .map(
            (row, context) -> {
              List<Dated> its = decisions.get(row.getString("coding"));
              return its != null && its.add(decision(row));
            })
        .list();
    return decisions;
  }

  private Dated decision(ResultSet row) throws SQLException {
    String id = row.getString("id");
    byte[] json = vault.open(decisionPlace(row.getString("client"), id), row.getBytes("sealed"));
    var text = Json.read(json, Sealed.DecisionText.class);
    Integer revision = text.revision();
    return new Dated(
        new Decision(
            id,
            row.getLong("number"),
            row.getString("coding"),
            text.decided(),
            row.getString("account"),
            Instant.parse(row.getString("at")),
            text.note()),
        revision == null ? 0 : revision);
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
