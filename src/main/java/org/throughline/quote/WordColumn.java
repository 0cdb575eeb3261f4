package org.throughline.quote;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * The words of one segment by turn and position, turned back from the index into numbers: four
 * bytes a word. Built when somebody first sorts by context, and kept as long as the segment.
 */
final class WordColumn {

  private final int[] firsts;
  private final int[] words;

  private WordColumn(int[] firsts) {
    this.firsts = firsts;
    this.words = new int[firsts[firsts.length - 1]];
    Arrays.fill(words, -1);
  }

  static WordColumn of(LeafReader reader, WordNumbers numbers) throws IOException {
    NumericDocValues lengths = DocValues.getNumeric(reader, Fields.LENGTH);
    int[] firsts = new int[reader.maxDoc() + 1];
    for (int turn = 0; turn < reader.maxDoc(); turn++) {
      int length = lengths.advanceExact(turn) ? (int) lengths.longValue() : 0;
      firsts[turn + 1] = Math.addExact(firsts[turn], length);
    }
    WordColumn column = new WordColumn(firsts);
    Terms terms = reader.terms(Fields.WORDS);
    if (terms != null) {
      column.fill(terms.iterator(), numbers);
    }
    return column;
  }

  private void fill(TermsEnum terms, WordNumbers numbers) throws IOException {
    BytesRef first = new BytesRef(Layer.WORD.term(""));
    PostingsEnum postings = null;
    BytesRef term = terms.seekCeil(first) == TermsEnum.SeekStatus.END ? null : terms.term();
    for (; term != null && term.bytes[term.offset] == first.bytes[0]; term = terms.next()) {
      int number = numbers.number(term.utf8ToString().substring(1));
      postings = terms.postings(postings, PostingsEnum.POSITIONS);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int at = firsts[postings.docID()];
        for (int i = postings.freq(); i > 0; i--) {
          words[at + postings.nextPosition()] = number;
        }
      }
    }
  }

  /** The word's number among {@link WordNumbers}; −1 outside of the turn. */
  int word(int turn, int position) {
    int at = firsts[turn] + position;
    return position < 0 || at >= firsts[turn + 1] ? -1 : words[at];
  }
}
