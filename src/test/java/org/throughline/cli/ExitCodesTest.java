package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.throughline.record.Scope;
import org.throughline.record.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ExitCodesTest {

  @Command
  private static final class Failing implements Runnable {
    private final RuntimeException failure;

    private Failing(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public void run() {
      throw failure;
    }
  }

  private final ExitCodes exitCodes = new ExitCodes();

  @Test
  void aBugIs70AndPrintsWhereButNeverTheMessage() {
    var err = new StringWriter();
    int code =
        new CommandLine(
                new Failing(
                    new IllegalStateException(
                        "the canary sang", new ArithmeticException("the canary sang"))))
            .setErr(new PrintWriter(err, true))
            .setExecutionExceptionHandler(exitCodes)
            .setExitCodeExceptionMapper(exitCodes)
            .execute();
    assertThat(code).isEqualTo(70);
    assertThat(err.toString())
        .contains("IllegalStateException", "ArithmeticException", "ExitCodesTest")
        .doesNotContain("canary");
  }

  @Test
  void whatTheCallerCanMendIs2() {
    assertThat(exitCodes.getExitCode(new InputException("x"))).isEqualTo(2);
    assertThat(exitCodes.getExitCode(new IllegalArgumentException("x"))).isEqualTo(2);
    assertThat(exitCodes.getExitCode(new NoSuchFileException("x"))).isEqualTo(2);
    assertThat(exitCodes.getExitCode(new StoreException.NotFound("client"))).isEqualTo(2);
    assertThat(exitCodes.getExitCode(new StoreException.ConsentMissing(Scope.TREATMENT_ANALYSIS)))
        .isEqualTo(2);
    assertThat(exitCodes.getExitCode(new StoreException.Damaged("x"))).isEqualTo(1);
  }
}
