package org.throughline.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Accounts;
import org.throughline.access.ProviderLogins;
import org.throughline.access.Rates;
import org.throughline.desk.Desk;
import org.throughline.identity.Provider;

/** The open door: listens until closed. */
public final class Server implements AutoCloseable {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                  + " connect-src 'self'; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'; require-trusted-types-for 'script'",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cache-Control", "no-store");

  private final Javalin javalin;
  private final ServerSettings settings;
  private final Accounts accounts;

  private Server(Javalin javalin, ServerSettings settings, Accounts accounts) {
    this.javalin = javalin;
    this.settings = settings;
    this.accounts = accounts;
  }

  /** Starts listening; the desk stays the caller's to close. */
  public static Server start(Desk desk, ServerSettings settings) {
    return start(desk, settings, new Rates(Clock.systemUTC()));
  }

  /** With counters of the caller's, for tests that ask more than a person would. */
  static Server start(Desk desk, ServerSettings settings, Rates rates) {
    Accounts accounts = desk.house().accounts(settings.accounts(), rates);
    Guard guard = new Guard(desk.house(), accounts, rates);
    ProviderLogins provider = provider(desk, settings, accounts, rates);
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, settings);
              config.routes.before(Server::secure);
              config.routes.before(ctx -> limit(ctx, settings));
              for (Route route : Routes.of(desk, accounts, rates, provider)) {
                config.routes.addEndpoint(
                    new Endpoint(route.method(), route.path(), guard.before(route)));
              }
              Problems.register(config.routes);
            });
    return new Server(javalin.start(settings.host(), settings.port()), settings, accounts);
  }

  private static @Nullable ProviderLogins provider(
      Desk desk, ServerSettings settings, Accounts accounts, Rates rates) {
    return settings.provider() == null
        ? null
        : desk.house().providerLogins(accounts, rates, new Provider(settings.provider()));
  }

  private static void configure(JavalinConfig config, ServerSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jsonMapper(new Json());
    config.http.maxRequestSize = settings.maxUpload();
    config.http.prefer405over404 = true;
    // The threshold equals the limit, so that an upload is never spooled to a temporary file.
    config.jetty.multipartConfig.maxFileSize(settings.maxUpload(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(settings.maxUpload(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(settings.maxUpload(), SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    ServerSettings.Tls tls = settings.tls();
    if (tls != null) {
      Secure.listen(config, settings, tls);
    }
  }

  private static void secure(Context ctx) {
    HEADERS.forEach(ctx::header);
  }

  /** Before a byte of the body is read; a body of undeclared length meets the same limit later. */
  private static void limit(Context ctx, ServerSettings settings) {
    if (ctx.req().getContentLengthLong() > settings.maxUpload()) {
      throw new TooLarge();
    }
  }

  /** Every route, "GET /api/v1/clients", for the test that compares them with the contract. */
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method + " " + endpoint.path)
        .toList();
  }

  /** Who can log in here. */
  public Accounts accounts() {
    return accounts;
  }

  public int port() {
    return javalin.port();
  }

  /** What to type into a browser. */
  public String address() {
    return (settings.tls() == null ? "http://" : "https://") + settings.host() + ":" + port() + "/";
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
