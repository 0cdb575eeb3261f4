package org.throughline.record;

/** A laptop's backup moves into a clinic's PostgreSQL. */
class SqliteToPostgresIT extends PostgresBackupIT {

  @Override
  StoreSettings on(StoreSettings settings) {
    return settings.data().endsWith("data") ? settings : super.on(settings);
  }
}
