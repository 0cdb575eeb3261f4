package org.throughline.research;

/**
 * A session of a corpus, pinned to its released text.
 *
 * @param client surrogate id
 * @param session surrogate id
 * @param hash SHA-256 of the released text
 */
public record Pinned(String client, String session, String hash) {}
