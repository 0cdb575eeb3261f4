package org.throughline.deidentify;

import java.util.List;

/**
 * A text with what was found in it.
 *
 * @param identifiers disjoint, in order
 */
public record Identified(Text text, List<Identifier> identifiers) {

  public Identified {
    identifiers = List.copyOf(identifiers);
  }

  /** The text with a surrogate for everything masked; what is queued still stands as it was. */
  public String masked() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Identifier identifier : identifiers) {
      if (!identifier.queued()) {
        out.append(text.text(), at, identifier.span().start()).append(identifier.surrogate());
        at = identifier.span().end();
      }
    }
    return out.append(text.text(), at, text.text().length()).toString();
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Identified[" + text + ", identifiers=" + identifiers.size() + "]";
  }
}
