package org.throughline.quote;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Visits every turn that answers, segment by segment, in the order on disk. */
abstract class EachHit extends SimpleCollector {

  /** Lets it see all hits of a query, in this thread. */
  final void visit(IndexSearcher searcher, Query query) throws IOException {
    searcher.search(
        query,
        new CollectorManager<EachHit, EachHit>() {
          @Override
          public EachHit newCollector() {
            return EachHit.this;
          }

          @Override
          public EachHit reduce(Collection<EachHit> collectors) {
            return EachHit.this;
          }
        });
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    segment(context.reader(), context.ord);
  }

  @Override
  public final void collect(int turn) throws IOException {
    hit(turn);
  }

  @Override
  public final ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  abstract void segment(LeafReader reader, int ordinal) throws IOException;

  abstract void hit(int turn) throws IOException;
}
