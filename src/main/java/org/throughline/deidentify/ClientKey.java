package org.throughline.deidentify;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that ties a client's surrogates together. Without it nobody can compute them, not even
 * from a list of all names; when it is destroyed the link is gone for good.
 */
public final class ClientKey {

  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  private ClientKey(byte[] secret) {
    this.key = new SecretKeySpec(secret, HMAC);
  }

  /**
   * Derives the key of one client.
   *
   * @param secret at least 16 bytes
   * @param client the client's id
   * @param release which release of the corpus: surrogates of two releases cannot be joined
   */
  public static ClientKey of(byte[] secret, String client, String release) {
    if (secret.length < 16) {
      throw new IllegalArgumentException("a research key has at least 16 bytes");
    }
    return new ClientKey(new ClientKey(secret).mac("client|" + release + "|" + client));
  }

  /** A number from 0 to below the bound, the same for the same words. */
  int pick(String what, int bound) {
    byte[] mac = mac(what);
    long number = 0;
    for (int i = 0; i < 7; i++) {
      number = number << 8 | (mac[i] & 0xff);
    }
    return (int) (number % bound);
  }

  /** How far this client's dates are moved, in days: −364 to −1. */
  int shift() {
    return -1 - pick("shift", 364);
  }

  private byte[] mac(String what) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no " + HMAC, e);
    }
  }

  @Override
  public String toString() {
    return "ClientKey";
  }
}
