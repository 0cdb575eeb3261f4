package org.throughline.quote;

/** What hits can be counted by. */
public enum GroupBy {
  /** A turn with several codes counts under each. */
  CODE,
  CLIENT,
  /** Not known to the index: count by client and add up. */
  CLINICIAN,
  SESSION,
  /** "2026-03". */
  MONTH,
  SPEAKER,
  /** Whose codings a turn carries, as {@link Origin} has it; it may count under each. */
  SOURCE
}
