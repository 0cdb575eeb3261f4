package org.throughline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.throughline.identity.SmallProvider.Wrong;

/** A provider that takes its time holds nobody up for longer than was said, and nobody else. */
class ProviderIT {

  private final SmallProvider clinic = SmallProvider.start();

  @AfterEach
  void closeTheClinic() {
    clinic.close();
  }

  private URI document() {
    return clinic.issuer().resolve("/.well-known/openid-configuration");
  }

  @Test
  void anAnswerThatDripsIsNotWaitedFor() throws Exception {
    var line = new Line(clinic.settings(), Duration.ofSeconds(1));
    assertThat(line.retrieveResource(document().toURL()).getContent()).contains("/token");

    clinic.does(Wrong.DRIPS);

    // The whole of it would be there after some ten seconds, and be right.
    assertThatThrownBy(() -> line.retrieveResource(document().toURL()))
        .isInstanceOf(IOException.class)
        .hasMessage("the identity provider takes too long to answer");
  }

  @Test
  void whoAsksWhileAnotherWaitsForTheProviderIsNotHeldUp() throws Exception {
    var provider = new Provider(clinic.settings());
    clinic.waitsFor(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<URI> one = threads.submit(() -> provider.address(attempt()));
      Future<URI> other = threads.submit(() -> provider.address(attempt()));
      assertThat(one.get().getPath()).isEqualTo("/authorize");
      assertThat(other.get().getPath()).isEqualTo("/authorize");
    }
  }

  private static Attempt attempt() {
    return Attempt.begin(URI.create("http://127.0.0.1/back"), false, Instant.now());
  }
}
