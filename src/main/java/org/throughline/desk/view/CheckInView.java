package org.throughline.desk.view;

import org.throughline.record.CheckInRecord;

/** What a client wrote between sessions. */
public record CheckInView(
    String id, String client, String date, String prompt, String text, String created) {

  public static CheckInView of(CheckInRecord checkIn) {
    return new CheckInView(
        checkIn.id(),
        checkIn.client(),
        checkIn.date().toString(),
        checkIn.prompt(),
        checkIn.text(),
        checkIn.created().toString());
  }

  @Override
  public String toString() {
    return "CheckInView[" + id + "]";
  }
}
