package org.throughline.web;

import io.javalin.config.JavalinConfig;
import java.nio.file.Files;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS 1.2 and 1.3 with a key store of the practice's own. */
final class Secure {

  private static final long YEAR_SECONDS = 31_536_000;

  private Secure() {}

  static void listen(JavalinConfig config, ServerSettings settings, ServerSettings.Tls tls) {
    if (!Files.isReadable(tls.keyStore())) {
      throw new IllegalArgumentException("no key store can be read at " + tls.keyStore());
    }
    var context = new SslContextFactory.Server();
    context.setKeyStorePath(tls.keyStore().toString());
    context.setKeyStoreType("PKCS12");
    context.setKeyStorePassword(tls.password());
    context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    config.jetty.addConnector(
        (server, http) -> {
          var https = new HttpConfiguration(http);
          var customizer = new SecureRequestCustomizer(false);
          customizer.setStsMaxAge(YEAR_SECONDS);
          https.addCustomizer(customizer);
          var connector =
              new ServerConnector(
                  server,
                  new SslConnectionFactory(context, "http/1.1"),
                  new HttpConnectionFactory(https));
          connector.setHost(settings.host());
          connector.setPort(settings.port());
          return connector;
        });
  }
}
