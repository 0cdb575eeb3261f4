package org.throughline.record;

/** {@link KillIT} on PostgreSQL: the server lives on, its client is killed. */
class PostgresKillIT extends KillIT {

  private final String database = Postgres.freshDatabase();

  @Override
  String postgres() {
    return database;
  }
}
