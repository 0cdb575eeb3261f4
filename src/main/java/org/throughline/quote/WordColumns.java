package org.throughline.quote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** The columns of the segments in use. */
final class WordColumns {

  private final WordNumbers numbers = new WordNumbers();
  private final Map<IndexReader.CacheKey, WordColumn> columns = new ConcurrentHashMap<>();

  /** The rank of each word's number in the alphabet. */
  int[] ranks() {
    return numbers.ranks();
  }

  boolean remembers(String word) {
    return numbers.holds(word);
  }

  WordColumn of(LeafReader reader) throws IOException {
    IndexReader.CacheHelper segment = reader.getCoreCacheHelper();
    if (segment == null) {
      return WordColumn.of(reader, numbers);
    }
    WordColumn known = columns.get(segment.getKey());
    if (known != null) {
      return known;
    }
    try {
      return columns.computeIfAbsent(
          segment.getKey(),
          key -> {
            segment.addClosedListener(columns::remove);
            return read(reader);
          });
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private WordColumn read(LeafReader reader) {
    try {
      return WordColumn.of(reader, numbers);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
