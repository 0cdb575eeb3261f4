package org.throughline.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Brings a database to this program's version, and refuses one that is newer. */
final class Schema {

  static final int NEWEST = 14;
  private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");

  private Schema() {}

  static void migrate(Database database) {
    migrate(database, NEWEST);
  }

  /** Brings a database to a version that this program knows. */
  static void migrate(Database database, int target) {
    database.maintain(
        handle -> {
          handle.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
          int version =
              handle
                  .select("SELECT COALESCE(MAX(version), 0) FROM schema_version")
                  .mapTo(Integer.class)
                  .one();
          if (version > NEWEST || target > NEWEST) {
            throw new StoreException.Unavailable(
                String.format(
                    Locale.ROOT,
                    "this was written by a newer Throughline (schema %d, this one knows %d); use"
                        + " that one",
                    Math.max(version, target),
                    NEWEST));
          }
          for (int next = version + 1; next <= target; next++) {
            apply(handle, next, database.isPostgres());
          }
        });
  }

  private static void apply(Handle handle, int version, boolean postgres) {
    String sql =
        COMMENT
            .matcher(script("schema-" + version + ".sql"))
            .replaceAll("")
            .replace(" BYTES ", postgres ? " BYTEA " : " BLOB ");
    for (String statement : sql.split(";", -1)) {
      if (!statement.isBlank()) {
        handle.execute(statement);
      }
    }
    handle.execute("INSERT INTO schema_version VALUES (?)", version);
  }

  private static String script(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new StoreException.Unavailable("this program lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreException.Unavailable("cannot read " + name, e);
    }
  }
}
