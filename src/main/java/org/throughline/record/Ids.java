package org.throughline.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Random names and fingerprints. */
final class Ids {

  private Ids() {}

  /** 128 random bits as 32 hexadecimal digits. */
  static String random() {
    return HexFormat.of().formatHex(Vault.random(16));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new StoreException.Unavailable("this machine lacks SHA-256", e);
    }
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
