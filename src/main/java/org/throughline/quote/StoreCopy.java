package org.throughline.quote;

import java.io.Closeable;
import java.io.IOException;
import org.throughline.transcript.Transcript;

/**
 * An index that follows the record store and can be thrown away and filled again. Whoever fills it
 * tells it how far it has come, and asks where to go on.
 */
public interface StoreCopy extends Closeable {

  /** Takes a session in, in place of what was there under its id. Seen after the next commit. */
  void put(IndexedSession session, Transcript transcript) throws IOException;

  /** Takes a session out. Seen after the next commit. */
  void remove(String session) throws IOException;

  /** Takes a client's every session out. Seen after the next commit. */
  void removeClient(String client) throws IOException;

  /** Writes to disk, with the number of the last outbox entry that is in it. */
  void commit(long outboxSequence) throws IOException;

  /** The number that the last commit carried, 0 in a new index. */
  long sequence();

  /** Rewrites what removed sessions have left in the files. */
  void purge() throws IOException;

  /** Seals its files under another key, so that what is left on the disk of old ones is dead. */
  void rekey(byte[] key) throws IOException;

  /** Empties it. */
  void clear() throws IOException;
}
