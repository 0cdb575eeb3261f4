package org.throughline.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * @param quota bytes of original files that one account may hand in
   */
  public record Space(long floor, long reserve, long quota) {

    public static final Space USUAL = new Space(64L << 20, 8L << 20, 5L << 30);

    private Space withQuota(@Nullable String gibibytes) {
      if (gibibytes == null) {
        return this;
      }
      if (!gibibytes.matches("[1-9][0-9]{0,5}")) {
        throw new IllegalArgumentException(
            "THROUGHLINE_QUOTA_GIB is a number of gibibytes, from 1");
      }
      return new Space(floor, reserve, Long.parseLong(gibibytes) << 30);
    }
  }

  /** SQLite in a folder, everything else in its sibling "FOLDER.guard", with a key file there. */
  public static StoreSettings in(Path data) {
    Path whole = data.toAbsolutePath().normalize();
    Path guard = whole.resolveSibling(whole.getFileName() + ".guard");
    return new StoreSettings(
        whole, guard, RootKey.file(guard.resolve("root.key")), null, Space.USUAL);
  }

  /**
   * As {@link #in}, with what the surroundings set: {@code THROUGHLINE_DATABASE} (a PostgreSQL JDBC
   * address), {@code THROUGHLINE_GUARD} (the guard folder), and one of {@code THROUGHLINE_ROOT_KEY}
   * (32 bytes in base64), {@code THROUGHLINE_PASSPHRASE} and {@code THROUGHLINE_KEY_FILE}; and
   * {@code THROUGHLINE_QUOTA_GIB}, how much one account may hand in.
   *
   * @throws IllegalArgumentException if more than one root key is set, or one is unusable
   */
  public static StoreSettings from(Path data, Map<String, String> environment) {
    StoreSettings usual = in(data);
    String guardName = environment.get("THROUGHLINE_GUARD");
    Path guard = guardName == null ? usual.guard : Path.of(guardName).toAbsolutePath();
    List<RootKey> keys = new ArrayList<>();
    String supplied = environment.get("THROUGHLINE_ROOT_KEY");
    if (supplied != null) {
      keys.add(RootKey.supplied(supplied));
    }
    String passphrase = environment.get("THROUGHLINE_PASSPHRASE");
    if (passphrase != null) {
      keys.add(RootKey.passphrase(passphrase));
    }
    String keyFile = environment.get("THROUGHLINE_KEY_FILE");
    if (keyFile != null) {
      keys.add(RootKey.file(Path.of(keyFile)));
    }
    if (keys.size() > 1) {
      throw new IllegalArgumentException(
          "set one of THROUGHLINE_ROOT_KEY, THROUGHLINE_PASSPHRASE and THROUGHLINE_KEY_FILE");
    }
    RootKey key = keys.isEmpty() ? RootKey.file(guard.resolve("root.key")) : keys.getFirst();
    return new StoreSettings(
        usual.data,
        guard,
        key,
        environment.get("THROUGHLINE_DATABASE"),
        Space.USUAL.withQuota(environment.get("THROUGHLINE_QUOTA_GIB")));
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

  /** Every codebook text that ever coded anything here, under its hash. */
  public Path codebooks() {
    return data.resolve("codebooks");
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
