package org.throughline.codebook;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much one codebook may ask to look for. Lists may name lists, so a page of text could grow to
 * more words than any memory holds; it is counted before it is read out.
 */
final class PatternLimits {

  /** Regular expressions of a codebook, each counted wherever it is used. */
  static final int REGULAR_EXPRESSIONS = 500;

  /**
   * Words of all patterns, each list counted wherever it is used; shipped codebooks stay below a
   * fifth.
   */
  static final int WORDS = 1_000_000;

  /** How many lists may name one another in a row. */
  static final int DEEPEST = 20;

  private static final Pattern LIST = Pattern.compile("<([^<>]*)>");

  /**
   * What a phrase or a list amounts to with all that it names.
   *
   * @param depth how many lists are named one within the other
   */
  private record Size(long words, long regexes, int depth) {

    static final Size NONE = new Size(0, 0, 0);

    /** Sums stop growing where they are too big anyhow: lists that name lists double and double. */
    Size plus(Size other) {
      return new Size(
          Math.min(Integer.MAX_VALUE, words + other.words),
          Math.min(Integer.MAX_VALUE, regexes + other.regexes),
          Math.max(depth, other.depth));
    }
  }

  private final Map<String, List<String>> lists;
  private final Map<String, Size> sizes = new HashMap<>();
  private Size taken = Size.NONE;
  private boolean passed;

  PatternLimits(Map<String, List<String>> lists) {
    this.lists = lists;
  }

  /**
   * Counts a pattern; after the first that is one too many nothing further is to be read.
   *
   * @throws IllegalArgumentException with a message for the codebook's author if it is one too many
   */
  void take(String pattern) {
    passed = true;
    taken = taken.plus(phrase(pattern, 0));
    if (taken.regexes() > REGULAR_EXPRESSIONS) {
      throw new IllegalArgumentException(
          "a codebook may hold %d regular expressions (re:…) at most, each counted wherever it is"
                  .formatted(REGULAR_EXPRESSIONS)
              + " used, and here it has more: write words, join several with |, or make two"
              + " codebooks of it");
    }
    if (taken.words() > WORDS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the patterns up to here hold more than %,d words with all the lists they name: name"
                  + " lists in fewer places, or make two codebooks of it",
              WORDS));
    }
    passed = false;
  }

  /** Whether it has been said that there is too much: once is enough. */
  boolean passed() {
    return passed;
  }

  private Size phrase(String phrase, int depth) {
    Size size = Size.NONE;
    for (String part : phrase.strip().split("\\s+", -1)) {
      if (part.startsWith("re:")) {
        size = size.plus(new Size(1, 1, 0));
        continue;
      }
      size = size.plus(new Size(1 + part.chars().filter(c -> c == '|').count(), 0, 0));
      Matcher named = LIST.matcher(part);
      while (named.find()) {
        size = size.plus(list(named.group(1), depth + 1));
      }
    }
    return size;
  }

  /** A list that names itself counts as nothing there: the pattern's reader refuses it. */
  private Size list(String name, int depth) {
    Size known = sizes.get(name);
    if (depth + (known == null ? 0 : known.depth() - 1) > DEEPEST) {
      throw new IllegalArgumentException(
          "lists that name lists may do so %d deep at most, and below <%s> they lie deeper: write"
                  .formatted(DEEPEST, name)
              + " their words out in the list that names them");
    }
    if (known != null) {
      return known;
    }
    sizes.put(name, Size.NONE);
    Size size = Size.NONE;
    for (String entry : lists.getOrDefault(name, List.of())) {
      size = size.plus(phrase(entry, depth));
    }
    size = new Size(size.words(), size.regexes(), size.depth() + 1);
    sizes.put(name, size);
    return size;
  }
}
