package org.throughline.quote;

import java.util.Arrays;

/** Stretches of word positions, half-open, in order of start and then end, each once. */
final class Ranges {

  private long[] ranges = new long[8];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int start(int i) {
    return (int) (ranges[i] >>> 32);
  }

  int end(int i) {
    return (int) ranges[i];
  }

  void add(int start, int end) {
    if (size == ranges.length) {
      ranges = Arrays.copyOf(ranges, size * 2);
    }
    ranges[size++] = ((long) start << 32) | end;
  }

  void addAll(Ranges other) {
    for (int i = 0; i < other.size; i++) {
      add(other.start(i), other.end(i));
    }
  }

  /** Puts them in order and drops repetitions. */
  void sort() {
    Arrays.sort(ranges, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || ranges[i] != ranges[kept - 1]) {
        ranges[kept++] = ranges[i];
      }
    }
    size = kept;
  }

  /** The length of the longest. */
  int longest() {
    int longest = 0;
    for (int i = 0; i < size; i++) {
      longest = Math.max(longest, end(i) - start(i));
    }
    return longest;
  }

  /** The first that starts here or later. Needs order. */
  int firstFrom(int start) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start(middle) < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Drops every stretch that holds another one. Needs order. */
  void keepInnermost() {
    int kept = size;
    int leastEnd = Integer.MAX_VALUE;
    for (int i = size - 1; i >= 0; i--) {
      if (end(i) < leastEnd) {
        // Of equal starts the longer one comes first on this way down.
        if (kept < size && start(kept) == start(i)) {
          kept++;
        }
        leastEnd = end(i);
        ranges[--kept] = ranges[i];
      }
    }
    System.arraycopy(ranges, kept, ranges, 0, size - kept);
    size -= kept;
  }

  /** Joins the overlapping. Needs order. */
  void merge() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept > 0 && start(i) < end(kept - 1)) {
        int start = start(kept - 1);
        int end = Math.max(end(kept - 1), end(i));
        ranges[kept - 1] = ((long) start << 32) | end;
      } else {
        ranges[kept++] = ranges[i];
      }
    }
    size = kept;
  }
}
