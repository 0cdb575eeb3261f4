package org.throughline.quote;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands a row to Lucene: the first term of a word steps on, the others stay on its position. */
final class RowTokens extends TokenStream {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Iterator<Set<String>> words;
  private Iterator<String> layers = List.<String>of().iterator();

  RowTokens(TurnRow row) {
    words = row.terms().iterator();
  }

  @Override
  public boolean incrementToken() {
    boolean nextWord = !layers.hasNext();
    if (nextWord) {
      if (!words.hasNext()) {
        return false;
      }
      layers = words.next().iterator();
    }
    clearAttributes();
    term.setEmpty().append(layers.next());
    step.setPositionIncrement(nextWord ? 1 : 0);
    return true;
  }
}
