package org.throughline.quote;

import java.util.Locale;

/** Reads a question character by character and knows its column. */
final class QueryScanner {

  private static final String BREAKS = "()[]\"|&=!<>{}";

  private final String text;
  private int at;

  QueryScanner(String text) {
    this.text = text;
  }

  int column() {
    return at + 1;
  }

  QueryProblem problem(String message) {
    return problem(column(), message);
  }

  static QueryProblem problem(int column, String message) {
    return new QueryProblem(column, message);
  }

  void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** Whether nothing but space is left. */
  boolean done() {
    skipSpace();
    return at == text.length();
  }

  /** The next character after any space, 0 at the end. */
  char peek() {
    skipSpace();
    return here();
  }

  /** The very next character, 0 at the end. */
  char here() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  boolean startsWith(String wanted) {
    skipSpace();
    return text.startsWith(wanted, at);
  }

  /** Steps over a character if it comes next. */
  boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char wanted, String message) {
    if (!take(wanted)) {
      throw problem(message);
    }
  }

  /** The next word, in its own case, without stepping over it; "" where none comes. */
  String peekWord() {
    skipSpace();
    return text.substring(at, wordEnd());
  }

  String word() {
    String word = peekWord();
    at += word.length();
    return word;
  }

  private int wordEnd() {
    int end = at;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && BREAKS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Steps over a capital-letter operator if it comes next as a whole word. */
  boolean operator(String name) {
    if (!peekWord().equals(name)) {
      return false;
    }
    at += name.length();
    return true;
  }

  /** Steps over a word if it comes next, whatever its case. */
  boolean keyword(String name) {
    if (!peekWord().toLowerCase(Locale.ROOT).equals(name)) {
      return false;
    }
    at += name.length();
    return true;
  }

  /** What stands between this quotation mark and the next. */
  String quoted() {
    int open = column();
    at++;
    int close = text.indexOf('"', at);
    if (close < 0) {
      throw problem(open, "this quotation mark is never closed");
    }
    String inside = text.substring(at, close);
    at = close + 1;
    return inside;
  }

  /** A number of at most four digits. */
  int number() {
    skipSpace();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (start == at || at - start > 4) {
      throw problem(start + 1, "a number of one to four digits is missing here");
    }
    return Integer.parseInt(text, start, at, 10);
  }

  int mark() {
    return at;
  }

  void back(int mark) {
    at = mark;
  }
}
