package org.throughline.quote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** The columns of the segments in use. */
final class WordColumns {

  private final Map<IndexReader.CacheKey, WordColumn> columns = new ConcurrentHashMap<>();

  WordColumn of(LeafReader reader) throws IOException {
    IndexReader.CacheHelper segment = reader.getCoreCacheHelper();
    if (segment == null) {
      return WordColumn.of(reader);
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

  private static WordColumn read(LeafReader reader) {
    try {
      return WordColumn.of(reader);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
