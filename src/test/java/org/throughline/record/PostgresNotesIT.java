package org.throughline.record;

/** {@link NotesTest} on PostgreSQL. */
class PostgresNotesIT extends NotesTest {

  private final java.util.Map<String, String> databases = new java.util.HashMap<>();

  @Override
  StoreSettings on(StoreSettings settings) {
    String database =
        databases.computeIfAbsent(settings.data().toString(), folder -> Postgres.freshDatabase());
    return settings.withPostgres(database);
  }
}
