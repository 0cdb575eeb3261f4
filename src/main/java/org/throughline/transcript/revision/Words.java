package org.throughline.transcript.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.throughline.transcript.Span;

/** What was said, without case, punctuation and layout: letters and digits in a row. */
record Words(List<String> words, List<Span> spans) {

  static Words in(String text) {
    List<String> words = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && isWord(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (at > start) {
        words.add(text.substring(start, at).toLowerCase(Locale.ROOT));
        spans.add(new Span(start, at));
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return new Words(words, spans);
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  @Override
  public String toString() {
    return "Words[" + words.size() + "]";
  }
}
