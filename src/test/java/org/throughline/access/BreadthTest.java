package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two hundred clients in an hour are a day's work of a whole clinic; one more alarms. */
class BreadthTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final Breadth breadth = new Breadth();

  private static List<String> clients(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).toList();
  }

  @Test
  void oneMoreThanTwoHundredAlarmsOnceAnHour() {
    assertThat(breadth.alarms("ada", clients(0, 200), NINE)).isFalse();
    assertThat(breadth.alarms("ada", clients(0, 200), NINE)).as("the same again").isFalse();
    assertThat(breadth.alarms("bob", clients(200, 300), NINE)).as("somebody else").isFalse();
    assertThat(breadth.alarms("ada", clients(200, 201), NINE)).isTrue();
    assertThat(breadth.alarms("ada", clients(201, 300), NINE)).as("said already").isFalse();
    assertThat(breadth.alarms("ada", clients(300, 501), NINE.plusSeconds(3601))).isTrue();
  }

  @Test
  void whoIsLongAgoCountsNoMore() {
    assertThat(breadth.alarms("ada", clients(0, 200), NINE)).isFalse();
    assertThat(breadth.alarms("ada", clients(200, 300), NINE.plusSeconds(3601))).isFalse();
  }
}
