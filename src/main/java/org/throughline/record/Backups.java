package org.throughline.record;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the store that can be taken while it runs. A backup is four files: all rows, encrypted;
 * the kept codebook texts, encrypted too, since examples may have been taken from life; the wrapped
 * keys, apart, because an erased client's keys must age out of the last copy; and a signed
 * manifest. The root key is in none of them. The quote index is left out: it can be built again.
 */
public final class Backups {

  /** How long a copy of the keys is kept. */
  public static final Duration KEPT = Duration.ofDays(35);

  /** What each sealed file is, so that none can stand in for another. */
  private static final byte[] ROWS = "throughline backup 1".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] CODEBOOKS =
      "throughline backup codebooks 1".getBytes(StandardCharsets.US_ASCII);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /**
   * What a backup holds.
   *
   * @param schema version of the tables
   * @param data SHA-256 of the encrypted rows, hex
   * @param keys SHA-256 of the wrapped keys, hex
   * @param codebooks SHA-256 of the encrypted codebook texts, hex; null if there are none
   * @param rows by table
   * @param auditNumber last event of the audit log
   * @param signature MAC over all the other fields, hex
   */
  public record Manifest(
      Instant at,
      int schema,
      String data,
      String keys,
      @Nullable String codebooks,
      Map<String, Long> rows,
      long auditNumber,
      String auditHash,
      String signature) {

    public Manifest {
      rows = Map.copyOf(rows);
    }

    String sign(byte[] key) {
      String plain =
          String.join("|", "backup", at.toString(), Integer.toString(schema), data, keys)
              + new TreeMap<>(rows)
              + auditNumber
              + "|"
              + auditHash
              + (codebooks == null ? "" : "|codebooks|" + codebooks);
      return HexFormat.of()
          .formatHex(AuditLog.mac(key).doFinal(plain.getBytes(StandardCharsets.UTF_8)));
    }

    Manifest signed(byte[] key) {
      return new Manifest(
          at, schema, data, keys, codebooks, rows, auditNumber, auditHash, sign(key));
    }
  }

  private final Database database;
  private final Vault vault;
  private final StoreSettings settings;

  Backups(Database database, Vault vault, StoreSettings settings) {
    this.database = database;
    this.vault = vault;
    this.settings = settings;
  }

  /**
   * Takes a copy, and removes copies older than {@link #KEPT} from the folder.
   *
   * @return path of the manifest
   */
  public Path write(Actor by, Path folder) {
    Instant now = database.now();
    String name = "throughline-" + STAMP.format(now);
    Path data = folder.resolve(name + ".data");
    Path keys = folder.resolve(name + ".keys");
    Path manifest = folder.resolve(name + ".json");
    try {
      Durable.folder(folder);
      Path part = folder.resolve(name + ".part");
      Manifest about = writeData(part, now);
      Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
      Durable.replace(keys, Files.readAllBytes(settings.keys()));
      String codebooks = writeCodebooks(folder, name);
      Manifest whole =
          new Manifest(
                  now,
                  about.schema(),
                  hash(data),
                  hash(keys),
                  codebooks,
                  about.rows(),
                  about.auditNumber(),
                  about.auditHash(),
                  "")
              .signed(vault.system("audit"));
      if (Files.exists(settings.tombstones())) {
        Durable.replace(folder.resolve("tombstones"), Files.readAllBytes(settings.tombstones()));
      }
      Durable.replace(manifest, Json.bytes(whole));
      prune(folder, now);
    } catch (IOException | GeneralSecurityException e) {
      throw Failures.of(new UncheckedIOException(new IOException(e)));
    }
    database.write(
        by,
        work -> {
          work.audit("backup", null, name, "");
          return true;
        });
    return manifest;
  }

  private Manifest writeData(Path part, Instant now) throws IOException, GeneralSecurityException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        OutputStream sealed = stream(vault).newEncryptingStream(file, ROWS)) {
      return database.snapshot(
          handle -> {
            Anchor.Head head = AuditLog.head(handle);
            try {
              Map<String, Long> rows = Dump.write(handle, sealed);
              return new Manifest(
                  now, Schema.NEWEST, "", "", null, rows, head.number(), head.hash(), "");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  /** Hash of the sealed file, or null if no codebook text is kept here. */
  private @Nullable String writeCodebooks(Path folder, String name)
      throws IOException, GeneralSecurityException {
    List<Path> texts = CodebookTexts.in(settings.codebooks());
    if (texts.isEmpty()) {
      return null;
    }
    Path part = folder.resolve(name + ".part");
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        OutputStream sealed = stream(vault).newEncryptingStream(file, CODEBOOKS)) {
      CodebookTexts.write(settings.codebooks(), texts, sealed);
    }
    Path whole = folder.resolve(name + ".codebooks");
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    return hash(whole);
  }

  /**
   * Makes a store from a backup. Erasures that the guard folder or the backup folder know of are
   * carried out before anything can be read.
   *
   * @param target where to; its data folder must not hold a store, its root key must be the one of
   *     the store that was backed up
   * @return what was restored
   * @throws StoreException.Conflict if there is a store already
   * @throws StoreException.Damaged if a file is not the one that was written
   */
  public static Manifest restore(Path manifestFile, StoreSettings target) {
    Path folder = manifestFile.toAbsolutePath().getParent();
    String name = nameOf(manifestFile).replaceFirst("\\.json$", "");
    if (folder == null || Files.exists(target.database()) || Files.exists(target.keys())) {
      throw new StoreException.Conflict(
          "there is a store in " + target.data() + " already; restore into an empty folder");
    }
    List<Path> made = new ArrayList<>();
    try {
      Durable.folder(target.data());
      Durable.folder(target.guard());
      Manifest manifest = Json.read(Files.readAllBytes(manifestFile), Manifest.class);
      Path keys = folder.resolve(name + ".keys");
      Path data = folder.resolve(name + ".data");
      Path codebooks = folder.resolve(name + ".codebooks");
      if (!manifest.keys().equals(hash(keys))
          || !manifest.data().equals(hash(data))
          || (manifest.codebooks() != null && !manifest.codebooks().equals(hash(codebooks)))) {
        throw new StoreException.Damaged("the backup's files are not those of its manifest");
      }
      Durable.replace(target.keys(), Files.readAllBytes(keys));
      Vault vault = Vault.open(target.keys(), target.rootKey());
      byte[] auditKey = vault.system("audit");
      if (!manifest.signature().equals(manifest.sign(auditKey))) {
        throw new StoreException.Damaged("the backup's manifest was altered");
      }
      new Ledger(target.tombstones(), auditKey).merge(folder.resolve("tombstones"));
      if (manifest.codebooks() != null) {
        fillCodebooks(target, vault, codebooks, made);
      }
      fill(target, vault, manifest, data);
      restartAnchor(target, auditKey, manifest);
      return manifest;
    } catch (IOException | GeneralSecurityException e) {
      clear(target, made);
      throw Failures.of(new UncheckedIOException(new IOException(e)));
    } catch (RuntimeException e) {
      clear(target, made);
      throw Failures.of(e);
    }
  }

  private static void fill(StoreSettings target, Vault vault, Manifest manifest, Path data)
      throws IOException, GeneralSecurityException {
    try (Database database = Database.open(target, vault, java.time.Clock.systemUTC());
        InputStream sealed = Files.newInputStream(data);
        InputStream clear = stream(vault).newDecryptingStream(sealed, ROWS)) {
      Schema.migrate(database, manifest.schema());
      database.maintain(
          handle -> {
            try {
              requireEmpty(handle);
              if (!new TreeMap<>(Dump.read(handle, clear)).equals(withoutEmpty(manifest.rows()))) {
                throw new StoreException.Damaged("the backup does not hold what it says it holds");
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static void fillCodebooks(
      StoreSettings target, Vault vault, Path codebooks, List<Path> made)
      throws IOException, GeneralSecurityException {
    try (InputStream sealed = Files.newInputStream(codebooks);
        InputStream clear = stream(vault).newDecryptingStream(sealed, CODEBOOKS)) {
      CodebookTexts.read(clear, target.codebooks(), made);
    }
  }

  private static void requireEmpty(Handle handle) {
    if (handle.select("SELECT COUNT(*) FROM audit").mapTo(Long.class).one() > 0) {
      throw new StoreException.Conflict(
          "the database holds a store already; restore into an empty one");
    }
  }

  private static Map<String, Long> withoutEmpty(Map<String, Long> rows) {
    TreeMap<String, Long> filled = new TreeMap<>(rows);
    filled.values().removeIf(count -> count == 0);
    return filled;
  }

  /**
   * The restored log is shorter than the one the guard folder saw: kept beside, for whoever asks.
   */
  private static void restartAnchor(StoreSettings target, byte[] key, Manifest manifest)
      throws IOException {
    if (Files.exists(target.anchor())) {
      Files.move(
          target.anchor(),
          target.anchor().resolveSibling("audit.anchor.before-" + STAMP.format(Instant.now())));
    }
    new Anchor(target.anchor(), key)
        .keep(new Anchor.Head(manifest.auditNumber(), manifest.auditHash()));
  }

  private static void clear(StoreSettings target, List<Path> made) {
    List<Path> files = new ArrayList<>(made);
    for (String name : List.of("record.db", "record.db-wal", "record.db-shm", "keys.json")) {
      files.add(target.data().resolve(name));
    }
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void prune(Path folder, Instant now) throws IOException {
    String oldest = "throughline-" + STAMP.format(now.minus(KEPT));
    List<Path> old = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> nameOf(file).startsWith("throughline-"))
          .filter(file -> nameOf(file).compareTo(oldest) < 0)
          .forEach(old::add);
    }
    for (Path file : old) {
      Files.delete(file);
    }
  }

  private static String nameOf(Path file) {
    return file.getName(file.getNameCount() - 1).toString();
  }

  private static AesGcmHkdfStreaming stream(Vault vault) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(vault.system("backup"), "HmacSha256", 32, 1 << 20, 0);
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
      in.transferTo(new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new StoreException.Unavailable("this machine lacks SHA-256", e);
    }
  }
}
