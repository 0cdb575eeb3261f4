package org.throughline.quote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.index.CorruptIndexException;

/**
 * Seals the chunks of one file with AES-256-GCM. Each file has a key of its own, derived by HKDF
 * (RFC 5869, SHA-256) from the index key and the file's random id, so that the chunk's number can
 * be the nonce and never meets the same key twice. What is authenticated beside the bytes is the
 * file, the chunk's number and whether it is the last: chunks can neither be swapped nor dropped.
 */
final class ChunkCipher {

  static final int CHUNK = 32 * 1024;
  static final int TAG = 16;
  static final int ID = 16;

  private static final byte[] PURPOSE =
      "throughline quote index file 1".getBytes(StandardCharsets.US_ASCII);

  private final byte[] fileId;
  private final SecretKeySpec key;

  ChunkCipher(byte[] indexKey, byte[] fileId) {
    if (indexKey.length != 32) {
      throw new IllegalArgumentException("the index key has 32 bytes");
    }
    this.fileId = fileId.clone();
    this.key = new SecretKeySpec(hkdf(indexKey, fileId), "AES");
  }

  private static byte[] hkdf(byte[] indexKey, byte[] salt) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      byte[] extracted = mac.doFinal(indexKey);
      mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
      mac.update(PURPOSE);
      return mac.doFinal(new byte[] {1});
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", missing);
    }
  }

  byte[] seal(byte[] bytes, int length, long chunk, boolean last) throws IOException {
    try {
      return cipher(Cipher.ENCRYPT_MODE, chunk, last).doFinal(bytes, 0, length);
    } catch (GeneralSecurityException impossible) {
      throw new IOException("cannot encrypt", impossible);
    }
  }

  /**
   * @throws CorruptIndexException if a bit has changed, or the key is not the file's
   */
  byte[] open(byte[] sealed, long chunk, boolean last, String file) throws IOException {
    try {
      return cipher(Cipher.DECRYPT_MODE, chunk, last).doFinal(sealed);
    } catch (GeneralSecurityException changed) {
      throw new CorruptIndexException(
          "chunk " + chunk + " is not what was written, or the key is another", file);
    }
  }

  private Cipher cipher(int mode, long chunk, boolean last) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = ByteBuffer.allocate(12).putLong(4, chunk).array();
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(fileId);
    cipher.updateAAD(ByteBuffer.allocate(9).putLong(chunk).put((byte) (last ? 1 : 0)).array());
    return cipher;
  }
}
