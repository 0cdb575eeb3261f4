package org.throughline.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TokenTest} over one segment: for a turn, the set of positions that pass. Asked for turns
 * in ascending order; each turn's postings are read once.
 */
abstract class WordMatcher {

  private final Bits bits = new Bits();
  private int current = -1;

  /** The positions of a turn of {@code length} words that pass. Not to be changed. */
  final Bits at(int turn, int length) throws IOException {
    if (turn != current) {
      bits.reset(length);
      fill(turn, length, bits);
      current = turn;
    }
    return bits;
  }

  abstract void fill(int turn, int length, Bits out) throws IOException;

  /**
   * The turns that may hold such a word, null when any may. The matcher's own postings move with
   * it.
   */
  abstract @Nullable DocIdSetIterator turns();

  static WordMatcher of(TokenTest test, LeafReader reader) throws IOException {
    return switch (test) {
      case TokenTest.Anything anything -> new Every();
      case TokenTest.Is is -> new Postings(postings(reader, is.layer().term(is.value())));
      case TokenTest.Begins begins ->
          new Union(allPostings(reader, begins.layer().term(begins.prefix())));
      case TokenTest.Not not -> new Complement(of(not.test(), reader));
      case TokenTest.All all -> new Both(all(all.tests(), reader));
      case TokenTest.Any any -> new Either(all(any.tests(), reader));
    };
  }

  private static List<WordMatcher> all(List<TokenTest> tests, LeafReader reader)
      throws IOException {
    List<WordMatcher> matchers = new ArrayList<>();
    for (TokenTest test : tests) {
      matchers.add(of(test, reader));
    }
    return matchers;
  }

  private static @Nullable PostingsEnum postings(LeafReader reader, String term)
      throws IOException {
    Terms terms = reader.terms(Fields.WORDS);
    if (terms == null) {
      return null;
    }
    TermsEnum found = terms.iterator();
    return found.seekExact(new BytesRef(term))
        ? found.postings(null, PostingsEnum.POSITIONS)
        : null;
  }

  private static List<PostingsEnum> allPostings(LeafReader reader, String prefix)
      throws IOException {
    List<PostingsEnum> found = new ArrayList<>();
    Terms terms = reader.terms(Fields.WORDS);
    if (terms == null) {
      return found;
    }
    TermsEnum at = terms.iterator();
    BytesRef begin = new BytesRef(prefix);
    if (at.seekCeil(begin) == TermsEnum.SeekStatus.END) {
      return found;
    }
    for (BytesRef term = at.term();
        term != null && StringHelper.startsWith(term, begin);
        term = at.next()) {
      found.add(at.postings(null, PostingsEnum.POSITIONS));
    }
    return found;
  }

  private static void read(PostingsEnum postings, int turn, Bits out) throws IOException {
    int at = postings.docID();
    if (at < turn) {
      at = postings.advance(turn);
    }
    if (at == turn) {
      for (int i = postings.freq(); i > 0; i--) {
        out.set(postings.nextPosition());
      }
    }
  }

  private static final class Every extends WordMatcher {
    @Override
    void fill(int turn, int length, Bits out) {
      out.fill(length);
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      return null;
    }
  }

  private static final class Postings extends WordMatcher {
    private final @Nullable PostingsEnum postings;

    Postings(@Nullable PostingsEnum postings) {
      this.postings = postings;
    }

    @Override
    void fill(int turn, int length, Bits out) throws IOException {
      if (postings != null) {
        read(postings, turn, out);
      }
    }

    @Override
    DocIdSetIterator turns() {
      return postings == null ? DocIdSetIterator.empty() : postings;
    }
  }

  private static final class Union extends WordMatcher {
    private final List<PostingsEnum> postings;

    Union(List<PostingsEnum> postings) {
      this.postings = postings;
    }

    @Override
    void fill(int turn, int length, Bits out) throws IOException {
      for (PostingsEnum one : postings) {
        read(one, turn, out);
      }
    }

    @Override
    DocIdSetIterator turns() {
      return AnyIterator.of(postings);
    }
  }

  private static final class Complement extends WordMatcher {
    private final WordMatcher matcher;

    Complement(WordMatcher matcher) {
      this.matcher = matcher;
    }

    @Override
    void fill(int turn, int length, Bits out) throws IOException {
      out.copy(matcher.at(turn, length));
      out.flip(length);
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      return null;
    }
  }

  private static final class Both extends WordMatcher {
    private final List<WordMatcher> parts;

    Both(List<WordMatcher> parts) {
      this.parts = parts;
    }

    @Override
    void fill(int turn, int length, Bits out) throws IOException {
      out.fill(length);
      for (WordMatcher part : parts) {
        out.and(part.at(turn, length));
      }
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      List<DocIdSetIterator> known = new ArrayList<>();
      for (WordMatcher part : parts) {
        DocIdSetIterator turns = part.turns();
        if (turns != null) {
          known.add(turns);
        }
      }
      return all(known);
    }
  }

  private static final class Either extends WordMatcher {
    private final List<WordMatcher> parts;

    Either(List<WordMatcher> parts) {
      this.parts = parts;
    }

    @Override
    void fill(int turn, int length, Bits out) throws IOException {
      for (WordMatcher part : parts) {
        out.or(part.at(turn, length));
      }
    }

    @Override
    @Nullable DocIdSetIterator turns() {
      List<DocIdSetIterator> every = new ArrayList<>();
      for (WordMatcher part : parts) {
        DocIdSetIterator turns = part.turns();
        if (turns == null) {
          return null;
        }
        every.add(turns);
      }
      return AnyIterator.of(every);
    }
  }

  /** The turns in all of them; null, any turn, when there are none. */
  static @Nullable DocIdSetIterator all(List<DocIdSetIterator> iterators) {
    return switch (iterators.size()) {
      case 0 -> null;
      case 1 -> iterators.getFirst();
      default -> ConjunctionUtils.intersectIterators(iterators);
    };
  }
}
