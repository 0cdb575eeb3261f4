package org.throughline.quote;

import java.io.IOException;

/**
 * The index on disk is not what was written, or its key is another. Nothing is lost: discard it and
 * fill it again from the record store.
 */
public final class DamagedIndexException extends IOException {

  DamagedIndexException(Throwable cause) {
    super("the quote index is damaged or locked with another key; rebuild it (reindex)", cause);
  }
}
