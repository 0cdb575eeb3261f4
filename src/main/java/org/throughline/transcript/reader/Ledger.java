package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.transcript.report.Conservation;
import org.throughline.transcript.report.Dropped;
import org.throughline.transcript.report.ImportReport;
import org.throughline.transcript.source.Aside;
import org.throughline.transcript.source.Blank;
import org.throughline.transcript.source.Source;

/** What became of each character of a source. The first word counts: nothing is booked twice. */
final class Ledger {

  private static final byte KEPT = 1;
  private static final byte STRUCTURE = 2;
  private static final byte DROPPED = 3;

  /** Said, but not yet in a turn. */
  private static final byte CLAIMED = 4;

  private final Source source;
  private final byte[] fates;
  private final BitSet dropStarts = new BitSet();
  private final Map<Integer, String> dropReasons = new HashMap<>();

  /** Entities: how many characters of the source stand for the one written at this place. */
  private final Map<Integer, Integer> extents = new HashMap<>();

  private long added;
  private long shortened;

  Ledger(Source source) {
    this.source = source;
    this.fates = new byte[source.text().length()];
  }

  /** The characters from {@code at} to {@code at + length} stand for one. */
  void extent(int at, int length) {
    extents.put(at, length);
  }

  /** Somebody says these; what becomes of them is decided when their turn is finished. */
  void claim(int start, int end) {
    for (int i = start; i < end; i++) {
      if (fates[i] == 0) {
        fates[i] = CLAIMED;
      }
    }
  }

  /** What was claimed is after all no word. */
  void dropClaimed(int start, int end, String reason) {
    for (int i = start; i < end; i++) {
      if (fates[i] == CLAIMED) {
        fates[i] = 0;
      }
    }
    drop(start, end, reason);
  }

  void structure(int start, int end) {
    for (int i = start; i < end; i++) {
      if (fates[i] == 0) {
        fates[i] = STRUCTURE;
      }
    }
  }

  void drop(int start, int end, String reason) {
    int from = start;
    int to = end;
    while (from < to && Blank.is(source.text().charAt(from))) {
      from++;
    }
    while (to > from && Blank.is(source.text().charAt(to - 1))) {
      to--;
    }
    boolean open = false;
    for (int i = from; i < to; i++) {
      boolean free = fates[i] == 0;
      if (free && !open) {
        dropStarts.set(i);
        dropReasons.put(i, reason);
      }
      if (free) {
        fates[i] = DROPPED;
      }
      open = free;
    }
  }

  /** A character that is in a turn now. */
  void keep(int at) {
    int length = extents.getOrDefault(at, 1);
    for (int i = at; i < at + length; i++) {
      fates[i] = KEPT;
    }
    shortened += length - 1;
  }

  /** The end of the source characters that the one at {@code at} stands for. */
  int endOf(int at) {
    return at + extents.getOrDefault(at, 1);
  }

  void join(int characters) {
    added += characters;
  }

  /** Whatever no reader has mentioned: blanks are structure, the rest is listed. */
  void close() {
    String text = source.text();
    for (int k = 0; k < fates.length; k++) {
      fates[k] = fates[k] == CLAIMED ? 0 : fates[k];
    }
    int i = 0;
    while (i < fates.length) {
      if (fates[i] != 0) {
        i++;
      } else if (Blank.is(text.charAt(i))) {
        fates[i++] = STRUCTURE;
      } else {
        int end = i;
        while (end < fates.length && fates[end] == 0 && text.charAt(end) != '\n') {
          end++;
        }
        drop(i, end, "not recognised");
      }
    }
  }

  Conservation conservation(long inTurns) {
    long[] sums = new long[4];
    for (byte fate : fates) {
      sums[fate]++;
    }
    long aside = source.asides().stream().mapToLong(a -> a.text().length()).sum();
    return new Conservation(
        source.inputLength(),
        sums[KEPT],
        sums[STRUCTURE] + source.structureBeside(),
        sums[DROPPED] + aside,
        added,
        shortened,
        inTurns);
  }

  /** Everything dropped, in order, what the container set aside last. */
  List<Dropped> dropped() {
    List<Dropped> all = new ArrayList<>();
    for (int i = dropStarts.nextSetBit(0); i >= 0; i = dropStarts.nextSetBit(i + 1)) {
      if (all.size() == ImportReport.LISTED) {
        return all;
      }
      int end = i + 1;
      while (end < fates.length && fates[end] == DROPPED && !dropStarts.get(end)) {
        end++;
      }
      all.add(
          Dropped.of(
              dropReasons.getOrDefault(i, ""), source.lineAt(i), source.text().substring(i, end)));
    }
    for (Aside aside : source.asides()) {
      if (all.size() < ImportReport.LISTED) {
        all.add(Dropped.of(aside.reason(), aside.line(), aside.text()));
      }
    }
    return all;
  }

  Map<String, Integer> droppedByReason() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    dropStarts.stream()
        .forEach(i -> counts.merge(dropReasons.getOrDefault(i, ""), 1, Integer::sum));
    source.asides().forEach(aside -> counts.merge(aside.reason(), 1, Integer::sum));
    return counts;
  }
}
