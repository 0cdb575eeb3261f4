package org.throughline.deidentify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.throughline.transcript.Sha256;

/**
 * What was seen in the texts that were read last: places and kinds, no words. A reviewer's every
 * addition has all of the client's sessions read again, and only what hangs on the identity card is
 * then another.
 */
final class Readings {

  private static final int MOST = 50_000;

  private final Map<String, List<Finding>> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<Finding>> eldest) {
              return size() > MOST;
            }
          });

  List<Finding> of(Passage passage, Function<Passage, List<Finding>> reading) {
    String key = passage.kind() + Sha256.hex(passage.text());
    List<Finding> known = kept.get(key);
    if (known == null) {
      known = List.copyOf(reading.apply(passage));
      kept.put(key, known);
    }
    return known;
  }
}
