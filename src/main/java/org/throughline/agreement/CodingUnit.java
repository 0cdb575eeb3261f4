package org.throughline.agreement;

import java.util.Locale;

/** What is judged to carry a code or not when kappa and alpha are counted. */
public enum CodingUnit {
  /** A whole item: a turn, a check-in. */
  ITEM,
  /** A sentence: it carries the codes that begin, end or run in it. */
  SENTENCE,
  /** A word. */
  WORD;

  String plural() {
    return name().toLowerCase(Locale.ROOT) + "s";
  }
}
