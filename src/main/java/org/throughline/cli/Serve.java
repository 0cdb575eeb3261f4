package org.throughline.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

  /** Serves until the process is told to stop, then closes the desk before the process ends. */
  static int untilStopped(Desk desk, int port, Output out) throws InterruptedException {
    var stop = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    try (desk;
        Server server = Server.start(desk, ServerSettings.loopback(port))) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, closed)));
      desk.warmUp();
      out.line("Throughline is at " + server.address() + " (stop with Ctrl-C)");
      stop.await();
    } finally {
      closed.countDown();
    }
    return ExitCodes.FINE;
  }

  private static void stop(CountDownLatch stop, CountDownLatch closed) {
    stop.countDown();
    try {
      if (!closed.await(10, TimeUnit.SECONDS)) {
        System.err.println("throughline: ends although a request is still being answered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
