package org.throughline.quote;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.PriorityQueue;

/**
 * The turns in at least one of several lists. After each step every list stands on this turn or
 * beyond it, so that the lists on it can still be read.
 */
final class AnyIterator extends DocIdSetIterator {

  private final PriorityQueue<DocIdSetIterator> behind;
  private final long cost;
  private int current = -1;

  private AnyIterator(List<? extends DocIdSetIterator> iterators) {
    behind =
        new PriorityQueue<>(iterators.size()) {
          @Override
          protected boolean lessThan(DocIdSetIterator a, DocIdSetIterator b) {
            return a.docID() < b.docID();
          }
        };
    long sum = 0;
    for (DocIdSetIterator iterator : iterators) {
      behind.add(iterator);
      sum += iterator.cost();
    }
    cost = sum;
  }

  static DocIdSetIterator of(List<? extends DocIdSetIterator> iterators) {
    return switch (iterators.size()) {
      case 0 -> DocIdSetIterator.empty();
      case 1 -> iterators.getFirst();
      default -> new AnyIterator(iterators);
    };
  }

  @Override
  public int docID() {
    return current;
  }

  @Override
  public int nextDoc() throws IOException {
    return advance(current + 1);
  }

  @Override
  public int advance(int target) throws IOException {
    DocIdSetIterator least = behind.top();
    while (least.docID() < target) {
      least.advance(target);
      least = behind.updateTop();
    }
    current = least.docID();
    return current;
  }

  @Override
  public long cost() {
    return cost;
  }
}
