package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.access.AccountRole;
import org.throughline.access.AccountSettings;
import org.throughline.desk.Desk;
import org.throughline.desk.Practice;

/** Off the loopback interface there is TLS or nothing. */
class SecureIT {

  private static final String PASSWORD = "quartz lantern over seven herons";

  @TempDir Path folder;

  @Test
  void withoutTlsNoOtherAddressIsListenedOn() {
    for (String host :
        new String[] {"0.0.0.0", "192.168.1.7", "::", "clinic.example", "127.evil.example"}) {
      assertThatThrownBy(() -> ServerSettings.loopback(0).on(host, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("--tls-keystore");
    }
    for (String host : new String[] {"127.0.0.1", "localhost", "::1"}) {
      assertThat(ServerSettings.loopback(0).on(host, null).host()).isEqualTo(host);
    }
  }

  @Test
  void overTlsTheCookieIsBoundAndBrowsersAreToldToStay() throws Exception {
    Path keyStore = keyStore();
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            1 << 20,
            AccountSettings.DEMO,
            new ServerSettings.Tls(keyStore, "changeit"),
            null);
    try (Desk desk = Practice.open(folder.resolve("practice"));
        Server server = Server.start(desk, settings)) {
      server.accounts().addForDemo("ada", Set.of(AccountRole.CLINICIAN), PASSWORD);
      assertThat(server.address()).startsWith("https://127.0.0.1:");
      HttpClient client = HttpClient.newBuilder().sslContext(trusting(keyStore)).build();
      HttpResponse<String> in =
          client.send(
              HttpRequest.newBuilder(URI.create(server.address() + "api/v1/session"))
                  .header(Guard.HEADER, "1")
                  .header(
                      "User-Agent", "Mozilla/5.0 (Macintosh) AppleWebKit/605 Version/18 Safari/605")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"name\":\"ada\",\"password\":\"" + PASSWORD + "\"}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(in.statusCode()).isEqualTo(200);
      assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
          .matches(
              "__Host-throughline=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict; Secure");
      assertThat(in.headers().firstValue("Strict-Transport-Security").orElseThrow())
          .contains("max-age=31536000");
    }
  }

  @Test
  void onLoopbackWebKitGetsACookieThatItKeeps() throws Exception {
    try (Desk desk = Practice.open(folder.resolve("practice"));
        Server server = Server.start(desk, ServerSettings.demo(0))) {
      server.accounts().addForDemo("ada", Set.of(AccountRole.CLINICIAN), PASSWORD);
      HttpResponse<String> in =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(server.address() + "api/v1/session"))
                      .header(Guard.HEADER, "1")
                      .header(
                          "User-Agent",
                          "Mozilla/5.0 (Macintosh) AppleWebKit/605 Version/18 Safari/605")
                      .POST(
                          BodyPublishers.ofString(
                              "{\"name\":\"ada\",\"password\":\"" + PASSWORD + "\"}"))
                      .build(),
                  BodyHandlers.ofString());
      assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
          .matches("throughline=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
    }
  }

  private Path keyStore() throws Exception {
    Path file = folder.resolve("clinic.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "clinic",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit",
                "-validity",
                "2")
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return file;
  }

  private static SSLContext trusting(Path keyStore) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      own.load(in, "changeit".toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("clinic", own.getCertificate("clinic"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
