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

  /** Said, but not yet in a turn. */
  private static final byte CLAIMED = 3;

  /** From here on: dropped, for the reason with that number. */
  private static final byte DROPPED = 4;

  /** Reasons that name a field of the file may be many; these are told apart, the rest not. */
  private static final int REASONS = 100;

  private final Source source;
  private final byte[] fates;
  private final BitSet dropStarts = new BitSet();
  private final List<String> reasons = new ArrayList<>();
  private final Map<String, Byte> codes = new HashMap<>();

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
    byte code = code(reason);
    boolean open = false;
    for (int i = from; i < to; i++) {
      boolean free = fates[i] == 0;
      if (free && !open) {
        dropStarts.set(i);
      }
      if (free) {
        fates[i] = code;
      }
      open = free;
    }
  }

  private byte code(String reason) {
    Byte known = codes.get(reason);
    if (known == null) {
      boolean room = reasons.size() < REASONS;
      known = (byte) (DROPPED + (room ? reasons.size() : REASONS));
      if (reasons.size() <= REASONS) {
        reasons.add(room ? reason : "other fields not read");
      }
      if (room) {
        codes.put(reason, known);
      }
    }
    return known;
  }

  private String reason(int at) {
    return reasons.get(fates[at] - DROPPED);
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
    long[] sums = new long[DROPPED + 1];
    for (byte fate : fates) {
      sums[Math.min(fate, DROPPED)]++;
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
    for (int i = nextDrop(0); i < fates.length; i = nextDrop(endOfDrop(i))) {
      if (all.size() == ImportReport.LISTED) {
        return all;
      }
      String part = source.text().substring(i, endOfDrop(i));
      all.add(Dropped.of(reason(i), source.lineAt(i), part));
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
    for (int i = nextDrop(0); i < fates.length; i = nextDrop(endOfDrop(i))) {
      counts.merge(reason(i), 1, Integer::sum);
    }
    source.asides().forEach(aside -> counts.merge(aside.reason(), 1, Integer::sum));
    return counts;
  }

  private int nextDrop(int from) {
    int i = from;
    while (i < fates.length && fates[i] < DROPPED) {
      i++;
    }
    return i;
  }

  private int endOfDrop(int start) {
    int end = start + 1;
    while (end < fates.length && fates[end] == fates[start] && !dropStarts.get(end)) {
      end++;
    }
    return end;
  }
}
