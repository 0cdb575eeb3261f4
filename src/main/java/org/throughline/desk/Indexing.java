package org.throughline.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.quote.IndexedSession;
import org.throughline.quote.IndexedTurn;
import org.throughline.quote.QuoteIndex;
import org.throughline.record.Actor;
import org.throughline.record.Client;
import org.throughline.record.EntryContent;
import org.throughline.record.OutboxEvent;
import org.throughline.record.SessionRecord;
import org.throughline.record.Store;
import org.throughline.record.StoreException;

/**
 * Keeps the quote index in step with the store, by following the outbox. The index remembers how
 * far it has come, so after a crash it goes on where it stopped, and after a loss it starts again
 * from the beginning.
 */
final class Indexing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
  private static final int BATCH = 200;
  private static final long RETRY_MS = 5_000;

  private final Store store;
  private final QuoteIndex index;
  private final Engine engine;
  private final Actor by = Actor.program("indexing");
  private final Thread follower;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private boolean news;
  private boolean closed;

  Indexing(Store store, QuoteIndex index, Engine engine) {
    this.store = store;
    this.index = index;
    this.engine = engine;
    this.follower = Thread.ofPlatform().daemon().name("indexing").unstarted(this::follow);
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

  private void follow() {
    while (waitForNews()) {
      try {
        catchUp();
      } catch (IOException | RuntimeException e) {
        // Neither message nor stack can be trusted to hold no words here.
        LOG.warn("the quote index could not follow: {}; trying again", e.getClass().getName());
        pause();
        wake();
      }
    }
  }

  /** Applies events until there are no more. */
  private void catchUp() throws IOException {
    while (true) {
      List<OutboxEvent> events = store.outbox().after(index.sequence(), BATCH);
      if (events.isEmpty()) {
        return;
      }
      for (OutboxEvent event : events) {
        apply(event);
      }
      index.commit(events.getLast().sequence());
      signal();
    }
  }

  private void apply(OutboxEvent event) throws IOException {
    String entry = event.entry();
    switch (event.kind()) {
      case ENTRY_ADDED, ENTRY_CHANGED -> put(entry);
      case ENTRY_RETRACTED -> remove(entry);
      // Who may be found is asked at each search.
      case CONSENT_CHANGED -> {}
      case CLIENT_ERASED -> {
        index.removeClient(event.client());
        index.purge();
      }
    }
  }

  private void remove(@org.jspecify.annotations.Nullable String entry) throws IOException {
    if (entry != null) {
      index.remove(entry);
    }
  }

  private void put(@org.jspecify.annotations.Nullable String entry) throws IOException {
    if (entry == null) {
      return;
    }
    EntryContent content;
    Client client;
    try {
      content = store.entries().content(by, entry);
      client = store.clients().find(by, content.entry().client());
    } catch (StoreException.NotFound gone) {
      index.remove(entry);
      return;
    }
    if (content.entry().retracted()) {
      index.remove(entry);
      return;
    }
    index.put(indexed(content, client));
  }

  private IndexedSession indexed(EntryContent content, Client client) {
    List<IndexedTurn> turns =
        content.transcript().turns().stream()
            .map(turn -> IndexedTurn.of(turn, engine.analyzer().analyze(turn.text())))
            .toList();
    return new IndexedSession(
        content.entry().id(),
        client.id(),
        "",
        content.entry() instanceof SessionRecord session ? session.number() : 0,
        content.entry().date(),
        Set.of(),
        turns,
        Words.codings(content));
  }

  private boolean waitForNews() {
    lock.lock();
    try {
      while (!news && !closed) {
        moved.await();
      }
      news = false;
      return !closed;
    } catch (InterruptedException e) {
      return false;
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
