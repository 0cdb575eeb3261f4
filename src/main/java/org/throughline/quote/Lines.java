package org.throughline.quote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the lines of a concordance from all segments and puts them in order: first newest by
 * newest, then by what was asked for. A line is then one number, rank of the first value, rank of
 * the second, place among the newest, and sorting lines is sorting numbers.
 */
final class Lines extends EachHit {

  private static final int PLACE_BITS = 20;
  private static final int RANK_BITS = 20;

  /** Where a line stands. */
  record Place(int segment, int document, int start, int end) {}

  private final Concordance.SortBy sort;
  private final List<Pattern> patterns;
  private final WordColumns columns;
  private final Deadline deadline;
  private final List<SegmentLines> segments = new ArrayList<>();
  private final List<SegmentLines.Order> orders = new ArrayList<>();
  private final Ints ordinals = new Ints();
  private @Nullable SegmentLines current;
  private int size;

  Lines(Concordance.SortBy sort, List<Pattern> patterns, WordColumns columns, Deadline deadline) {
    this.sort = sort;
    this.patterns = patterns;
    this.columns = columns;
    this.deadline = deadline;
  }

  @Override
  void segment(LeafReader reader, int ordinal) throws IOException {
    SegmentLines lines =
        new SegmentLines(reader, new Marks(patterns, reader, deadline), sort, columns);
    segments.add(lines);
    ordinals.add(ordinal);
    current = lines;
  }

  @Override
  void hit(int turn) throws IOException {
    if (size >= Concordance.MOST || deadline.passed()) {
      throw new CollectionTerminatedException();
    }
    SegmentLines lines = current;
    if (lines != null) {
      int before = lines.size();
      lines.add(turn);
      size += lines.size() - before;
    }
  }

  int size() {
    return Math.min(size, Concordance.MOST);
  }

  boolean full() {
    return size >= Concordance.MOST;
  }

  /** The lines from {@code offset} on, at most {@code limit}. */
  List<Place> page(int offset, int limit) throws IOException {
    long[] keys = new long[size];
    int[] segmentOf = new int[size];
    int[] lineOf = new int[size];
    merge(segmentOf, lineOf);
    int[][] ranks = ranks();
    for (int place = 0; place < size; place++) {
      SegmentLines lines = segments.get(segmentOf[place]);
      int[] rank = ranks[segmentOf[place]];
      long first = rank(rank, lines.firstKey(lineOf[place]));
      long second = rank(rank, lines.secondKey(lineOf[place]));
      keys[place] = (((first << RANK_BITS) | second) << PLACE_BITS) | place;
    }
    Arrays.sort(keys);
    List<Place> page = new ArrayList<>();
    for (int i = offset; i < Math.min(size(), offset + limit); i++) {
      int place = (int) (keys[i] & ((1 << PLACE_BITS) - 1));
      SegmentLines lines = segments.get(segmentOf[place]);
      int line = lineOf[place];
      page.add(
          new Place(
              ordinals.get(segmentOf[place]),
              lines.document(line),
              lines.start(line),
              lines.end(line)));
    }
    return page;
  }

  private static boolean before(SegmentLines.Order a, SegmentLines.Order b) {
    try {
      return a.before(b);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int rank(int[] ranks, int value) {
    // A million different words would share the last rank.
    return value < 0 ? 0 : Math.min(ranks[value], (1 << RANK_BITS) - 1);
  }

  /** Lists all lines newest first; each segment's own are so already. */
  private void merge(int[] segmentOf, int[] lineOf) throws IOException {
    try {
      mergeAll(segmentOf, lineOf);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private void mergeAll(int[] segmentOf, int[] lineOf) throws IOException {
    PriorityQueue<Integer> next =
        new PriorityQueue<>(Math.max(1, segments.size())) {
          @Override
          protected boolean lessThan(Integer a, Integer b) {
            return before(orders.get(a), orders.get(b));
          }
        };
    for (int i = 0; i < segments.size(); i++) {
      orders.add(segments.get(i).order());
      if (orders.get(i).step()) {
        next.add(i);
      }
    }
    for (int place = 0; place < size; place++) {
      int least = next.top();
      SegmentLines.Order order = orders.get(least);
      segmentOf[place] = least;
      lineOf[place] = order.line();
      if (order.step()) {
        next.updateTop();
      } else {
        next.pop();
      }
    }
  }

  /**
   * For each segment, the rank of each of its values that occurs in a line, among those of all
   * segments; ranks begin at 1.
   */
  private int[][] ranks() throws IOException {
    int[][] ranks = new int[segments.size()][];
    if (sort == Concordance.SortBy.LEFT
        || sort == Concordance.SortBy.RIGHT
        || sort == Concordance.SortBy.MATCH) {
      Arrays.fill(ranks, columns.ranks());
      return ranks;
    }
    Map<String, Integer> joint = new HashMap<>();
    for (int i = 0; i < ranks.length; i++) {
      SegmentLines lines = segments.get(i);
      ranks[i] = new int[lines.alphabet().size()];
      for (int line = 0; line < lines.size(); line++) {
        use(lines.firstKey(line), ranks[i], lines.alphabet(), joint);
        use(lines.secondKey(line), ranks[i], lines.alphabet(), joint);
      }
    }
    String[] sorted = joint.keySet().toArray(String[]::new);
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      joint.put(sorted[i], i + 1);
    }
    for (int i = 0; i < ranks.length; i++) {
      for (int value = 0; value < ranks[i].length; value++) {
        if (ranks[i][value] != 0) {
          ranks[i][value] = joint.getOrDefault(segments.get(i).alphabet().name(value), 0);
        }
      }
    }
    return ranks;
  }

  private static void use(
      int value, int[] ranks, SegmentLines.Alphabet alphabet, Map<String, Integer> joint)
      throws IOException {
    if (value >= 0 && ranks[value] == 0) {
      ranks[value] = 1;
      joint.put(alphabet.name(value), 0);
    }
  }
}
