package org.throughline.quote;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/** Counts hits by the numbers that Lucene gives to values, and names the values at the end. */
final class Grouping extends EachHit {

  /** Counts the hits of one segment. */
  private interface Counter {
    void count(int turn) throws IOException;

    void name(Map<String, Integer> sums) throws IOException;
  }

  private final GroupBy by;
  private final Map<String, Integer> sums = new HashMap<>();
  private @Nullable Counter counter;
  private int total;

  Grouping(GroupBy by) {
    this.by = by;
  }

  @Override
  void segment(LeafReader reader, int ordinal) throws IOException {
    finish();
    counter =
        switch (by) {
          case CODE -> many(DocValues.getSortedSet(reader, Fields.CODES));
          case CLIENT -> one(DocValues.getSorted(reader, Fields.CLIENT));
          case CLINICIAN ->
              throw new IllegalArgumentException("who treats whom is not in the index");
          case SESSION -> one(DocValues.getSorted(reader, Fields.SESSION));
          case SPEAKER -> one(DocValues.getSorted(reader, Fields.ROLE));
          case MONTH -> months(DocValues.getNumeric(reader, Fields.DATE));
          case SOURCE -> sources(reader);
        };
  }

  @Override
  void hit(int turn) throws IOException {
    total++;
    if (counter != null) {
      counter.count(turn);
    }
  }

  @Override
  public void finish() throws IOException {
    if (counter != null) {
      counter.name(sums);
      counter = null;
    }
  }

  Groups groups(boolean partial) {
    return Groups.of(total, partial, sums);
  }

  private static Counter one(SortedDocValues values) {
    int[] counts = new int[values.getValueCount()];
    return new Counter() {
      @Override
      public void count(int turn) throws IOException {
        if (values.advanceExact(turn)) {
          counts[values.ordValue()]++;
        }
      }

      @Override
      public void name(Map<String, Integer> sums) throws IOException {
        for (int i = 0; i < counts.length; i++) {
          if (counts[i] > 0) {
            sums.merge(values.lookupOrd(i).utf8ToString(), counts[i], Integer::sum);
          }
        }
      }
    };
  }

  private static Counter many(SortedSetDocValues values) {
    int[] counts = new int[Math.toIntExact(values.getValueCount())];
    return new Counter() {
      @Override
      public void count(int turn) throws IOException {
        if (values.advanceExact(turn)) {
          for (int i = values.docValueCount(); i > 0; i--) {
            counts[(int) values.nextOrd()]++;
          }
        }
      }

      @Override
      public void name(Map<String, Integer> sums) throws IOException {
        for (int i = 0; i < counts.length; i++) {
          if (counts[i] > 0) {
            sums.merge(values.lookupOrd(i).utf8ToString(), counts[i], Integer::sum);
          }
        }
      }
    };
  }

  /** Hits come in the order of the segment, so that each list is walked along once. */
  private static Counter sources(LeafReader reader) throws IOException {
    Map<Origin, PostingsEnum> lists = new EnumMap<>(Origin.class);
    for (Origin origin : Origin.values()) {
      PostingsEnum list = reader.postings(new Term(Fields.SOURCE, origin.id()), PostingsEnum.NONE);
      if (list != null) {
        lists.put(origin, list);
      }
    }
    Map<Origin, Integer> counts = new EnumMap<>(Origin.class);
    return new Counter() {
      @Override
      public void count(int turn) throws IOException {
        for (Map.Entry<Origin, PostingsEnum> one : lists.entrySet()) {
          PostingsEnum list = one.getValue();
          int at = list.docID() < turn ? list.advance(turn) : list.docID();
          if (at == turn) {
            counts.merge(one.getKey(), 1, Integer::sum);
          }
        }
      }

      @Override
      public void name(Map<String, Integer> sums) {
        counts.forEach((origin, count) -> sums.merge(origin.id(), count, Integer::sum));
      }
    };
  }

  /** Hits come in order of date, so that one look at the calendar serves many. */
  private static Counter months(NumericDocValues dates) {
    Map<Long, Integer> days = new HashMap<>();
    return new Counter() {
      private long day;
      private int count;

      @Override
      public void count(int turn) throws IOException {
        long here = dates.advanceExact(turn) ? dates.longValue() : 0;
        if (here != day) {
          keep();
          day = here;
        }
        count++;
      }

      private void keep() {
        if (count > 0) {
          days.merge(day, count, Integer::sum);
          count = 0;
        }
      }

      @Override
      public void name(Map<String, Integer> sums) {
        keep();
        days.forEach(
            (date, turns) ->
                sums.merge(
                    YearMonth.from(LocalDate.ofEpochDay(date)).toString(), turns, Integer::sum));
      }
    };
  }
}
