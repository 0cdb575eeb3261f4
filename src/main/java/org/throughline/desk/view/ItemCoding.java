package org.throughline.desk.view;

import org.throughline.coding.Coding;

/**
 * A coding of a text that is not kept.
 *
 * @param id the item's id
 * @param start first UTF-16 unit within the item's text
 * @param end one past the last
 */
public record ItemCoding(
    String id,
    String code,
    int start,
    int end,
    String quote,
    String cue,
    CodingView.AttributesView attributes,
    double confidence) {

  public static ItemCoding of(String id, Coding coding) {
    return new ItemCoding(
        id,
        coding.code(),
        coding.span().start(),
        coding.span().end(),
        coding.quote(),
        coding.evidence().cue(),
        CodingView.AttributesView.of(coding.attributes()),
        coding.confidence());
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "ItemCoding[" + code + " " + start + "–" + end + "]";
  }
}
