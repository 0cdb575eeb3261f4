package org.throughline.deidentify;

import java.util.Locale;

/** What an identifier is: it decides what stands in its place. */
public enum Kind {
  NAME,
  PLACE,
  ADDRESS,
  POSTCODE,
  ORGANISATION,
  PHONE,
  EMAIL,
  URL,
  HANDLE,
  CARD,
  ACCOUNT,
  SSN,
  PASSPORT,
  ID,
  IP,
  DATE,
  AGE,
  NATIONALITY,
  /** A word nobody knows: not in the safe vocabulary, and no list says what it is. */
  UNKNOWN;

  /** "pii.name": the code of the spans that are written out. */
  public String code() {
    return "pii." + name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind with the given {@link #code()}, with or without "pii.".
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Kind of(String code) {
    String bare = code.startsWith("pii.") ? code.substring(4) : code;
    for (Kind kind : values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(bare)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown kind of identifier");
  }

  /** Whether it is made of digits, letters and marks in a fixed form. */
  boolean isCode() {
    return switch (this) {
      case PHONE, EMAIL, URL, HANDLE, CARD, ACCOUNT, SSN, PASSPORT, ID, IP, POSTCODE -> true;
      case NAME, PLACE, ADDRESS, ORGANISATION, DATE, AGE, NATIONALITY, UNKNOWN -> false;
    };
  }
}
