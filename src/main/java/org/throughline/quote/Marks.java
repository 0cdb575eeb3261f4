package org.throughline.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.throughline.transcript.Span;

/** Where in the turns of one segment the words that answer stand. Asked in ascending order. */
final class Marks {

  private final List<TurnMatcher> matchers = new ArrayList<>();
  private final NumericDocValues lengths;
  private final BinaryDocValues spans;
  private final Ranges ranges = new Ranges();

  Marks(List<Pattern> patterns, LeafReader reader, Deadline deadline) throws IOException {
    for (Pattern pattern : patterns) {
      matchers.add(TurnMatcher.of(pattern, reader, deadline));
    }
    lengths = DocValues.getNumeric(reader, Fields.LENGTH);
    spans = DocValues.getBinary(reader, Fields.SPANS);
  }

  /** Word positions, overlapping stretches joined. */
  Ranges positions(int turn) throws IOException {
    ranges.clear();
    if (lengths.advanceExact(turn)) {
      int length = (int) lengths.longValue();
      for (TurnMatcher matcher : matchers) {
        matcher.find(turn, length, ranges);
      }
      ranges.sort();
      ranges.merge();
    }
    return ranges;
  }

  /** The same in UTF-16 units of the turn's text. */
  List<Span> spans(int turn) throws IOException {
    Ranges found = positions(turn);
    List<Span> marks = new ArrayList<>();
    if (found.size() > 0 && spans.advanceExact(turn)) {
      List<Span> words = WordSpans.read(spans.binaryValue());
      for (int i = 0; i < found.size(); i++) {
        marks.add(words.get(found.start(i)).cover(words.get(found.end(i) - 1)));
      }
    }
    return marks;
  }
}
