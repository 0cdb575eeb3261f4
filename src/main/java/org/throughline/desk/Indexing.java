package org.throughline.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.coding.TurnWords;
import org.throughline.quote.IndexedSession;
import org.throughline.quote.IndexedTurn;
import org.throughline.quote.StoreCopy;
import org.throughline.record.Actor;
import org.throughline.record.EntryContent;
import org.throughline.record.EntryWords;
import org.throughline.record.OutboxEvent;
import org.throughline.record.SessionRecord;
import org.throughline.record.Store;
import org.throughline.transcript.Role;
import org.throughline.transcript.Turn;

/**
 * Keeps an index in step with the store, by following the outbox. The index remembers how far it
 * has come, so after a crash it goes on where it stopped, and after a loss it starts again from the
 * beginning. What it takes in was read when it was coded; no language model runs here, unless an
 * entry was kept without its words.
 */
final class Indexing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);

  /** Opened at a time: words take much more room than text. */
  private static final int OPENED = 20;

  private static final long RETRY_MS = 5_000;

  /** Another process may have written, which wakes nobody here. */
  private static final long LOOK_MS = 2_000;

  private final Store store;
  private final StoreCopy index;
  private final Engine engine;
  private final Applying applying;
  private final int batch;
  private final Actor by = Actor.program("indexing");
  private final Thread follower;

  /** Held while the index is written; fair, so that an erasure waits for one batch at most. */
  private final ReentrantLock writing = new ReentrantLock(true);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private boolean news;
  private boolean closed;

  /** What is done with the next events, before the index is told how far it has come. */
  @FunctionalInterface
  interface Applying {
    void apply(List<OutboxEvent> events) throws IOException;
  }

  /**
   * @param name of the thread
   * @param batch how many events are taken in between two commits
   */
  Indexing(String name, Store store, StoreCopy index, Engine engine, int batch) {
    this(name, store, index, engine, batch, null);
  }

  /**
   * Fills the index otherwise than with the record's entries.
   *
   * @param applying null for the record's entries
   */
  Indexing(
      String name,
      Store store,
      StoreCopy index,
      Engine engine,
      int batch,
      @Nullable Applying applying) {
    this.store = store;
    this.index = index;
    this.engine = engine;
    this.batch = batch;
    this.applying = applying == null ? this::apply : applying;
    this.follower = Thread.ofPlatform().daemon().name(name).unstarted(this::follow);
  }

  void start() {
    follower.start();
    wake();
  }

  /** Something was written. */
  void wake() {
    lock.lock();
    try {
      news = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until everything that was written before this call can be found. */
  void settle() throws InterruptedException {
    long head = store.outbox().head();
    wake();
    lock.lock();
    try {
      while (!closed && index.sequence() < head) {
        moved.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Begins again from nothing. */
  void restart() throws IOException {
    writing.lock();
    try {
      index.clear();
    } finally {
      writing.unlock();
    }
    wake();
  }

  /** Takes a client out, down to the files; when this returns, nothing of the client is left. */
  void forget(String client) throws IOException {
    writing.lock();
    try {
      index.removeClient(client);
      index.purge();
    } finally {
      writing.unlock();
    }
  }

  /** Seals the index under another key. */
  void rekey(byte[] key) throws IOException {
    writing.lock();
    try {
      index.rekey(key);
    } finally {
      writing.unlock();
    }
  }

  private void follow() {
    while (waitForNews()) {
      try {
        while (catchUp()) {
          signal();
        }
      } catch (IOException | RuntimeException e) {
        // Neither message nor stack can be trusted to hold no words here.
        LOG.warn("an index could not follow: {}; trying again", e.getClass().getName());
        pause();
        wake();
      }
    }
  }

  /** Applies the next events; false when there are none. */
  private boolean catchUp() throws IOException {
    writing.lock();
    try {
      List<OutboxEvent> events = store.outbox().after(index.sequence(), batch);
      if (events.isEmpty() || isClosed()) {
        return false;
      }
      applying.apply(events);
      index.commit(events.getLast().sequence());
      return true;
    } finally {
      writing.unlock();
    }
  }

  /** Brings every entry that the events name to where it stands now, whatever happened between. */
  private void apply(List<OutboxEvent> events) throws IOException {
    Set<String> entries = new LinkedHashSet<>();
    Set<String> erased = new LinkedHashSet<>();
    for (OutboxEvent event : events) {
      String entry = event.entry();
      switch (event.kind()) {
        case ENTRY_ADDED, ENTRY_CHANGED, ENTRY_RETRACTED -> {
          if (entry != null) {
            entries.add(entry);
          }
        }
        // Who may be found is asked at each search.
        case CONSENT_CHANGED -> {}
        // The record's own words are never those of the release.
        case RELEASE_CHANGED -> {}
        case CLIENT_ERASED -> erased.add(event.client());
      }
    }
    List<String> all = new ArrayList<>(entries);
    for (int from = 0; from < all.size(); from += OPENED) {
      refresh(all.subList(from, Math.min(all.size(), from + OPENED)));
    }
    for (String client : erased) {
      index.removeClient(client);
    }
    if (!erased.isEmpty()) {
      index.purge();
    }
  }

  private void refresh(List<String> entries) throws IOException {
    Set<String> gone = new LinkedHashSet<>(entries);
    for (EntryWords entry : store.excerpts().forIndex(by, entries)) {
      gone.remove(entry.content().entry().id());
      index.put(indexed(entry), entry.content().transcript());
    }
    for (String entry : gone) {
      index.remove(entry);
    }
  }

  private IndexedSession indexed(EntryWords entry) {
    EntryContent content = entry.content();
    return new IndexedSession(
        content.entry().id(),
        content.entry().client(),
        content.entry() instanceof SessionRecord session ? session.number() : 0,
        content.entry().date(),
        entry.words().isEmpty() ? readAgain(content) : turns(entry),
        Words.codings(content));
  }

  private static List<IndexedTurn> turns(EntryWords entry) {
    List<IndexedTurn> turns = new ArrayList<>();
    for (TurnWords words : entry.words()) {
      Turn turn = entry.content().transcript().turns().get(words.turn());
      Role role = turn.role() == null ? Role.UNATTRIBUTED : turn.role();
      turns.add(
          new IndexedTurn(turn.index(), role, words.tokens(), words.sentences(), turn.startMs()));
    }
    return turns;
  }

  private List<IndexedTurn> readAgain(EntryContent content) {
    return content.transcript().turns().stream()
        .map(turn -> IndexedTurn.of(turn, engine.analyzer().analyze(turn.text())))
        .toList();
  }

  private boolean waitForNews() {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(LOOK_MS);
      while (!news && !closed && left > 0) {
        left = moved.awaitNanos(left);
      }
      news = false;
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    try {
      Thread.sleep(RETRY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void signal() {
    lock.lock();
    try {
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      follower.join();
      index.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
