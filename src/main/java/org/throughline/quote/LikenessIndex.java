package org.throughline.quote;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.throughline.language.Sentence;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;

/**
 * Sentences by likeness of meaning: beside the {@link QuoteIndex}, filled behind it, and left out
 * altogether where nobody wants it. Every sentence of at least four words has a vector.
 *
 * <p>Looking compares the question with every permitted sentence, one by one. The usual shortcuts
 * through a graph would be faster, but their answers depend on whoever else is in the graph.
 */
public final class LikenessIndex implements StoreCopy {

  static final int LEAST_WORDS = 4;

  private final IndexFiles files;
  private final SentenceVectors vectors;
  private volatile Duration timeLimit = Duration.ofSeconds(2);

  private LikenessIndex(IndexFiles files, SentenceVectors vectors) {
    this.files = files;
    this.vectors = vectors;
  }

  /**
   * Opens the index in a folder, creating it when there is none.
   *
   * @param key 32 random bytes
   * @throws DamagedIndexException when it is not what was written, or the key is another
   */
  public static LikenessIndex open(Path folder, byte[] key, SentenceVectors vectors)
      throws IOException {
    return open(IndexFiles.encrypted(folder, key), vectors);
  }

  /** Deletes the files of an index in a folder; nothing else there. */
  public static void discard(Path folder) throws IOException {
    IndexFiles.discard(folder);
  }

  static LikenessIndex open(Directory directory, SentenceVectors vectors) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setCodec(
        new Lucene104Codec() {
          @Override
          public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            // Plain rows of vectors, no graph.
            return new Lucene104ScalarQuantizedVectorsFormat();
          }
        });
    return new LikenessIndex(IndexFiles.open(directory, config), vectors);
  }

  /** Takes a session's sentences in, in place of those there. Slow: some milliseconds each. */
  @Override
  public void put(IndexedSession session, Transcript transcript) throws IOException {
    List<Document> documents = new ArrayList<>();
    for (IndexedTurn turn : session.turns()) {
      String text = transcript.turns().get(turn.index()).text();
      for (Sentence sentence : turn.sentences()) {
        if (words(turn, sentence) >= LEAST_WORDS) {
          Span span = sentence.span();
          documents.add(Fields.sentence(session, turn, span, vectors.of(span.of(text))));
        }
      }
    }
    files.replace(Fields.SESSION, session.id(), documents);
  }

  private static long words(IndexedTurn turn, Sentence sentence) {
    return turn.tokens().subList(sentence.firstToken(), sentence.endToken()).stream()
        .filter(token -> token.isWord() && !token.filler())
        .count();
  }

  /** As {@link QuoteIndex#remove}. */
  @Override
  public void remove(String session) throws IOException {
    files.replace(Fields.SESSION, session, List.of());
  }

  /** As {@link QuoteIndex#removeClient}. */
  @Override
  public void removeClient(String client) throws IOException {
    files.replace(Fields.CLIENT, client, List.of());
  }

  /** As {@link QuoteIndex#commit}. */
  @Override
  public void commit(long outboxSequence) throws IOException {
    files.commit(outboxSequence);
  }

  /** As {@link QuoteIndex#sequence}. */
  @Override
  public long sequence() {
    return files.sequence();
  }

  /** As {@link QuoteIndex#clear}. */
  @Override
  public void clear() throws IOException {
    files.clear();
  }

  /** As {@link QuoteIndex#purge}. */
  @Override
  public void purge() throws IOException {
    files.purge();
  }

  /** As {@link QuoteIndex#rekey}. */
  @Override
  public void rekey(byte[] key) throws IOException {
    files.rekey(key);
  }

  /** As {@link QuoteIndex#timeLimit}. */
  public void timeLimit(Duration limit) {
    timeLimit = limit;
  }

  /**
   * The turns with the sentences most like a text, the likest first, each turn once with its likest
   * sentence marked. A quote finds its own turn first.
   *
   * @param where filters only: speakers, dates, clients
   * @param limit 1 to 100
   */
  public Hits like(String text, Expression where, int limit, Visible visible, TurnSource source)
      throws IOException {
    if (limit < 1 || limit > QuoteQuery.MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + QuoteQuery.MAX_LIMIT);
    }
    if (!Translation.marked(where).isEmpty()) {
      throw new IllegalArgumentException("likeness can be narrowed by filters, not by words");
    }
    float[] wanted = vectors.of(text);
    Deadline deadline = Deadline.in(timeLimit);
    return files.see(
        reader -> {
          IndexSearcher searcher = new IndexSearcher(reader);
          searcher.setTimeout(deadline);
          Likest likest = new Likest(wanted, limit, reader.leaves());
          likest.visit(searcher, Translation.permitted(where, visible, deadline));
          List<Hit> hits = likest.hits(new Quoting(source, 0));
          return new Hits(hits.size(), false, deadline.passed(), hits);
        });
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
