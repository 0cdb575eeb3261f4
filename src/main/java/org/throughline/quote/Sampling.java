package org.throughline.quote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;

/**
 * Draws hits as from a hat: every turn has a ticket made of the seed, its session and its number,
 * and the lowest tickets win. The same seed draws the same turns tomorrow, on another machine and
 * whatever else the index holds; a session that has gone leaves the other draws as they were.
 */
final class Sampling extends EachHit {

  private record Ticket(long number, int document) {}

  private static final Comparator<Ticket> LOWEST =
      Comparator.<Ticket>comparingLong(Ticket::number).thenComparingInt(Ticket::document);

  private final long seed;
  private final int size;
  private final List<LeafReaderContext> segments;
  private final PriorityQueue<Ticket> drawn = new PriorityQueue<>(LOWEST.reversed());
  private SortedDocValues sessions = DocValues.emptySorted();
  private NumericDocValues turns = DocValues.emptyNumeric();
  private long[] sessionKeys = {};
  private int base;
  private int total;

  Sampling(long seed, int size, List<LeafReaderContext> segments) {
    this.seed = seed;
    this.size = size;
    this.segments = segments;
  }

  @Override
  void segment(LeafReader reader, int ordinal) throws IOException {
    sessions = DocValues.getSorted(reader, Fields.SESSION);
    turns = DocValues.getNumeric(reader, Fields.TURN);
    sessionKeys = new long[sessions.getValueCount()];
    base = segments.get(ordinal).docBase;
  }

  @Override
  void hit(int turn) throws IOException {
    total++;
    if (sessions.advanceExact(turn) && turns.advanceExact(turn)) {
      Ticket ticket =
          new Ticket(mixed(sessionKey(sessions.ordValue()) + turns.longValue()), base + turn);
      if (drawn.size() < size) {
        drawn.add(ticket);
      } else if (LOWEST.compare(ticket, drawn.element()) < 0) {
        drawn.remove();
        drawn.add(ticket);
      }
    }
  }

  private long sessionKey(int ordinal) throws IOException {
    if (sessionKeys[ordinal] == 0) {
      sessionKeys[ordinal] = key(seed, sessions.lookupOrd(ordinal).utf8ToString());
    }
    return sessionKeys[ordinal];
  }

  private static long key(long seed, String session) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((seed + "|" + session).getBytes(StandardCharsets.UTF_8));
      return java.nio.ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014, OOPSLA, fig. 17): spreads every bit. */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  int total() {
    return total;
  }

  /** The documents drawn, lowest ticket first. */
  int[] documents() {
    List<Ticket> tickets = new ArrayList<>(drawn);
    tickets.sort(LOWEST);
    int[] documents = new int[tickets.size()];
    Arrays.setAll(documents, i -> tickets.get(i).document());
    return documents;
  }
}
