package org.throughline.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.throughline.access.AccountRole;
import org.throughline.access.AccountSettings;
import org.throughline.access.Hurry;
import org.throughline.access.Rates;
import org.throughline.desk.Desk;
import org.throughline.desk.Practice;

/**
 * A practice in an empty folder with its door open: before each test opened, after it closed and
 * swept away.
 *
 * <pre>{@code
 * @RegisterExtension final OpenPractice practice = new OpenPractice();
 *
 * @Test
 * void nobodyIsThere() throws Exception {
 *   assertThat(practice.clinician().get("/clients").json().get("items")).isEmpty();
 * }
 * }</pre>
 */
final class OpenPractice implements BeforeEachCallback, AfterEachCallback {

  /**
   * Those of a real practice, but for the memory of a password hash, which is the least allowed:
   * tests log in a thousand times.
   */
  static final ServerSettings SETTINGS =
      ServerSettings.loopback(0)
          .with(
              new AccountSettings(
                  AccountSettings.USUAL.secondFactor(),
                  AccountSettings.USUAL.idle(),
                  AccountSettings.USUAL.longest(),
                  AccountSettings.DEMO.argonMemory()));

  /** Opens a desk in an empty folder. */
  interface Opening {
    Desk open(Path folder) throws IOException;
  }

  private final Opening opening;
  private final ServerSettings settings;
  private final Rates rates;
  private @Nullable Path folder;
  private @Nullable Desk desk;
  private @Nullable Server server;

  private OpenPractice(Opening opening, ServerSettings settings, Rates rates) {
    this.opening = opening;
    this.settings = settings;
    this.rates = rates;
  }

  /** With the small codebook, and the settings of a real practice. */
  OpenPractice() {
    this(folder -> Practice.open(folder.resolve("practice")));
  }

  /** With a desk of the test's own. */
  OpenPractice(Opening opening) {
    this(opening, SETTINGS, new Rates(java.time.Clock.systemUTC()));
  }

  /** With settings of the test's own. */
  static OpenPractice with(ServerSettings settings) {
    return new OpenPractice(
        folder -> Practice.open(folder.resolve("practice")), settings, new Rates(new Hurry()));
  }

  /** For tests that ask more than a person would. */
  static OpenPractice inAHurry() {
    return inAHurry(folder -> Practice.open(folder.resolve("practice")));
  }

  /** The same, with a desk of the test's own. */
  static OpenPractice inAHurry(Opening opening) {
    return new OpenPractice(opening, SETTINGS, new Rates(new Hurry()));
  }

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    folder = Files.createTempDirectory("practice");
    desk = opening.open(folder);
    server = Server.start(desk, settings, rates);
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    if (server != null) {
      server.close();
    }
    if (desk != null) {
      desk.close();
    }
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  Server server() {
    return Objects.requireNonNull(server);
  }

  Desk desk() {
    return Objects.requireNonNull(desk);
  }

  /** Where it listens, "http://127.0.0.1:49152/". */
  String address() {
    return server().address();
  }

  /** Waits until what was written can be found. */
  void settle() throws InterruptedException {
    desk().settle();
  }

  /** Everything of the practice lies in here. */
  Path folder() {
    return Objects.requireNonNull(folder);
  }

  /** A new clinician, logged in. */
  Api clinician() throws Exception {
    return new Api(server());
  }

  /** Somebody new with these roles, logged in. */
  Api as(AccountRole... roles) throws Exception {
    return new Api(server(), roles);
  }

  /** Somebody who has not logged in. */
  Api nobody() throws IOException {
    return Api.nobody(server());
  }

  /** Whoever holds a token. */
  Api script(String token) throws IOException {
    return Api.script(server(), token);
  }
}
