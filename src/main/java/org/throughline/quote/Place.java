package org.throughline.quote;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.throughline.transcript.Span;

/** Where a found turn is, and where in its text the words that answer stand. */
record Place(
    String session, String client, int number, LocalDate date, int turn, List<Span> marks) {

  /** Reads places of one segment, in ascending order. */
  static final class Reader {
    private final SortedDocValues sessions;
    private final SortedDocValues clients;
    private final NumericDocValues numbers;
    private final NumericDocValues dates;
    private final NumericDocValues turns;

    Reader(LeafReader reader) throws IOException {
      sessions = DocValues.getSorted(reader, Fields.SESSION);
      clients = DocValues.getSorted(reader, Fields.CLIENT);
      numbers = DocValues.getNumeric(reader, Fields.NUMBER);
      dates = DocValues.getNumeric(reader, Fields.DATE);
      turns = DocValues.getNumeric(reader, Fields.TURN);
    }

    Place place(int document, List<Span> marks) throws IOException {
      return new Place(
          string(sessions, document),
          string(clients, document),
          (int) number(numbers, document),
          LocalDate.ofEpochDay(number(dates, document)),
          (int) number(turns, document),
          marks);
    }

    private static String string(SortedDocValues values, int document) throws IOException {
      return values.advanceExact(document)
          ? values.lookupOrd(values.ordValue()).utf8ToString()
          : "";
    }

    private static long number(NumericDocValues values, int document) throws IOException {
      return values.advanceExact(document) ? values.longValue() : 0;
    }
  }
}
