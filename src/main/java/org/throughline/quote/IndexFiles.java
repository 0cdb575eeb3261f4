package org.throughline.quote;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * The files of one index and the life they lead: what is written is seen after {@link #publish} and
 * on disk after {@link #commit}.
 */
final class IndexFiles implements Closeable {

  private static final String SEQUENCE = "sequence";

  /** What of an encrypted index may stay opened in memory, unless the heap is small. */
  private static final long MOST_CACHE = 1L << 30;

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private long sequence;

  private IndexFiles(Directory directory, IndexWriterConfig config) throws IOException {
    this.directory = directory;
    this.writer = new IndexWriter(directory, config);
    if (directory instanceof EncryptedDirectory files) {
      files.sweep();
    }
    this.searchers = new SearcherManager(writer, new SearcherFactory());
    this.sequence = storedSequence(writer);
  }

  static IndexFiles open(Directory directory, IndexWriterConfig config) throws IOException {
    config.setIndexSort(Fields.NEWEST);
    config.setRAMBufferSizeMB(64);
    config.setCommitOnClose(false);
    TieredMergePolicy merging = new TieredMergePolicy();
    // A purge leaves nothing, however little was removed.
    merging.setForceMergeDeletesPctAllowed(0);
    config.setMergePolicy(merging);
    try {
      return new IndexFiles(directory, config);
    } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
      directory.close();
      throw new DamagedIndexException(e);
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IndexInUseException(e);
    }
  }

  static Directory plain(Path folder) throws IOException {
    return new NIOFSDirectory(folder);
  }

  static Directory encrypted(Path folder, byte[] key) throws IOException {
    long cache = Math.min(MOST_CACHE, Runtime.getRuntime().maxMemory() / 4);
    return new EncryptedDirectory(new NIOFSDirectory(folder), key, cache);
  }

  static void discard(Path folder) throws IOException {
    try (Directory files = new NIOFSDirectory(folder)) {
      for (String file : files.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          files.deleteFile(file);
        }
      }
    }
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

  /** Puts documents in place of those that have this value. */
  synchronized void replace(String field, String value, List<Document> documents)
      throws IOException {
    writer.deleteDocuments(new Term(field, value));
    for (Document document : documents) {
      writer.addDocument(document);
    }
  }

  synchronized void publish() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  synchronized void commit(long outboxSequence) throws IOException {
    writer.setLiveCommitData(Map.of(SEQUENCE, Long.toString(outboxSequence)).entrySet());
    writer.commit();
    sequence = outboxSequence;
    searchers.maybeRefreshBlocking();
  }

  synchronized long sequence() {
    return sequence;
  }

  synchronized void clear() throws IOException {
    writer.deleteAll();
    commit(0);
  }

  synchronized void purge() throws IOException {
    // Removals still in memory are not seen by the merge.
    commit(sequence);
    writer.forceMergeDeletes(true);
    commit(sequence);
    writer.deleteUnusedFiles();
  }

  /** Seals the files under another key; the one before opens nothing of them any more. */
  synchronized void rekey(byte[] key) throws IOException {
    commit(sequence);
    if (writer.getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler merges) {
      merges.sync();
    }
    commit(sequence);
    if (directory instanceof EncryptedDirectory files) {
      files.rekey(key);
    }
  }

  void verify() throws IOException {
    see(
        reader -> {
          for (LeafReaderContext segment : reader.leaves()) {
            segment.reader().checkIntegrity();
          }
          return reader.numDocs();
        });
  }

  @FunctionalInterface
  interface Seeing<T> {
    T see(IndexReader reader) throws IOException;
  }

  /** Looks at the index as it was last published. */
  <T> T see(Seeing<T> seeing) throws IOException {
    IndexSearcher view = searchers.acquire();
    try {
      return seeing.see(view.getIndexReader());
    } catch (CorruptIndexException damaged) {
      throw new DamagedIndexException(damaged);
    } finally {
      searchers.release(view);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}
