package org.throughline.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * All rows as lines of JSON, the same from SQLite and PostgreSQL, so that a backup of one restores
 * into the other. Sealed values stay sealed. Kept figures are left out: they can be computed again.
 */
final class Dump {

  /** Parents before children. */
  static final List<String> TABLES =
      List.of(
          "heads",
          "clients",
          "problems",
          "speakers",
          "consents",
          "entries",
          "originals",
          "uploads",
          "turns",
          "facts",
          "words",
          "codings",
          "decisions",
          "batches",
          "revisions",
          "missed",
          "notes",
          "printed",
          "outbox",
          "idempotency",
          "audit",
          "accounts",
          "identities",
          "ties",
          "logins",
          "tokens",
          "searches",
          "study_events",
          "cards",
          "pseudonyms",
          "releases",
          "models",
          "model_clients",
          "model_entries",
          "erasures");

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final int BATCH = 500;

  private Dump() {}

  /**
   * Writes all rows as of one moment.
   *
   * @return rows by table
   */
  static Map<String, Long> write(Handle handle, OutputStream to) throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (GZIPOutputStream zipped = new GZIPOutputStream(to, 1 << 16);
        JsonGenerator json = MAPPER.createGenerator(zipped)) {
      for (String table : TABLES) {
        counts.put(table, writeTable(handle, table, json));
      }
    }
    return counts;
  }

  private static long writeTable(Handle handle, String table, JsonGenerator json) {
    long[] count = {0};
    handle
        .createQuery("SELECT * FROM " + table)
        .setFetchSize(BATCH)
        .map((row, context) -> writeRow(row, table, json))
        .forEach(columns -> count[0]++);
    return count[0];
  }

  private static int writeRow(ResultSet row, String table, JsonGenerator json) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    json.writeStartObject();
    json.writeStringProperty("table", table);
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      json.writeName(columns.getColumnName(i));
      Object value = row.getObject(i);
      if (value instanceof byte[] bytes) {
        json.writeStartObject();
        json.writeName("bytes");
        json.writeBinary(bytes);
        json.writeEndObject();
      } else if (value instanceof Number number) {
        json.writeNumber(number.longValue());
      } else if (value == null) {
        json.writeNull();
      } else {
        json.writeString(value.toString());
      }
    }
    json.writeEndObject();
    return columns.getColumnCount();
  }

  /** Fills empty tables; within the caller's transaction. */
  static Map<String, Long> read(Handle handle, InputStream from) throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    handle.execute("DELETE FROM heads");
    try (GZIPInputStream zipped = new GZIPInputStream(from, 1 << 16);
        MappingIterator<JsonNode> rows = MAPPER.readerFor(JsonNode.class).readValues(zipped)) {
      List<JsonNode> batch = new ArrayList<>();
      while (rows.hasNext()) {
        JsonNode row = rows.next();
        if (!batch.isEmpty() && !(sameTable(batch, row) && batch.size() < BATCH)) {
          insert(handle, batch, counts);
        }
        batch.add(row);
      }
      insert(handle, batch, counts);
    }
    return counts;
  }

  private static boolean sameTable(List<JsonNode> batch, JsonNode row) {
    return batch.get(0).get("table").equals(row.get("table"));
  }

  private static void insert(Handle handle, List<JsonNode> rows, Map<String, Long> counts) {
    if (rows.isEmpty()) {
      return;
    }
    String table = rows.get(0).get("table").asString();
    if (!TABLES.contains(table)) {
      throw new StoreException.Damaged("the backup holds a table this program does not know");
    }
    List<String> columns = new ArrayList<>();
    Iterator<String> names = rows.get(0).propertyNames().iterator();
    names.forEachRemaining(
        name -> {
          if (!name.equals("table")) {
            columns.add(name);
          }
        });
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO "
                + table
                + " ("
                + String.join(", ", columns)
                + ") VALUES ("
                + marks
                + ")");
    for (JsonNode row : rows) {
      for (int i = 0; i < columns.size(); i++) {
        bind(batch, i, row.get(columns.get(i)));
      }
      batch.add();
    }
    batch.execute();
    counts.merge(table, (long) rows.size(), Long::sum);
    rows.clear();
  }

  private static void bind(PreparedBatch batch, int position, JsonNode value) {
    if (value.isNull()) {
      batch.bindNull(position, Types.NULL);
    } else if (value.isObject()) {
      batch.bind(position, Base64.getDecoder().decode(value.get("bytes").asString()));
    } else if (value.isNumber()) {
      batch.bind(position, value.asLong());
    } else {
      batch.bind(position, value.asString());
    }
  }
}
