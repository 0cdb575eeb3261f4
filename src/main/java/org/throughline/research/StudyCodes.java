package org.throughline.research;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a study as a tree.
 *
 * @param codes in order
 */
public record StudyCodes(List<StudyCode> codes) {

  public static final StudyCodes NONE = new StudyCodes(List.of());

  /**
   * Checks the tree.
   *
   * @throws IllegalArgumentException if an id is used twice, a parent is missing, or codes are
   *     above themselves
   */
  public StudyCodes {
    codes = List.copyOf(codes);
    Map<String, StudyCode> byId = new LinkedHashMap<>();
    for (StudyCode code : codes) {
      if (byId.put(code.id(), code) != null) {
        throw new IllegalArgumentException("the code " + code.id() + " is there twice");
      }
    }
    for (StudyCode code : codes) {
      Set<String> above = new HashSet<>();
      for (StudyCode at = code; at.parent() != null; ) {
        StudyCode next = byId.get(at.parent());
        if (next == null || !above.add(at.id())) {
          throw new IllegalArgumentException(
              next == null
                  ? "the code " + at.id() + " is under " + at.parent() + ", which is not there"
                  : "the code " + at.id() + " is above itself");
        }
        at = next;
      }
    }
  }

  public boolean has(String id) {
    return codes.stream().anyMatch(code -> code.id().equals(id));
  }

  private @Nullable String parent(String id) {
    return codes.stream()
        .filter(code -> code.id().equals(id))
        .map(StudyCode::parent)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A code and all codes above it, the code first: who codes the leaf means the branch too. */
  public List<String> upwards(String id) {
    List<String> path = new ArrayList<>();
    for (String at = id; at != null; at = parent(at)) {
      path.add(at);
    }
    return path;
  }
}
