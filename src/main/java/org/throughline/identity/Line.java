package org.throughline.identity;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The line to the provider: the only outgoing connection of the program. It goes to the hosts that
 * were named and to no other, follows no redirect, waits seconds and takes in a quarter of a
 * mebibyte.
 */
final class Line implements ResourceRetriever, HTTPRequestSender {

  private static final int LARGEST = 1 << 18;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ProviderSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  Line(ProviderSettings settings) {
    this.settings = settings;
  }

  /** For documents: discovery and keys. */
  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HttpResponse<InputStream> answer =
        send(HttpRequest.newBuilder(uri(url)).header("Accept", "application/json").GET());
    String body = body(answer);
    if (answer.statusCode() != 200) {
      throw new IOException("the identity provider answered with status " + answer.statusCode());
    }
    return new Resource(body, "application/json");
  }

  /** For the exchange of a code. */
  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(asked.getURI());
    asked
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    String content = Objects.requireNonNullElse(asked.getBody(), "");
    HttpResponse<InputStream> answer =
        send(request.method(asked.getMethod().name(), BodyPublishers.ofString(content)));
    var response = new HTTPResponse(answer.statusCode());
    List<String> type = answer.headers().allValues("Content-Type");
    response.setHeader("Content-Type", type.toArray(String[]::new));
    response.setBody(body(answer));
    return response;
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException {
    HttpRequest asked = request.timeout(PATIENCE).build();
    if (!settings.allows(asked.uri())) {
      throw new IOException("the identity provider names a host that the settings do not allow");
    }
    try {
      return http.send(asked, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String body(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream in = answer.body()) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("the identity provider's answer is too long");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException("the identity provider names an address that is none", e);
    }
  }
}
