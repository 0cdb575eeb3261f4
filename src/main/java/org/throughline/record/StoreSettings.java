package org.throughline.record;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the store lives.
 *
 * @param data folder of the database and the key store
 * @param guard folder beside it for what must not be lost or rolled back with it: the root key
 *     file, the audit anchor, the ledger of erasures
 * @param rootKey what opens the key store
 * @param postgres JDBC address of a PostgreSQL database ("jdbc:postgresql://host/db?user=…"), or
 *     null for SQLite in the data folder
 */
public record StoreSettings(Path data, Path guard, RootKey rootKey, @Nullable String postgres) {

  /** SQLite in a folder, everything else in its sibling "FOLDER.guard", with a key file there. */
  public static StoreSettings in(Path data) {
    Path whole = data.toAbsolutePath().normalize();
    Path guard = whole.resolveSibling(whole.getFileName() + ".guard");
    return new StoreSettings(whole, guard, RootKey.file(guard.resolve("root.key")), null);
  }

  public StoreSettings withRootKey(RootKey other) {
    return new StoreSettings(data, guard, other, postgres);
  }

  public StoreSettings withPostgres(String address) {
    return new StoreSettings(data, guard, rootKey, address);
  }

  Path database() {
    return data.resolve("record.db");
  }

  Path keys() {
    return data.resolve("keys.json");
  }

  Path anchor() {
    return guard.resolve("audit.anchor");
  }

  Path tombstones() {
    return guard.resolve("tombstones");
  }

  /** An address may carry a password. */
  @Override
  public String toString() {
    return "StoreSettings[data=" + data + ", postgres=" + (postgres != null) + "]";
  }
}
