package org.throughline.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Somebody's own words, as they were said or written. Printed by mistake, they show their length.
 */
public record Words(@JsonValue String text) {

  public static final Words NONE = new Words("");

  /** The words, unchanged. */
  @JsonCreator
  public static Words of(String text) {
    return new Words(text);
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  @Override
  public String toString() {
    return "Words[" + text.length() + "]";
  }
}
