package org.throughline.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;
import org.throughline.transcript.Span;

/**
 * Where the words of a turn stand, in about two bytes a word: for each the gap since the word
 * before and its length, as numbers of one byte up to 127.
 */
final class WordSpans {

  private WordSpans() {}

  static BytesRef write(List<Span> spans) {
    byte[] bytes = new byte[spans.size() * 10];
    int at = 0;
    int end = 0;
    for (Span span : spans) {
      at = number(bytes, at, span.start() - end);
      at = number(bytes, at, span.length());
      end = span.end();
    }
    return new BytesRef(bytes, 0, at);
  }

  private static int number(byte[] bytes, int start, int value) {
    int at = start;
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      bytes[at++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
    return at;
  }

  static List<Span> read(BytesRef stored) {
    var in = new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
    List<Span> spans = new ArrayList<>();
    int end = 0;
    while (!in.eof()) {
      int start = end + in.readVInt();
      end = start + in.readVInt();
      spans.add(new Span(start, end));
    }
    return spans;
  }

  /** The span of the words from {@code start} to {@code end} of a document. */
  static List<Span> stretch(LeafReader reader, int document, int start, int end)
      throws IOException {
    BinaryDocValues stored = DocValues.getBinary(reader, Fields.SPANS);
    if (!stored.advanceExact(document)) {
      return List.of();
    }
    List<Span> words = read(stored.binaryValue());
    return List.of(words.get(start).cover(words.get(end - 1)));
  }
}
