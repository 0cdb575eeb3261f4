package org.throughline.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a long command is at: one line that rewrites itself on a terminal, a line a step elsewhere.
 * The launcher says whether standard error is a terminal, because Java 21 cannot.
 */
final class Progress implements AutoCloseable {

  private static final boolean TERMINAL = Boolean.getBoolean("throughline.terminal");
  private static final int WIDTH = 78;

  private final PrintWriter err;
  private boolean open;

  private Progress(PrintWriter err) {
    this.err = err;
  }

  static Progress of(CommandSpec spec) {
    return new Progress(spec.commandLine().getErr());
  }

  void step(String what) {
    if (TERMINAL) {
      err.print("\r\033[K  " + what.substring(0, Math.min(WIDTH, what.length())));
      err.flush();
      open = true;
    } else {
      err.println("  " + what);
    }
  }

  void step(String what, int done, int of) {
    step(String.format(Locale.ROOT, "[%d/%d] %s", done, of, what));
  }

  /** Leaves the terminal's line clean. */
  @Override
  public void close() {
    if (open) {
      err.print("\r\033[K");
      err.flush();
      open = false;
    }
  }
}
