package org.throughline.quote;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * The index of everybody's turns. Writing is for one thread at a time (the outbox), searching for
 * any number; a search sees the index as it was at the last {@link #commit} or {@link #publish}.
 *
 * <p>It can always be thrown away and filled again from the record store: {@link #sequence} says up
 * to where it has read the outbox.
 */
public final class QuoteIndex implements Closeable {

  private static final String SEQUENCE = "sequence";

  /** What of an encrypted index may stay opened in memory, unless the heap is small. */
  private static final long MOST_CACHE = 1L << 30;

  private final Directory directory;
  private final Set<Layer> layers;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final WordColumns columns = new WordColumns();
  private long sequence;
  private volatile Duration timeLimit = Duration.ofSeconds(2);

  private QuoteIndex(Directory directory, Set<Layer> layers) throws IOException {
    this.directory = directory;
    this.layers = EnumSet.copyOf(layers);
    this.writer = new IndexWriter(directory, config());
    this.searchers = new SearcherManager(writer, new SearcherFactory());
    this.sequence = storedSequence(writer);
  }

  /**
   * Opens the index in a folder, creating it when there is none.
   *
   * @throws DamagedIndexException when it is not what was written
   */
  public static QuoteIndex open(Path folder) throws IOException {
    return open(new NIOFSDirectory(folder));
  }

  /**
   * Opens the encrypted index in a folder, creating it when there is none.
   *
   * @param key 32 random bytes
   * @throws DamagedIndexException when it is not what was written, or the key is another
   */
  public static QuoteIndex open(Path folder, byte[] key) throws IOException {
    long cache = Math.min(MOST_CACHE, Runtime.getRuntime().maxMemory() / 4);
    return open(new EncryptedDirectory(new NIOFSDirectory(folder), key, cache));
  }

  static QuoteIndex open(Directory directory) throws IOException {
    return open(directory, EnumSet.allOf(Layer.class));
  }

  /** With some layers only, to see what the others cost. */
  static QuoteIndex open(Directory directory, Set<Layer> layers) throws IOException {
    try {
      return new QuoteIndex(directory, layers);
    } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
      directory.close();
      throw new DamagedIndexException(e);
    }
  }

  /** Deletes the files of an index that cannot be opened; nothing else in the folder. */
  public static void discard(Path folder) throws IOException {
    try (Directory files = new NIOFSDirectory(folder)) {
      for (String file : files.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          files.deleteFile(file);
        }
      }
    }
  }

  /**
   * Reads every byte of the index.
   *
   * @throws DamagedIndexException when one is not what was written
   */
  public void verify() throws IOException {
    IndexSearcher view = searchers.acquire();
    try {
      for (LeafReaderContext segment : view.getIndexReader().leaves()) {
        segment.reader().checkIntegrity();
      }
    } catch (CorruptIndexException damaged) {
      throw new DamagedIndexException(damaged);
    } finally {
      searchers.release(view);
    }
  }

  private static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setIndexSort(Fields.NEWEST);
    config.setRAMBufferSizeMB(64);
    config.setCommitOnClose(false);
    TieredMergePolicy merging = new TieredMergePolicy();
    // A purge leaves nothing, however little was removed.
    merging.setForceMergeDeletesPctAllowed(0);
    config.setMergePolicy(merging);
    return config;
  }

  private static long storedSequence(IndexWriter writer) {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().equals(SEQUENCE)) {
          return Long.parseLong(entry.getValue());
        }
      }
    }
    return 0;
  }

  /**
   * Takes a session in, in place of what was there under its id. Seen after the next commit; a
   * session that cannot be read leaves the index as it was.
   */
  public synchronized void put(IndexedSession session) throws IOException {
    Map<Integer, List<IndexedCoding>> codings = new HashMap<>();
    for (IndexedCoding coding : session.codings()) {
      codings.computeIfAbsent(coding.coding().turn(), t -> new ArrayList<>()).add(coding);
    }
    List<Document> documents = new ArrayList<>();
    for (IndexedTurn turn : session.turns()) {
      documents.add(
          Fields.document(session, turn, codings.getOrDefault(turn.index(), List.of()), layers));
    }
    remove(session.id());
    for (Document document : documents) {
      writer.addDocument(document);
    }
  }

  /** Takes a session out. Seen after the next commit. */
  public synchronized void remove(String session) throws IOException {
    writer.deleteDocuments(new Term(Fields.SESSION, session));
  }

  /** Takes a client's every session out. Seen after the next commit. */
  public synchronized void removeClient(String client) throws IOException {
    writer.deleteDocuments(new Term(Fields.CLIENT, client));
  }

  /** Lets searches see what was put and removed, before it is on disk. */
  public synchronized void publish() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /**
   * Writes to disk, with the number of the last outbox entry that is in it, and lets searches see
   * it.
   */
  public synchronized void commit(long outboxSequence) throws IOException {
    writer.setLiveCommitData(Map.of(SEQUENCE, Long.toString(outboxSequence)).entrySet());
    writer.commit();
    sequence = outboxSequence;
    searchers.maybeRefreshBlocking();
  }

  /** The number that the last commit carried, 0 in a new index. */
  public synchronized long sequence() {
    return sequence;
  }

  /** Empties the index, to be filled again from the record store. */
  public synchronized void clear() throws IOException {
    writer.deleteAll();
    commit(0);
  }

  /**
   * Rewrites what removed sessions have left in the files. Slow: for erasure, and for the night.
   */
  public synchronized void purge() throws IOException {
    // Removals still in memory are not seen by the merge.
    commit(sequence);
    writer.forceMergeDeletes(true);
    commit(sequence);
    writer.deleteUnusedFiles();
  }

  /** How long a search may take before its answer is cut short and says so; 2 s at first. */
  public void timeLimit(Duration limit) {
    timeLimit = limit;
  }

  /** The turns that answer a question, taken from the permitted clients alone. */
  public Hits search(QuoteQuery query, Visible visible, TurnSource source) throws IOException {
    return ask(visible, search -> search.hits(query, new Quoting(source, 0)));
  }

  /** How many turns answer, counted apart. */
  public Groups groups(Expression what, GroupBy by, Visible visible) throws IOException {
    return ask(visible, search -> search.groups(what, by));
  }

  /**
   * A random sample of the turns that answer, in random order: the same for the same seed.
   *
   * @param size 1 to 100
   */
  public Hits sample(Expression what, long seed, int size, Visible visible, TurnSource source)
      throws IOException {
    if (size < 1 || size > QuoteQuery.MAX_LIMIT) {
      throw new IllegalArgumentException("a sample has 1 to " + QuoteQuery.MAX_LIMIT + " turns");
    }
    return ask(visible, search -> search.sample(what, seed, size, new Quoting(source, 0)));
  }

  /**
   * Every match in a line of its own.
   *
   * @param offset how many lines to skip
   * @param limit how many to show, 1 to 100
   * @param width how many UTF-16 units of context to show on each side
   */
  public Concordance concordance(
      Expression what,
      Concordance.SortBy sort,
      int offset,
      int limit,
      int width,
      Visible visible,
      TurnSource source)
      throws IOException {
    if (offset < 0 || limit < 1 || limit > QuoteQuery.MAX_LIMIT || width < 0) {
      throw new IllegalArgumentException("limit must be 1 to " + QuoteQuery.MAX_LIMIT);
    }
    Quoting quoting = new Quoting(source, width);
    return ask(visible, search -> search.concordance(what, sort, offset, limit, columns, quoting));
  }

  @FunctionalInterface
  private interface Asking<T> {
    T ask(Search search) throws IOException;
  }

  private <T> T ask(Visible visible, Asking<T> asking) throws IOException {
    IndexSearcher view = searchers.acquire();
    try {
      // A searcher of its own, because the deadline is this question's.
      IndexSearcher searcher = new IndexSearcher(view.getIndexReader());
      return asking.ask(new Search(searcher, visible, Deadline.in(timeLimit)));
    } catch (CorruptIndexException damaged) {
      throw new DamagedIndexException(damaged);
    } finally {
      searchers.release(view);
    }
  }

  /** Closes it; what was not committed is forgotten. */
  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}
