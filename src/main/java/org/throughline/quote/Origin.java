package org.throughline.quote;

import java.util.Locale;
import org.throughline.coding.Rater;

/** Where a coding comes from, as {@code source:} asks for it. */
public enum Origin {
  /** The cues of a codebook. */
  CUES,
  /** What was learned from people's decisions. */
  MODEL,
  /** A person, by hand. */
  PEOPLE;

  /** The word used in questions and in the index. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Origin of(Rater rater) {
    return switch (rater) {
      case Rater.Machine machine -> CUES;
      case Rater.Model model -> MODEL;
      case Rater.Human human -> PEOPLE;
    };
  }

  static Origin read(String value, int column) {
    for (Origin origin : values()) {
      if (origin.id().equals(value.toLowerCase(Locale.ROOT))) {
        return origin;
      }
    }
    throw QueryScanner.problem(column, "a source is cues, model or people");
  }
}
