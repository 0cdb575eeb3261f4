package org.throughline.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts tries, so that guessing and bulk reading stay slow. Forgets at a restart. */
public final class Rates {

  /** What is counted, per account or per address. */
  public enum Limit {
    LOGIN_OF_ACCOUNT(5, Duration.ofMinutes(15)),
    LOGIN_FROM_ADDRESS(20, Duration.ofMinutes(1)),
    PROOF(5, Duration.ofMinutes(15)),
    REQUEST(600, Duration.ofMinutes(1)),
    SEARCH(60, Duration.ofMinutes(1)),
    UPLOAD(120, Duration.ofHours(1)),
    PREVIEW(360, Duration.ofHours(1)),
    REVEAL(30, Duration.ofHours(1)),
    EXPORT(5, Duration.ofDays(1)),
    WHOLE_LOG(12, Duration.ofHours(1));

    private final int tries;
    private final Duration within;

    Limit(int tries, Duration within) {
      this.tries = tries;
      this.within = within;
    }

    public int tries() {
      return tries;
    }

    public Duration within() {
      return within;
    }
  }

  private record Key(Limit limit, String whose) {}

  /** So many callers are remembered; the longest unseen is forgotten first. */
  private static final int REMEMBERED = 100_000;

  private final Clock clock;
  private final Map<Key, Bucket> buckets =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
              return size() > REMEMBERED;
            }
          });

  public Rates(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts one try.
   *
   * @param whose account id, name or address
   * @return empty if it may go on; else how long to wait (for a Retry-After header)
   */
  public Optional<Duration> take(Limit limit, String whose) {
    Bucket bucket = buckets.computeIfAbsent(new Key(limit, whose), key -> bucket(limit));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
  }

  private Bucket bucket(Limit limit) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(limit.tries)
                .refillGreedy(limit.tries, limit.within)
                .build())
        .withCustomTimePrecision(new ClockMeter(clock))
        .build();
  }

  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return Math.multiplyExact(clock.millis(), 1_000_000L);
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
