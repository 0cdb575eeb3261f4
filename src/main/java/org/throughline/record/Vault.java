package org.throughline.record;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seals and opens what the database holds. Each client has four independent random AES-256-GCM
 * keysets, one per {@link Purpose}; nothing is derived from anything else, so that each can be
 * destroyed by itself. All are wrapped by the {@link RootKey} and lie in one small file apart from
 * the database.
 *
 * <p>A sealed value is bound to its {@link Place}: copied to another row, table or client it does
 * not open.
 */
public final class Vault {

  /** What a client's key protects; destroyed separately. */
  public enum Purpose {
    /** Turns, uploads, file names, reports, check-ins. */
    TEXT,
    /** Pseudonym, speaker labels, identity card. */
    IDENTITY,
    /** Codings, decisions, problems. */
    CODINGS,
    /** Surrogates and day offsets of de-identified text. */
    RESEARCH
  }

  /**
   * Where a value stands.
   *
   * @param client id
   * @param table of the database
   * @param row its primary key
   */
  public record Place(String client, Purpose purpose, String table, String row) {}

  private static final int FORMAT = 1;
  private static final String SYSTEM = "system/";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyFile file;
  private final Aead root;
  private final Map<String, Aead> opened = new ConcurrentHashMap<>();

  private Vault(KeyFile file, Aead root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Opens the key store, making it on first use.
   *
   * @throws StoreException.Unavailable if the file or the root key cannot be used, or if they do
   *     not belong together
   */
  public static Vault open(Path path, RootKey rootKey) {
    try {
      AeadConfig.register();
      KeyFile file = KeyFile.open(path, Base64.getEncoder().encodeToString(random(16)));
      Aead root = aead(rootKey.bytes(Base64.getDecoder().decode(file.content().salt())));
      Vault vault = new Vault(file, root);
      vault.system("check");
      return vault;
    } catch (GeneralSecurityException e) {
      throw new StoreException.Unavailable("this machine lacks AES-256-GCM", e);
    }
  }

  /**
   * Makes a client's keysets where they are missing; they are on disk when this returns. The one
   * for {@link Purpose#RESEARCH} is made when the client consents to research.
   */
  public void admit(String client, Set<Purpose> purposes) {
    file.change(
        keys -> {
          for (Purpose purpose : purposes) {
            String name = name(client, purpose);
            keys.computeIfAbsent(name, this::freshKeyset);
          }
          return keys;
        });
  }

  /** Whether the client's key for a purpose is there; false once it was destroyed. */
  public boolean holds(String client, Purpose purpose) {
    refresh();
    return file.content().keys().containsKey(name(client, purpose));
  }

  /** As {@link #holds}, as of the last refresh: within a transaction, which begins with one. */
  boolean isHeld(String client, Purpose purpose) {
    return file.content().keys().containsKey(name(client, purpose));
  }

  public byte[] seal(Place place, byte[] clear) {
    try {
      return aead(name(place.client(), place.purpose())).encrypt(clear, associated(place));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Damaged("cannot seal a value of table " + place.table());
    }
  }

  /**
   * Opens what {@link #seal} made for the same place.
   *
   * @throws StoreException.Damaged if the value was altered or belongs elsewhere, or its key is
   *     gone
   */
  public byte[] open(Place place, byte[] sealed) {
    try {
      return aead(name(place.client(), place.purpose())).decrypt(sealed, associated(place));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Damaged(
          "a value of table " + place.table() + " does not open: altered, moved or foreign");
    }
  }

  /**
   * Destroys keys. When this returns, the file on disk no longer holds them.
   *
   * @return names of the keys that were there
   */
  public List<String> destroy(String client, Set<Purpose> purposes) {
    List<String> destroyed = new ArrayList<>();
    file.change(
        keys -> {
          for (Purpose purpose : purposes) {
            String name = name(client, purpose);
            if (keys.remove(name) != null) {
              destroyed.add(name);
            }
          }
          return keys;
        });
    purposes.forEach(purpose -> opened.remove(name(client, purpose)));
    return destroyed;
  }

  /** 32 bytes for the encrypted quote index; the same until {@link #rotateIndexKey}. */
  public byte[] indexKey() {
    return system("index");
  }

  /**
   * 32 bytes for the encrypted index of released text, which shares nothing with the other; the
   * same until {@link #rotateReleasedIndexKey}.
   */
  public byte[] releasedIndexKey() {
    return system("released-index");
  }

  /** 32 bytes that the ids in the index of released text are made with. */
  public byte[] releasedHandleKey() {
    return system("released-handles");
  }

  /** Forgets the index key and makes a new one: blocks left on disk under the old one are dead. */
  public byte[] rotateIndexKey() {
    forgetSystem("index");
    return indexKey();
  }

  /** As {@link #rotateIndexKey}, of the index of released text. */
  public byte[] rotateReleasedIndexKey() {
    forgetSystem("released-index");
    return releasedIndexKey();
  }

  private void forgetSystem(String name) {
    file.change(
        keys -> {
          keys.remove(SYSTEM + name);
          return keys;
        });
  }

  /** Seals what belongs to no client, such as the secrets of accounts. */
  byte[] sealOwn(String table, String row, byte[] clear) {
    try {
      return own().encrypt(clear, (table + "|" + row).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Damaged("cannot seal a value of table " + table);
    }
  }

  byte[] openOwn(String table, String row, byte[] sealed) {
    try {
      return own().decrypt(sealed, (table + "|" + row).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Damaged(
          "a value of table " + table + " does not open: altered, moved or foreign");
    }
  }

  /** Seals what belongs to the research side, which opens nothing of the clinical record. */
  byte[] sealResearch(String table, String row, byte[] clear) {
    try {
      return aead(system("research"))
          .encrypt(clear, (table + "|" + row).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Damaged("cannot seal a value of table " + table);
    }
  }

  byte[] openResearch(String table, String row, byte[] sealed) {
    try {
      return aead(system("research"))
          .decrypt(sealed, (table + "|" + row).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Damaged(
          "a value of table " + table + " does not open: altered, moved or foreign");
    }
  }

  /** Seals under a key of its own, which can be destroyed by itself: {@link #forget}. */
  byte[] sealUnder(String key, String table, String row, byte[] clear) {
    try {
      return aead(system(key)).encrypt(clear, (table + "|" + row).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Damaged("cannot seal a value of table " + table);
    }
  }

  /**
   * Opens what {@link #sealUnder} made for the same place.
   *
   * @throws StoreException.Damaged if the value was altered or moved, or its key was destroyed
   */
  byte[] openUnder(String key, String table, String row, byte[] sealed) {
    refresh();
    String wrapped = file.content().keys().get(SYSTEM + key);
    if (wrapped == null) {
      throw new StoreException.Damaged("the key of a value of table " + table + " was destroyed");
    }
    try {
      return aead(unwrap(SYSTEM + key, wrapped))
          .decrypt(sealed, (table + "|" + row).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Damaged(
          "a value of table " + table + " does not open: altered, moved or foreign");
    }
  }

  /** Whether a key of {@link #sealUnder} is there; false once it was destroyed. */
  boolean holdsUnder(String key) {
    refresh();
    return file.content().keys().containsKey(SYSTEM + key);
  }

  /**
   * Destroys a key of {@link #sealUnder}. When this returns, the file on disk no longer holds it.
   *
   * @return names of the keys that were there
   */
  List<String> forget(String key) {
    List<String> destroyed = new ArrayList<>();
    file.change(
        keys -> {
          if (keys.remove(SYSTEM + key) != null) {
            destroyed.add(SYSTEM + key);
          }
          return keys;
        });
    return destroyed;
  }

  private Aead own() throws GeneralSecurityException {
    return aead(system("own"));
  }

  /** 32 bytes for one of the program's own purposes, made on first use. */
  byte[] system(String name) {
    refresh();
    String key = SYSTEM + name;
    if (!file.content().keys().containsKey(key)) {
      file.change(
          keys -> {
            keys.computeIfAbsent(key, absent -> wrap(random(32), absent));
            return keys;
          });
    }
    return unwrap(key, Objects.requireNonNull(file.content().keys().get(key)));
  }

  private byte[] unwrap(String key, String wrapped) {
    try {
      return root.decrypt(
          Base64.getDecoder().decode(wrapped), key.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Unavailable(
          "the root key does not open the key store: wrong key file, passphrase or variable");
    }
  }

  /** Notices keys that another process has destroyed or made. Called before each transaction. */
  void refresh() {
    if (file.refresh()) {
      opened.clear();
    }
  }

  private Aead aead(String name) {
    return opened.computeIfAbsent(name, this::load);
  }

  private Aead load(String name) {
    String wrapped = file.content().keys().get(name);
    if (wrapped == null) {
      throw new StoreException.Damaged("the key of this client and purpose was destroyed");
    }
    try {
      KeysetHandle keyset =
          TinkProtoKeysetFormat.parseEncryptedKeyset(
              Base64.getDecoder().decode(wrapped),
              root,
              name.getBytes(StandardCharsets.UTF_8),
              RegistryConfiguration.get());
      return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new StoreException.Damaged("a wrapped key does not open: altered or moved");
    }
  }

  private String freshKeyset(String name) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              TinkProtoKeysetFormat.serializeEncryptedKeyset(
                  KeysetHandle.generateNew(
                      PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                  root,
                  name.getBytes(StandardCharsets.UTF_8),
                  RegistryConfiguration.get()));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Unavailable("cannot make a key", e);
    }
  }

  private String wrap(byte[] key, String name) {
    try {
      return Base64.getEncoder()
          .encodeToString(root.encrypt(key, name.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new StoreException.Unavailable("cannot wrap a key", e);
    }
  }

  private static String name(String client, Purpose purpose) {
    return client + "/" + purpose;
  }

  private static byte[] associated(Place place) {
    return String.join(
            "|",
            place.table(),
            place.row(),
            place.client(),
            place.purpose().name(),
            Integer.toString(FORMAT))
        .getBytes(StandardCharsets.UTF_8);
  }

  @AccessesPartialKey
  private static Aead aead(byte[] key) throws GeneralSecurityException {
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(32)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    AesGcmKey imported =
        AesGcmKey.builder()
            .setParameters(parameters)
            .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
            .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(imported).withRandomId().makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
