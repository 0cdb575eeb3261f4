package org.throughline.quote;

import java.io.IOException;

/** Another process, or another part of this one, has the index open for writing. */
public final class IndexInUseException extends IOException {

  private static final long serialVersionUID = 1L;

  IndexInUseException(Throwable cause) {
    super("the quote index is open elsewhere", cause);
  }
}
