package org.throughline.record;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Where the key comes from that wraps all others. It never lies in the data folder: whoever has the
 * folder alone has nothing.
 */
@FunctionalInterface
public interface RootKey {

  /**
   * The 32 key bytes.
   *
   * @param salt 16 random bytes kept in the key store file
   * @throws StoreException.Unavailable if the source has no usable key
   */
  byte[] bytes(byte[] salt);

  /** A file of 32 random bytes in base64, made on first use and readable by its owner only. */
  static RootKey file(Path path) {
    return salt -> {
      try {
        if (!Files.exists(path)) {
          byte[] fresh = new byte[32];
          new SecureRandom().nextBytes(fresh);
          Path parent = path.toAbsolutePath().getParent();
          if (parent != null) {
            Durable.folder(parent);
          }
          Files.createFile(
              path,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
          Files.writeString(
              path, Base64.getEncoder().encodeToString(fresh) + "\n", StandardOpenOption.SYNC);
        }
        return decode(Files.readString(path, StandardCharsets.US_ASCII), "the key file");
      } catch (IOException e) {
        throw new StoreException.Unavailable("cannot read or make the key file " + path, e);
      }
    };
  }

  /** A passphrase, stretched by Argon2id with 64 MiB and three passes. */
  static RootKey passphrase(String passphrase) {
    if (passphrase.length() < 12) {
      throw new IllegalArgumentException("a passphrase has at least 12 characters");
    }
    return salt ->
        Argon2Function.getInstance(65_536, 3, 1, 32, Argon2.ID)
            .hash(passphrase.getBytes(StandardCharsets.UTF_8), salt)
            .getBytes();
  }

  /** 32 bytes in base64 that the surroundings hand in, from a key service or a sealed variable. */
  static RootKey supplied(String base64) {
    byte[] bytes = decode(base64, "the supplied key");
    return salt -> bytes.clone();
  }

  private static byte[] decode(String base64, String what) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new StoreException.Unavailable(what + " is not base64");
    }
    if (bytes.length != 32) {
      throw new StoreException.Unavailable(what + " holds " + bytes.length + " bytes, not 32");
    }
    return bytes;
  }
}
