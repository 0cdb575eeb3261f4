package org.throughline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.throughline.cli.Throughline;

/** Starts the program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // Figures are written the same way on every machine: programs read them, and so do people who
    // compare two print-outs.
    Locale.setDefault(Locale.ROOT);
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Throughline.run(out, err, arguments));
  }
}
