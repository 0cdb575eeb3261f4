package org.throughline.record;

/**
 * A coding that somebody made or decided about, whose words are gone from the text.
 *
 * @param coding as it was when its words were there
 * @param reason why it has no place any more
 */
public record LostCoding(StoredCoding coding, String reason) {

  @Override
  public String toString() {
    return "LostCoding[" + coding.id() + "]";
  }
}
