package org.throughline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a report still holds: its manifest against one computed now from the record.
 *
 * @param figures how many were compared
 * @param problems what no longer holds, in plain words; empty where everything does
 */
public record Verification(int figures, List<String> problems) {

  public Verification {
    problems = List.copyOf(problems);
  }

  public boolean holds() {
    return problems.isEmpty();
  }

  public static Verification of(Manifest kept, Manifest now) {
    List<String> problems = new ArrayList<>();
    differences("codebook of ", kept.codebooks(), now.codebooks(), problems);
    differences("session ", kept.sources(), now.sources(), problems);
    if (!kept.engine().equals(now.engine())) {
      problems.add("made by version " + kept.engine() + ", recomputed by " + now.engine());
    }
    Map<String, Manifest.Entry> present =
        now.figures().stream().collect(Collectors.toMap(Manifest.Entry::id, Function.identity()));
    for (Manifest.Entry figure : kept.figures()) {
      Manifest.Entry recomputed = present.get(figure.id());
      if (recomputed == null) {
        problems.add("figure " + figure.id() + " is not there any more");
      } else {
        compare(figure, recomputed, problems);
      }
    }
    if (problems.isEmpty() && !kept.document().equals(now.document())) {
      problems.add("all figures hold, but the text around them differs");
    }
    return new Verification(kept.figures().size(), problems);
  }

  private static void compare(Manifest.Entry kept, Manifest.Entry now, List<String> problems) {
    if (!kept.text().equals(now.text())) {
      problems.add("figure " + kept.id() + " was " + kept.text() + " and is now " + now.text());
    }
    if (!kept.references().equals(now.references())) {
      problems.add("figure " + kept.id() + " rests on other quotes now");
    } else if (!kept.hashes().equals(now.hashes())) {
      problems.add("figure " + kept.id() + ": the words at its references have changed");
    }
  }

  private static void differences(
      String what, Map<String, String> kept, Map<String, String> now, List<String> problems) {
    var keys = new TreeSet<>(kept.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      String before = kept.get(key);
      String after = now.get(key);
      if (before == null) {
        problems.add(what + key + " was not there when the report was made");
      } else if (after == null) {
        problems.add(what + key + " is not there any more");
      } else if (!before.equals(after)) {
        problems.add(what + key + " has changed since the report was made");
      }
    }
  }
}
