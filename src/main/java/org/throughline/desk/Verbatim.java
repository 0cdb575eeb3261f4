package org.throughline.desk;

import java.util.Set;
import org.throughline.quote.Expression;
import org.throughline.quote.Layer;
import org.throughline.quote.Pattern;
import org.throughline.quote.TokenTest;

/** Which questions name words, and of which a finding can be told from the words it rests on. */
final class Verbatim {

  private static final Set<Layer> WORDS = Set.of(Layer.WORD, Layer.LEMMA, Layer.SENTENCE);

  private Verbatim() {}

  /** Whether it names a word, be it to leave it out; a code is none. */
  static boolean isIn(Expression what) {
    return switch (what) {
      case Expression.And and -> and.parts().stream().anyMatch(Verbatim::isIn);
      case Expression.Or or -> or.parts().stream().anyMatch(Verbatim::isIn);
      case Expression.Not not -> isIn(not.part());
      case Expression.Has has -> isIn(has.pattern());
      case Expression.Where where -> false;
      case Expression.All all -> false;
    };
  }

  private static boolean isIn(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Word word -> isIn(word.test());
      case Pattern.Sequence sequence -> sequence.parts().stream().anyMatch(Verbatim::isIn);
      case Pattern.Either either -> either.parts().stream().anyMatch(Verbatim::isIn);
      case Pattern.Repeat repeat -> isIn(repeat.part());
      case Pattern.Run run -> isIn(run.test());
      case Pattern.Sentences sentences -> false;
      case Pattern.AnyOf anyOf -> anyOf.parts().stream().anyMatch(Verbatim::isIn);
      case Pattern.Near near -> isIn(near.first()) || isIn(near.second());
      case Pattern.SameSentence same -> isIn(same.first()) || isIn(same.second());
      case Pattern.Within within -> isIn(within.inner()) || isIn(within.outer());
    };
  }

  private static boolean isIn(TokenTest test) {
    return switch (test) {
      case TokenTest.Anything anything -> false;
      case TokenTest.Is is -> WORDS.contains(is.layer());
      case TokenTest.Begins begins -> WORDS.contains(begins.layer());
      case TokenTest.Not not -> isIn(not.test());
      case TokenTest.All all -> all.tests().stream().anyMatch(Verbatim::isIn);
      case TokenTest.Any any -> any.tests().stream().anyMatch(Verbatim::isIn);
    };
  }

  /**
   * Whether the words that a finding rests on are all among its marks: none is left out by a NOT,
   * may be there or not, or only surrounds what is marked.
   */
  static boolean isMarked(Expression what) {
    return switch (what) {
      case Expression.And and -> and.parts().stream().allMatch(Verbatim::isMarked);
      case Expression.Or or -> or.parts().stream().allMatch(Verbatim::isMarked);
      case Expression.Not not -> !isIn(not.part());
      case Expression.Has has -> isMarked(has.pattern());
      case Expression.Where where -> true;
      case Expression.All all -> true;
    };
  }

  private static boolean isMarked(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Word word -> true;
      case Pattern.Sequence sequence -> sequence.parts().stream().allMatch(Verbatim::isMarked);
      // Of "scared" and "scared zelmira" only the longer one would be marked.
      case Pattern.Either either ->
          either.parts().stream().allMatch(part -> part instanceof Pattern.Word || !isIn(part));
      case Pattern.Repeat repeat -> !isIn(repeat.part()) || repeat.min() == repeat.max();
      case Pattern.Run run -> !isIn(run.test());
      case Pattern.Sentences sentences -> true;
      case Pattern.AnyOf anyOf -> anyOf.parts().stream().allMatch(Verbatim::isMarked);
      case Pattern.Near near -> isMarked(near.first()) && isMarked(near.second());
      case Pattern.SameSentence same -> isMarked(same.first()) && isMarked(same.second());
      case Pattern.Within within -> isMarked(within.inner()) && !isIn(within.outer());
    };
  }
}
