package org.throughline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.record.StoreSettings;
import org.throughline.record.Surroundings;
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

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: 127.0.0.1); any other takes --tls-keystore.")
  private String host = "127.0.0.1";

  @Option(
      names = "--tls-keystore",
      paramLabel = "FILE.p12",
      description = "Certificate and key; the password comes from $THROUGHLINE_TLS_PASSWORD.")
  private @Nullable Path keyStore;

  @Mixin private ProviderOptions provider = new ProviderOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    ServerSettings settings = settings();
    StoreSettings store = StoreSettings.from(folders.settings().data(), System.getenv());
    try (Desk desk = folders.open()) {
      return untilStopped(desk, settings, Surroundings.warnings(store), Output.of(spec));
    }
  }

  private ServerSettings settings() {
    try {
      return ServerSettings.loopback(port).on(host, tls()).with(provider.settings(System.getenv()));
    } catch (IllegalArgumentException e) {
      throw new InputException(Objects.requireNonNull(e.getMessage()));
    }
  }

  private ServerSettings.@Nullable Tls tls() {
    if (keyStore == null) {
      return null;
    }
    String password = System.getenv("THROUGHLINE_TLS_PASSWORD");
    if (password == null) {
      throw new InputException("Put the key store's password into THROUGHLINE_TLS_PASSWORD.");
    }
    return new ServerSettings.Tls(keyStore, password);
  }

  /** Serves until the process is told to stop, then closes the desk before the process ends. */
  static int untilStopped(Desk desk, ServerSettings settings, List<String> warnings, Output out)
      throws InterruptedException {
    var stop = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    try (desk;
        Server server = Server.start(desk, settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, closed)));
      desk.warmUp();
      desk.shelf().watch();
      warnings.forEach(warning -> out.line("Warning: " + warning));
      server
          .accounts()
          .firstAdminTicket()
          .ifPresent(
              ticket ->
                  out.line(
                      "There is no administrator yet. Set up the account \"admin\" on the page"
                          + " within a day, with this one-time secret:\n  "
                          + ticket));
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
