package org.throughline.record;

/** And back onto a laptop. */
class PostgresToSqliteIT extends PostgresBackupIT {

  @Override
  StoreSettings on(StoreSettings settings) {
    return settings.data().endsWith("data") ? super.on(settings) : settings;
  }
}
