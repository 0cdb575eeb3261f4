package org.throughline.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results on standard output, for people or for programs. */
final class Output {

  private static final JsonMapper LINES = JsonMapper.shared();
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final PrintWriter out;

  private Output(PrintWriter out) {
    this.out = out;
  }

  static Output of(CommandSpec spec) {
    return new Output(spec.commandLine().getOut());
  }

  void line(String text) {
    out.println(text);
  }

  void text(String text) {
    out.print(text);
    out.flush();
  }

  void json(Object record) {
    out.println(PRETTY.writeValueAsString(record));
  }

  void jsonLine(Object record) {
    out.println(LINES.writeValueAsString(record));
  }
}
