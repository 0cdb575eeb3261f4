package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;

/** A text with its words: what every recogniser looks at, and none changes. */
final class Passage {

  /** Longer sentences are looked at in pieces. */
  private static final int LONGEST = 80;

  private final String text;
  private final TextKind kind;
  private final List<Word> words;
  private final boolean cased;

  private Passage(String text, TextKind kind, List<Word> words) {
    this.text = text;
    this.kind = kind;
    this.words = words;
    this.cased = isCased();
  }

  static Passage of(String text, TextKind kind, Lexicon lexicon) {
    return new Passage(text, kind, Words.of(text, lexicon));
  }

  String text() {
    return text;
  }

  TextKind kind() {
    return kind;
  }

  List<Word> words() {
    return words;
  }

  int size() {
    return words.size();
  }

  Word word(int at) {
    return words.get(at);
  }

  /** The folded word there; empty outside of the text, where a sentence ends there is its mark. */
  String folded(int at) {
    return at < 0 || at >= words.size() ? "" : words.get(at).folded();
  }

  @Nullable Word at(int index) {
    return index < 0 || index >= words.size() ? null : words.get(index);
  }

  Span span(int first, int end) {
    return new Span(words.get(first).start(), words.get(end - 1).end());
  }

  String surface(Word word) {
    return text.substring(word.start(), word.end());
  }

  /**
   * Whether capitals mean something: the text has small letters, and not each word is a title's.
   */
  boolean isCapitalised(int at) {
    return cased && words.get(at).capital();
  }

  /** Whether the word is capitalised although no sentence begins there. */
  boolean isProper(int at) {
    return isCapitalised(at) && !words.get(at).opens();
  }

  private boolean isCased() {
    int capitals = 0;
    int letters = 0;
    for (Word word : words) {
      if (word.isLetters() && word.end() - word.start() > 1) {
        letters++;
        String surface = surface(word);
        capitals += surface.equals(surface.toUpperCase(java.util.Locale.ROOT)) ? 1 : 0;
      }
    }
    return capitals < letters || letters <= 1;
  }

  /** Index ranges of sentences, cut where they grow long. */
  List<Span> sentences() {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean last = i + 1 == words.size();
      boolean breaks = !last && words.get(i + 1).opens() && !words.get(i).opens();
      if (last || breaks || i - start >= LONGEST) {
        sentences.add(new Span(start, i + 1));
        start = i + 1;
      }
    }
    return sentences;
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Passage[" + kind + ", words=" + words.size() + "]";
  }
}
