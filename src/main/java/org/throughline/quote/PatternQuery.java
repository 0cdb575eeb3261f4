package org.throughline.quote;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Turns that hold a pattern: first those that hold its words at all, then a look at their
 * positions.
 */
final class PatternQuery extends Query {

  /** How dear a look at the positions is, in Lucene's rough unit of simple operations. */
  private static final float LOOK = 100;

  private final Pattern pattern;
  private final Deadline deadline;

  PatternQuery(Pattern pattern, Deadline deadline) {
    this.pattern = pattern;
    this.deadline = deadline;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
        LeafReader reader = segment.reader();
        TurnMatcher matcher = TurnMatcher.of(pattern, reader, deadline);
        DocIdSetIterator known = matcher.turns();
        DocIdSetIterator turns = known == null ? DocIdSetIterator.all(reader.maxDoc()) : known;
        NumericDocValues lengths = reader.getNumericDocValues(Fields.LENGTH);
        if (turns.cost() == 0 || lengths == null) {
          return null;
        }
        return supplier(look(score(), mode, matcher, turns, lengths, deadline), turns.cost());
      }

      // An answer cut short by its deadline must not be kept for the next asker.
      @Override
      public boolean isCacheable(LeafReaderContext segment) {
        return false;
      }
    };
  }

  private static Scorer look(
      float score,
      ScoreMode mode,
      TurnMatcher matcher,
      DocIdSetIterator turns,
      NumericDocValues lengths,
      Deadline deadline) {
    return new ConstantScoreScorer(
        score,
        mode,
        new TwoPhaseIterator(turns) {
          @Override
          public boolean matches() throws IOException {
            int turn = approximation().docID();
            return !deadline.passed()
                && lengths.advanceExact(turn)
                && matcher.matches(turn, (int) lengths.longValue());
          }

          @Override
          public float matchCost() {
            return LOOK;
          }
        });
  }

  private static ScorerSupplier supplier(Scorer scorer, long cost) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) {
        return scorer;
      }

      @Override
      public long cost() {
        return cost;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PatternQuery that && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + pattern.hashCode();
  }

  /** Never the words. */
  @Override
  public String toString(String field) {
    return "PatternQuery[" + pattern.getClass().getSimpleName() + "]";
  }
}
