package org.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.throughline.desk.Desk;
import org.throughline.desk.view.ClientView;
import org.throughline.record.Actor;
import org.throughline.record.StoreSettings;
import org.throughline.web.Server;
import org.throughline.web.ServerSettings;

/**
 * A browser before the page, with a server on a copy of the demo behind it: one of each for a test
 * class. After every test it asserts that the page broke no policy and threw no error.
 */
final class Visit implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  static final Actor ME = new Actor("local", "clinician", "care");
  static final int PHONE = 390;
  static final int WIDE = 1280;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** Told by the browser itself, before any script of the page runs. */
  private static final String WATCH =
      "addEventListener('securitypolicyviolation', e =>"
          + " console.error('POLICY ' + e.violatedDirective + ' ' + e.blockedURI));";

  /** The browser writes down each request that was refused; refusing is not a fault. */
  private static final String REFUSED = "Failed to load resource: .* status of 4\\d\\d .*";

  private final List<BrowserContext> open = new ArrayList<>();

  /** Logins are few in a quarter of an hour, so each is made once and shared. */
  private final Map<String, String> logins = new HashMap<>();

  private final List<String> complaints = new ArrayList<>();
  private Path folder;
  private Desk desk;
  private Server server;
  private Playwright playwright;
  private Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright);
    folder = Files.createTempDirectory("page");
    desk = DemoFolder.open(folder);
    server = Server.start(desk, ServerSettings.demo(0));
  }

  /** A window with the clinician signed in. */
  Page page() {
    return page(WIDE, ColorScheme.LIGHT);
  }

  Page page(int width, ColorScheme colours) {
    return signedIn(People.CLINICIAN, width, colours);
  }

  /** A window with one of the practice's people signed in. */
  Page signedIn(String name, int width, ColorScheme colours) {
    String cookies = logins.get(name);
    Page page = window(width, colours, cookies);
    if (cookies == null) {
      signIn(page, name);
      page.waitForSelector("body[data-signed-in=yes]");
      logins.put(name, page.context().storageState());
    }
    page.waitForSelector("body[data-signed-in=yes]");
    settled(page);
    return page;
  }

  static void signIn(Page page, String name) {
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(People.PASSWORD);
    page.getByLabel("Password").press("Enter");
  }

  /** A window with nobody signed in. */
  Page window(int width, ColorScheme colours) {
    return window(width, colours, null);
  }

  private Page window(int width, ColorScheme colours, @Nullable String cookies) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setStorageState(cookies)
                .setViewportSize(width, width == PHONE ? 844 : 900)
                .setColorScheme(colours)
                .setLocale("en-GB"));
    context.addInitScript(WATCH);
    open.add(context);
    Page page = context.newPage();
    page.setDefaultTimeout(10_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().matches(REFUSED)) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(address());
    return page;
  }

  String address() {
    return server.address();
  }

  Desk desk() {
    return desk;
  }

  /** Makes a client one whom the clinician treats. */
  void treat(String client) {
    People.treat(settings(), client);
  }

  /** Where the practice lies, for what a test puts there itself. */
  StoreSettings settings() {
    return StoreSettings.in(folder.resolve("practice"));
  }

  /** The id of one of the demo's clients. */
  String client(String pseudonym) {
    return desk.clients(ME).stream()
        .filter(client -> client.pseudonym().equals(pseudonym))
        .map(ClientView::id)
        .findFirst()
        .orElseThrow();
  }

  /** The id of a session of one of the demo's clients. */
  String session(String pseudonym, int number) {
    return desk.sessions(ME, client(pseudonym)).get(number - 1).id();
  }

  /** Goes to a view and waits until it is there. */
  static void show(Page page, String hash) {
    page.evaluate("hash => { location.hash = hash; }", hash);
    settled(page);
  }

  /** Waits until the page has shown what it was asked for. */
  static void settled(Page page) {
    page.waitForFunction("() => document.getElementById('main').dataset.state === 'ready'");
  }

  static void screenshot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /**
   * Expected complaints, such as the browser's note about a refused request, taken off the list.
   */
  List<String> complaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(BrowserContext::close);
    open.clear();
    assertThat(complaints()).as("what the browser complained about").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (playwright != null) {
      playwright.close();
    }
    if (server != null) {
      server.close();
      desk.close();
    }
    if (folder != null) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
