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
 * @param space how full the disk may get
 */
public record StoreSettings(
    Path data, Path guard, RootKey rootKey, @Nullable String postgres, Space space) {

  /**
   * How full the disk may get.
   *
   * @param floor free bytes below which uploads are refused
   * @param reserve bytes held in a file that makes way for the audit log when the disk is full
   */
  public record Space(long floor, long reserve) {

    public static final Space USUAL = new Space(64L << 20, 8L << 20);
  }

  /** SQLite in a folder, everything else in its sibling "FOLDER.guard", with a key file there. */
  public static StoreSettings in(Path data) {
    Path whole = data.toAbsolutePath().normalize();
    Path guard = whole.resolveSibling(whole.getFileName() + ".guard");
    return new StoreSettings(
        whole, guard, RootKey.file(guard.resolve("root.key")), null, Space.USUAL);
  }

  public StoreSettings withRootKey(RootKey other) {
    return new StoreSettings(data, guard, other, postgres, space);
  }

  public StoreSettings withPostgres(String address) {
    return new StoreSettings(data, guard, rootKey, address, space);
  }

  public StoreSettings withSpace(Space other) {
    return new StoreSettings(data, guard, rootKey, postgres, other);
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
