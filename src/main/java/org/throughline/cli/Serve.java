package org.throughline.cli;

import java.util.concurrent.Callable;
import org.throughline.desk.Desk;
import org.throughline.web.Server;
import org.throughline.web.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    description = "Serves the page and the API on this machine until stopped.",
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

  static final int PORT = 8420;

  @Mixin private Folders folders = new Folders();

  @Option(names = "--port", defaultValue = "" + PORT, description = "TCP port (default: 8420).")
  private int port;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (Desk desk = folders.open()) {
      return untilStopped(desk, port, Output.of(spec));
    }
  }

  /** Serves until the process is told to stop; the desk is closed before it ends. */
  static int untilStopped(Desk desk, int port, Output out) throws InterruptedException {
    try (Server server = Server.start(desk, ServerSettings.loopback(port))) {
      var stop = new java.util.concurrent.CountDownLatch(1);
      Thread main = Thread.currentThread();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    stop.countDown();
                    try {
                      main.join(10_000);
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
      desk.warmUp();
      out.line("Throughline is at " + server.address() + " (stop with Ctrl-C)");
      stop.await();
    }
    return ExitCodes.FINE;
  }
}
