package org.throughline.desk;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.Text;
import org.throughline.deidentify.TextKind;

/**
 * One text to be de-identified by itself, without a session.
 *
 * @param id the caller's own
 * @param client whose text it is; null where that is not known
 * @param kind file, label or turn; null for a turn
 */
public record ReleaseItem(String id, @Nullable String client, String text, @Nullable String kind) {

  public ReleaseItem {
    Objects.requireNonNull(id, "an item has an id");
    Objects.requireNonNull(text, "an item has a text");
    kindOf(kind);
  }

  Text toText() {
    return new Text(id, text, kindOf(kind));
  }

  /** Any other word is a turn: "speech", "utterance" and the like are none of our business. */
  private static TextKind kindOf(@Nullable String kind) {
    return switch (kind == null ? "turn" : kind.toLowerCase(Locale.ROOT)) {
      case "file" -> TextKind.FILE;
      case "label" -> TextKind.LABEL;
      default -> TextKind.TURN;
    };
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "ReleaseItem[length=" + text.length() + "]";
  }
}
