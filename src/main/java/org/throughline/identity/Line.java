package org.throughline.identity;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The line to the provider: the only outgoing connection of the program. It goes to the hosts that
 * were named and to no other, follows no redirect, waits seconds for the whole of an answer and
 * takes in a quarter of a mebibyte.
 */
final class Line implements ResourceRetriever, HTTPRequestSender {

  private static final int LARGEST = 1 << 18;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ProviderSettings settings;
  private final Duration patience;
  private final HttpClient http;

  Line(ProviderSettings settings) {
    this(settings, PATIENCE);
  }

  /**
   * With a patience of the caller's.
   *
   * @param patience how long an answer may take, from the first attempt to connect to its last byte
   */
  Line(ProviderSettings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /** For documents: discovery and keys. */
  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(uri(url)).header("Accept", "application/json").GET());
    if (answer.statusCode() != 200) {
      throw new IOException("the identity provider answered with status " + answer.statusCode());
    }
    return new Resource(answer.body(), "application/json");
  }

  /** For the exchange of a code. */
  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(asked.getURI());
    asked
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    String content = Objects.requireNonNullElse(asked.getBody(), "");
    HttpResponse<String> answer =
        send(request.method(asked.getMethod().name(), BodyPublishers.ofString(content)));
    var response = new HTTPResponse(answer.statusCode());
    List<String> type = answer.headers().allValues("Content-Type");
    response.setHeader("Content-Type", type.toArray(String[]::new));
    response.setBody(answer.body());
    return response;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    HttpRequest asked = request.build();
    if (!settings.allows(asked.uri())) {
      throw new IOException("the identity provider names a host that the settings do not allow");
    }
    CompletableFuture<HttpResponse<String>> answer = http.sendAsync(asked, head -> new Body());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (TimeoutException e) {
      throw new IOException("the identity provider takes too long to answer", e);
    } catch (ExecutionException e) {
      throw new IOException("the identity provider cannot be asked", e.getCause());
    } finally {
      // Hangs up on a provider that still talks; does nothing to an answer that is there.
      answer.cancel(true);
    }
  }

  /** A body up to the largest that is taken in. */
  private static final class Body implements BodySubscriber<String> {

    private final BodySubscriber<String> taken = BodySubscribers.ofString(StandardCharsets.UTF_8);
    private Flow.@Nullable Subscription from;
    private long length;

    @Override
    public CompletionStage<String> getBody() {
      return taken.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      from = subscription;
      taken.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
      length += parts.stream().mapToLong(ByteBuffer::remaining).sum();
      if (length <= LARGEST) {
        taken.onNext(parts);
      } else {
        Objects.requireNonNull(from).cancel();
        taken.onError(new IOException("the identity provider's answer is too long"));
      }
    }

    @Override
    public void onError(Throwable why) {
      taken.onError(why);
    }

    @Override
    public void onComplete() {
      taken.onComplete();
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
