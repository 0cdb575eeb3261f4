package org.throughline.record;

/** {@link CasebooksTest} on PostgreSQL. */
class PostgresCasebooksIT extends CasebooksTest {

  private final java.util.Map<String, String> databases = new java.util.HashMap<>();

  @Override
  StoreSettings on(StoreSettings settings) {
    String database =
        databases.computeIfAbsent(settings.data().toString(), folder -> Postgres.freshDatabase());
    return settings.withPostgres(database);
  }
}
