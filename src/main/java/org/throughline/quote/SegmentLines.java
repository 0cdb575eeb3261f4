package org.throughline.quote;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * The lines of a concordance that one segment holds, as bare numbers and in the order on disk:
 * document, first word, end, and two values to sort by in the segment's own alphabet (−1 for none).
 */
final class SegmentLines {

  /** Names of the segment's clients or codes, in alphabetical order of their numbers. */
  interface Alphabet {
    int size();

    String name(int number) throws IOException;
  }

  /** What a line is sorted by, in the first place and in the second. */
  private interface Key {
    int first(int turn, int start, int end) throws IOException;

    int second(int turn, int start, int end) throws IOException;
  }

  private final Marks marks;
  private final NumericDocValues dates;
  private final SortedDocValues sessions;
  private final NumericDocValues turns;
  private final Key key;
  private final Alphabet alphabet;
  private final Ints documents = new Ints();
  private final Ints starts = new Ints();
  private final Ints ends = new Ints();
  private final Ints firstKeys = new Ints();
  private final Ints secondKeys = new Ints();

  SegmentLines(LeafReader reader, Marks marks, Concordance.SortBy sort, WordColumns columns)
      throws IOException {
    this.marks = marks;
    dates = DocValues.getNumeric(reader, Fields.DATE);
    sessions = DocValues.getSorted(reader, Fields.SESSION);
    turns = DocValues.getNumeric(reader, Fields.TURN);
    switch (sort) {
      case NEWEST -> {
        key = none();
        alphabet = names(DocValues.emptySorted());
      }
      case CLIENT -> {
        SortedDocValues clients = DocValues.getSorted(reader, Fields.CLIENT);
        key = one(clients);
        alphabet = names(clients);
      }
      case CODE -> {
        SortedSetDocValues codes = DocValues.getSortedSet(reader, Fields.CODES);
        key = lowest(codes);
        alphabet = names(codes);
      }
      case LEFT, RIGHT, MATCH -> {
        WordColumn words = columns.of(reader);
        key = context(sort, words);
        alphabet = names(DocValues.emptySorted());
      }
      default -> throw new IllegalArgumentException("no such order");
    }
  }

  /** Adds the lines of a turn. */
  void add(int document) throws IOException {
    Ranges found = marks.positions(document);
    for (int i = 0; i < found.size(); i++) {
      int start = found.start(i);
      int end = found.end(i);
      documents.add(document);
      starts.add(start);
      ends.add(end);
      firstKeys.add(key.first(document, start, end));
      secondKeys.add(key.second(document, start, end));
    }
  }

  int size() {
    return documents.size();
  }

  int document(int line) {
    return documents.get(line);
  }

  int start(int line) {
    return starts.get(line);
  }

  int end(int line) {
    return ends.get(line);
  }

  int firstKey(int line) {
    return firstKeys.get(line);
  }

  int secondKey(int line) {
    return secondKeys.get(line);
  }

  Alphabet alphabet() {
    return alphabet;
  }

  /** The newest-first place of each line's turn, for merging with other segments. */
  Order order() {
    return new Order();
  }

  /** Walks along the lines, reading the place of each document once. */
  final class Order {
    private int line = -1;
    private int read = -1;
    private long date;
    private int session = -1;
    private int named = -1;
    private String name = "";
    private long turn;

    int line() {
      return line;
    }

    /** Goes on to the next line; false when there is none. */
    boolean step() throws IOException {
      line++;
      if (line == size()) {
        return false;
      }
      int document = documents.get(line);
      if (document != read) {
        read = document;
        date = dates.advanceExact(document) ? dates.longValue() : 0;
        turn = turns.advanceExact(document) ? turns.longValue() : 0;
        session = sessions.advanceExact(document) ? sessions.ordValue() : -1;
      }
      return true;
    }

    /** Read only where two segments have lines of one day. */
    private String name() throws IOException {
      if (named != session) {
        named = session;
        name = session < 0 ? "" : sessions.lookupOrd(session).utf8ToString();
      }
      return name;
    }

    /** Whether the line at hand stands before the other's, newest first and then as spoken. */
    boolean before(Order other) throws IOException {
      if (date != other.date) {
        return date > other.date;
      }
      int bySession = name().compareTo(other.name());
      return bySession != 0 ? bySession < 0 : turn < other.turn;
    }
  }

  private static Key none() {
    return key((turn, start, end) -> -1, (turn, start, end) -> -1);
  }

  private static Key one(SortedDocValues values) {
    return key(
        (turn, start, end) -> values.advanceExact(turn) ? values.ordValue() : -1,
        (turn, start, end) -> -1);
  }

  private static Key lowest(SortedSetDocValues values) {
    return key(
        (turn, start, end) -> values.advanceExact(turn) ? (int) values.nextOrd() : -1,
        (turn, start, end) -> -1);
  }

  private static Key context(Concordance.SortBy sort, WordColumn words) {
    return switch (sort) {
      case LEFT ->
          key(
              (turn, start, end) -> words.word(turn, start - 1),
              (turn, start, end) -> words.word(turn, start - 2));
      case RIGHT ->
          key(
              (turn, start, end) -> words.word(turn, end),
              (turn, start, end) -> words.word(turn, end + 1));
      default ->
          key(
              (turn, start, end) -> words.word(turn, start),
              (turn, start, end) -> start + 1 < end ? words.word(turn, start + 1) : -1);
    };
  }

  @FunctionalInterface
  private interface Value {
    int of(int turn, int start, int end) throws IOException;
  }

  private static Key key(Value first, Value second) {
    return new Key() {
      @Override
      public int first(int turn, int start, int end) throws IOException {
        return first.of(turn, start, end);
      }

      @Override
      public int second(int turn, int start, int end) throws IOException {
        return second.of(turn, start, end);
      }
    };
  }

  private static Alphabet names(SortedDocValues values) {
    return alphabet(values.getValueCount(), n -> values.lookupOrd(n).utf8ToString());
  }

  private static Alphabet names(SortedSetDocValues values) {
    return alphabet((int) values.getValueCount(), n -> values.lookupOrd(n).utf8ToString());
  }

  @FunctionalInterface
  private interface Name {
    String of(int number) throws IOException;
  }

  private static Alphabet alphabet(int size, Name name) {
    return new Alphabet() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public String name(int number) throws IOException {
        return name.of(number);
      }
    };
  }
}
