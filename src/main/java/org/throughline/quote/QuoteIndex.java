package org.throughline.quote;

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
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.throughline.transcript.Transcript;

/**
 * The index of everybody's turns. Writing is for one thread at a time (the outbox), searching for
 * any number; a search sees the index as it was at the last {@link #commit} or {@link #publish}.
 *
 * <p>It can always be thrown away and filled again from the record store: {@link #sequence} says up
 * to where it has read the outbox.
 */
public final class QuoteIndex implements StoreCopy {

  /** How many hits {@link #all} returns at most. */
  public static final int MOST = 10_000;

  private final IndexFiles files;
  private final Set<Layer> layers;
  private volatile WordColumns columns = new WordColumns();
  private volatile Duration timeLimit = Duration.ofSeconds(2);

  private QuoteIndex(IndexFiles files, Set<Layer> layers) {
    this.files = files;
    this.layers = EnumSet.copyOf(layers);
  }

  /**
   * Opens the index in a folder, creating it when there is none.
   *
   * @throws DamagedIndexException when it is not what was written
   */
  public static QuoteIndex open(Path folder) throws IOException {
    return open(IndexFiles.plain(folder));
  }

  /**
   * Opens the encrypted index in a folder, creating it when there is none.
   *
   * @param key 32 random bytes
   * @throws DamagedIndexException when it is not what was written, or the key is another
   */
  public static QuoteIndex open(Path folder, byte[] key) throws IOException {
    return open(IndexFiles.encrypted(folder, key));
  }

  static QuoteIndex open(Directory directory) throws IOException {
    return open(directory, EnumSet.allOf(Layer.class));
  }

  /** With some layers only, to see what the others cost. */
  static QuoteIndex open(Directory directory, Set<Layer> layers) throws IOException {
    return new QuoteIndex(IndexFiles.open(directory, new IndexWriterConfig()), layers);
  }

  /** Deletes the files of an index that cannot be opened; nothing else in the folder. */
  public static void discard(Path folder) throws IOException {
    IndexFiles.discard(folder);
  }

  /**
   * Reads every byte of the index.
   *
   * @throws DamagedIndexException when one is not what was written
   */
  public void verify() throws IOException {
    files.verify();
  }

  /**
   * Takes a session in, in place of what was there under its id. Seen after the next commit; a
   * session that cannot be read leaves the index as it was.
   */
  public void put(IndexedSession session) throws IOException {
    Map<Integer, List<IndexedCoding>> codings = new HashMap<>();
    for (IndexedCoding coding : session.codings()) {
      codings.computeIfAbsent(coding.coding().turn(), t -> new ArrayList<>()).add(coding);
    }
    List<Document> documents = new ArrayList<>();
    for (IndexedTurn turn : session.turns()) {
      documents.add(
          Fields.document(session, turn, codings.getOrDefault(turn.index(), List.of()), layers));
    }
    files.replace(Fields.SESSION, session.id(), documents);
  }

  /** As {@link #put(IndexedSession)}: the text itself is not kept. */
  @Override
  public void put(IndexedSession session, Transcript transcript) throws IOException {
    put(session);
  }

  /** Takes a session out. Seen after the next commit. */
  @Override
  public void remove(String session) throws IOException {
    files.replace(Fields.SESSION, session, List.of());
  }

  /** Takes a client's every session out. Seen after the next commit. */
  @Override
  public void removeClient(String client) throws IOException {
    files.replace(Fields.CLIENT, client, List.of());
  }

  /** Lets searches see what was put and removed, before it is on disk. */
  public void publish() throws IOException {
    files.publish();
  }

  /**
   * Writes to disk, with the number of the last outbox entry that is in it, and lets searches see
   * it.
   */
  @Override
  public void commit(long outboxSequence) throws IOException {
    files.commit(outboxSequence);
  }

  /** The number that the last commit carried, 0 in a new index. */
  @Override
  public long sequence() {
    return files.sequence();
  }

  /** Empties the index, to be filled again from the record store. */
  @Override
  public void clear() throws IOException {
    files.clear();
  }

  /**
   * Rewrites what removed sessions have left in the files. Slow: for erasure, and for the night.
   */
  @Override
  public void purge() throws IOException {
    files.purge();
    // Its numbering of words knows those of the removed sessions.
    columns = new WordColumns();
  }

  @Override
  public void rekey(byte[] key) throws IOException {
    files.rekey(key);
  }

  /** Whether a word that some session held is still known in memory, for sorting lines. */
  boolean remembers(String word) {
    return columns.remembers(word);
  }

  /** How long a search may take before its answer is cut short and says so; 2 s at first. */
  public void timeLimit(Duration limit) {
    timeLimit = limit;
  }

  /** The turns that answer a question, taken from the permitted clients alone. */
  public Hits search(QuoteQuery query, Visible visible, TurnSource source) throws IOException {
    return ask(visible, search -> search.hits(query, new Quoting(source, 0)));
  }

  /**
   * All turns that answer, newest first, for coding or taking out the lot: at most 10,000, and
   * {@link Hits#exact} is false when there are more.
   */
  public Hits all(Expression what, Visible visible, TurnSource source) throws IOException {
    return ask(visible, search -> search.all(what, MOST, new Quoting(source, 0)));
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
    // A searcher of its own, because the deadline is this question's.
    return files.see(
        reader ->
            asking.ask(new Search(new IndexSearcher(reader), visible, Deadline.in(timeLimit))));
  }

  /** Closes it; what was not committed is forgotten. */
  @Override
  public void close() throws IOException {
    files.close();
  }
}
