package org.throughline.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.coding.TurnWords;
import org.throughline.language.Sentence;
import org.throughline.language.Token;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;

/**
 * How the words of an entry are written: a table of strings, then numbers in seven-bit groups, some
 * six bytes a word. What the text itself says (the word as spoken, its small letters) is read from
 * there again. Parts of speech and verb forms stand by name in the table, so that it stays readable
 * when the program learns others.
 */
final class WordBytes {

  private static final int VERSION = 1;

  private WordBytes() {}

  static byte[] write(List<TurnWords> turns) {
    Map<String, Integer> strings = new LinkedHashMap<>();
    var numbers = new Writer();
    numbers.put(turns.size());
    for (TurnWords turn : turns) {
      write(turn, numbers, strings);
    }
    var whole = new Writer();
    whole.put(VERSION);
    whole.put(strings.size());
    strings.keySet().forEach(whole::put);
    whole.put(numbers.bytes());
    return whole.bytes();
  }

  private static void write(TurnWords turn, Writer out, Map<String, Integer> strings) {
    out.put(turn.turn());
    out.put(turn.tokens().size());
    int end = 0;
    for (Token token : turn.tokens()) {
      out.putSigned(token.span().start() - end);
      out.put(token.span().length());
      end = token.span().end();
      String plain = plain(token.surface());
      out.put(token.folded().equals(plain) ? 0 : 1 + number(token.folded(), strings));
      out.put(token.lemma().equals(token.folded()) ? 0 : 1 + number(token.lemma(), strings));
      out.put(number(token.pos().name(), strings));
      out.put(number(token.form().name(), strings) * 2 + (token.filler() ? 1 : 0));
    }
    out.put(turn.sentences().size());
    for (Sentence sentence : turn.sentences()) {
      out.put(sentence.span().start());
      out.put(sentence.span().length());
      out.put(sentence.firstToken());
      out.put((sentence.endToken() - sentence.firstToken()) * 2 + (sentence.question() ? 1 : 0));
    }
  }

  private static String plain(String surface) {
    return surface.toLowerCase(Locale.ROOT);
  }

  private static int number(String string, Map<String, Integer> strings) {
    Integer known = strings.putIfAbsent(string, strings.size());
    return known == null ? strings.size() - 1 : known;
  }

  /**
   * Reads what {@link #write} made.
   *
   * @throws StoreException.Damaged if it does not fit the transcript
   */
  static List<TurnWords> read(byte[] bytes, Transcript transcript) {
    try {
      var in = new Reader(bytes);
      if (in.next() != VERSION) {
        throw new StoreException.Damaged("stored words are of a version this program cannot read");
      }
      var strings = new String[in.next()];
      for (int i = 0; i < strings.length; i++) {
        strings[i] = in.string();
      }
      int size = in.next();
      List<TurnWords> turns = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        turns.add(turn(in, strings, transcript));
      }
      return turns;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new StoreException.Damaged("stored words do not fit their transcript");
    }
  }

  private static TurnWords turn(Reader in, String[] strings, Transcript transcript) {
    int index = in.next();
    String text = transcript.turns().get(index).text();
    int size = in.next();
    List<Token> tokens = new ArrayList<>(size);
    int end = 0;
    for (int i = 0; i < size; i++) {
      int start = end + in.nextSigned();
      end = start + in.next();
      var span = new Span(start, end);
      String surface = span.of(text);
      int folded = in.next();
      String small = folded == 0 ? plain(surface) : strings[folded - 1];
      int lemma = in.next();
      Token.Pos pos = Token.Pos.of(strings[in.next()]);
      int form = in.next();
      tokens.add(
          new Token(
              i,
              span,
              surface,
              small,
              lemma == 0 ? small : strings[lemma - 1],
              pos,
              Token.Form.valueOf(strings[form / 2]),
              form % 2 == 1));
    }
    return new TurnWords(index, tokens, sentences(in));
  }

  private static List<Sentence> sentences(Reader in) {
    int size = in.next();
    List<Sentence> sentences = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int start = in.next();
      var span = new Span(start, start + in.next());
      int first = in.next();
      int rest = in.next();
      sentences.add(new Sentence(span, first, first + rest / 2, rest % 2 == 1));
    }
    return sentences;
  }

  /** Numbers of seven bits a byte, the lowest first; the eighth bit says that more follow. */
  private static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void put(int number) {
      int rest = number;
      while ((rest & ~0x7f) != 0) {
        out.write((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }

    void putSigned(int number) {
      put((number << 1) ^ (number >> 31));
    }

    void put(String string) {
      byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
      put(bytes.length);
      put(bytes);
    }

    void put(byte[] bytes) {
      out.write(bytes, 0, bytes.length);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    int next() {
      int number = 0;
      for (int shift = 0; ; shift += 7) {
        byte here = bytes[at++];
        number |= (here & 0x7f) << shift;
        if (here >= 0) {
          return number;
        }
      }
    }

    int nextSigned() {
      int number = next();
      return (number >>> 1) ^ -(number & 1);
    }

    String string() {
      int length = next();
      String string = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return string;
    }
  }
}
