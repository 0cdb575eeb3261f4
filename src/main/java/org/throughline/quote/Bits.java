package org.throughline.quote;

import java.util.Arrays;

/**
 * A set of word positions of one turn, 64 to a machine word: most turns fit into one or two. The
 * size holds one place more than the turn has words, for the end after the last.
 */
final class Bits {

  private long[] words = new long[2];
  private int used = 1;

  /** Empties the set and makes room for positions 0 to {@code length}. */
  void reset(int length) {
    used = (length >>> 6) + 1;
    if (words.length < used) {
      words = new long[used + used / 2];
    } else {
      Arrays.fill(words, 0, used, 0);
    }
  }

  void set(int position) {
    words[position >>> 6] |= 1L << position;
  }

  boolean get(int position) {
    return (words[position >>> 6] & (1L << position)) != 0;
  }

  /** Adds all positions below {@code length}. */
  void fill(int length) {
    for (int i = 0; i < used; i++) {
      int here = Math.min(64, length - (i << 6));
      words[i] = here <= 0 ? 0 : -1L >>> (64 - here);
    }
  }

  boolean isEmpty() {
    for (int i = 0; i < used; i++) {
      if (words[i] != 0) {
        return false;
      }
    }
    return true;
  }

  void copy(Bits other) {
    if (words.length < other.used) {
      words = new long[other.words.length];
    }
    used = other.used;
    System.arraycopy(other.words, 0, words, 0, used);
  }

  void and(Bits other) {
    for (int i = 0; i < used; i++) {
      words[i] &= other.words[i];
    }
  }

  void or(Bits other) {
    for (int i = 0; i < used; i++) {
      words[i] |= other.words[i];
    }
  }

  /** The positions below {@code length} that were not in the set. */
  void flip(int length) {
    for (int i = 0; i < used; i++) {
      int here = Math.min(64, length - (i << 6));
      words[i] = here <= 0 ? 0 : ~words[i] & (-1L >>> (64 - here));
    }
  }

  /** Moves every position one up. */
  void shift() {
    for (int i = used - 1; i > 0; i--) {
      words[i] = (words[i] << 1) | (words[i - 1] >>> 63);
    }
    words[0] <<= 1;
  }

  /** From each position on, also the one after it as long as a filler stands there. */
  void stepOver(Bits fillers) {
    boolean grew = true;
    while (grew) {
      grew = false;
      long carry = 0;
      for (int i = 0; i < used; i++) {
        long over = words[i] & fillers.words[i];
        long next = words[i] | (over << 1) | carry;
        carry = over >>> 63;
        grew |= next != words[i];
        words[i] = next;
      }
    }
  }

  boolean equalTo(Bits other) {
    for (int i = 0; i < used; i++) {
      if (words[i] != other.words[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first position from here on, or −1. */
  int next(int from) {
    int i = from >>> 6;
    if (i >= used) {
      return -1;
    }
    long word = words[i] & (-1L << from);
    while (word == 0) {
      if (++i == used) {
        return -1;
      }
      word = words[i];
    }
    return (i << 6) + Long.numberOfTrailingZeros(word);
  }

  /** The last position up to here, or 0. */
  int previous(int from) {
    int i = from >>> 6;
    long word = words[i] & (-1L >>> (63 - (from & 63)));
    while (word == 0) {
      if (--i < 0) {
        return 0;
      }
      word = words[i];
    }
    return (i << 6) + 63 - Long.numberOfLeadingZeros(word);
  }
}
