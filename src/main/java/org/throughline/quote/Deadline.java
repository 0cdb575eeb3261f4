package org.throughline.quote;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/** How long a search may take. Once passed it stays passed, and the answer says it is partial. */
final class Deadline implements QueryTimeout {

  /** Calls between two looks at the clock. */
  private static final int PATIENCE = 256;

  private final long end;
  private int calls;
  private boolean passed;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  @Override
  public boolean shouldExit() {
    passed |= System.nanoTime() - end > 0;
    return passed;
  }

  /** As {@link #shouldExit}, for inner loops: looks at the clock now and then. */
  boolean passed() {
    if (!passed && ++calls % PATIENCE == 0) {
      return shouldExit();
    }
    return passed;
  }
}
