package org.throughline.record;

/**
 * A caller's own name for a request, so that sending it twice does it once.
 *
 * @param account whose key it is
 * @param key the caller's choice, at most 200 characters
 * @param request SHA-256 of what was sent, hex: the same key with another request is a conflict
 */
public record IdempotencyKey(String account, String key, String request) {

  public IdempotencyKey {
    if (key.isBlank() || key.length() > 200) {
      throw new IllegalArgumentException("an idempotency key has 1 to 200 characters");
    }
  }
}
