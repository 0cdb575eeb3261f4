package org.throughline.transcript.checkin;

/** Which comes first in 03/04/2026. */
public enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST
}
