package org.throughline.desk.view;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.record.ConsentVersion;

/** One dated answer of a client to one question. */
public record ConsentView(
    String scope,
    int version,
    String decision,
    String from,
    @Nullable String to,
    String recordedAt,
    String recordedBy) {

  public static ConsentView of(ConsentVersion version) {
    Instant to = version.given().to();
    return new ConsentView(
        version.scope().id(),
        version.version(),
        version.given().decision().name().toLowerCase(Locale.ROOT),
        version.given().from().toString(),
        to == null ? null : to.toString(),
        version.recordedAt().toString(),
        version.recordedBy());
  }
}
