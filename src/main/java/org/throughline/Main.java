package org.throughline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.throughline.cli.Throughline;

/** Starts the program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Throughline.run(out, err, arguments));
  }
}
