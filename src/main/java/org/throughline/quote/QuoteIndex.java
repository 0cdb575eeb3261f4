package org.throughline.quote;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
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

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private long sequence;
  private volatile Duration timeLimit = Duration.ofSeconds(2);

  private QuoteIndex(Directory directory) throws IOException {
    this.directory = directory;
    this.writer = new IndexWriter(directory, config());
    this.searchers = new SearcherManager(writer, new SearcherFactory());
    this.sequence = storedSequence(writer);
  }

  /** Opens the index in a folder, creating it when there is none. */
  public static QuoteIndex open(Path folder) throws IOException {
    return open(new NIOFSDirectory(folder));
  }

  static QuoteIndex open(Directory directory) throws IOException {
    return new QuoteIndex(directory);
  }

  private static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setIndexSort(Fields.NEWEST);
    config.setRAMBufferSizeMB(64);
    config.setCommitOnClose(false);
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

  /** Takes a session in, in place of what was there under its id. Seen after the next commit. */
  public synchronized void put(IndexedSession session) throws IOException {
    Map<Integer, List<IndexedCoding>> codings = new HashMap<>();
    for (IndexedCoding coding : session.codings()) {
      codings.computeIfAbsent(coding.coding().turn(), t -> new ArrayList<>()).add(coding);
    }
    remove(session.id());
    RowTokens tokens = new RowTokens();
    for (IndexedTurn turn : session.turns()) {
      Document document =
          Fields.document(session, turn, codings.getOrDefault(turn.index(), List.of()), tokens);
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
    writer.forceMergeDeletes(true);
    commit(sequence);
    writer.deleteUnusedFiles();
  }

  /** How long a search may take before its answer is cut short and says so; 2 s at first. */
  public void timeLimit(Duration limit) {
    timeLimit = limit;
  }

  /** The answer to a question, taken from the permitted clients alone. */
  public Hits search(QuoteQuery query, Visible visible, TurnSource source) throws IOException {
    IndexSearcher view = searchers.acquire();
    try {
      // A searcher of its own, because the deadline is this question's.
      IndexSearcher searcher = new IndexSearcher(view.getIndexReader());
      return new Search(searcher, source, Deadline.in(timeLimit)).run(query, visible);
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
