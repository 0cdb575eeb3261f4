package org.throughline.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.quote.DamagedIndexException;
import org.throughline.quote.IndexInUseException;
import org.throughline.quote.LikenessIndex;
import org.throughline.quote.QuoteIndex;
import org.throughline.quote.SentenceVectors;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.record.Vault;

/**
 * The indexes that follow the store: by words always, by likeness where it is switched on. The
 * second follows by itself, so that a new session is found by its words long before the last of its
 * sentences has a vector.
 */
final class Indexes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);

  /** Events between two commits. A session's vectors take seconds. */
  private static final int BY_WORDS = 200;

  private static final int BY_LIKENESS = 4;

  private final DeskSettings settings;
  private final Vault vault;
  private final QuoteIndex words;
  private final Indexing followingWords;
  private final @Nullable LikenessIndex likeness;
  private final @Nullable Indexing followingLikeness;
  private final ReleasedIndex released;

  private Indexes(
      QuoteIndex words,
      @Nullable LikenessIndex likeness,
      ReleasedIndex released,
      Store store,
      Engine engine,
      DeskSettings settings) {
    this.settings = settings;
    this.vault = store.vault();
    this.words = words;
    this.likeness = likeness;
    this.released = released;
    this.followingWords = new Indexing("indexing", store, words, engine, BY_WORDS);
    this.followingLikeness =
        likeness == null ? null : new Indexing("likeness", store, likeness, engine, BY_LIKENESS);
  }

  /** Opens them and lets them catch up. */
  static Indexes open(
      DeskSettings settings, Store store, Engine engine, ReleasedTexts releasedTexts)
      throws IOException {
    QuoteIndex words = own(settings, store);
    try {
      ReleasedIndex released = ReleasedIndex.open(settings, store, engine, releasedTexts);
      Indexes indexes =
          new Indexes(words, likeness(settings, store), released, store, engine, settings);
      indexes.followingWords.start();
      if (indexes.followingLikeness != null) {
        indexes.followingLikeness.start();
      }
      return indexes;
    } catch (IOException | RuntimeException e) {
      words.close();
      throw e;
    }
  }

  /** One process at a time writes an index; who holds it is told to whoever comes second. */
  private static QuoteIndex own(DeskSettings settings, Store store) throws IOException {
    Path holder = holder(settings);
    try {
      QuoteIndex words = words(settings, store);
      Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
      return words;
    } catch (IndexInUseException inUse) {
      String process = Files.exists(holder) ? " (process " + Files.readString(holder) + ")" : "";
      throw new StoreException.Conflict(
          "another Throughline"
              + process
              + " has the data folder "
              + settings.data()
              + " open. Ask that one, through its page or its API, or stop it first");
    }
  }

  private static Path holder(DeskSettings settings) {
    return settings.data().resolve("index.pid");
  }

  /** The encrypted index; one that does not open is thrown away and filled again from the store. */
  private static QuoteIndex words(DeskSettings settings, Store store) throws IOException {
    try {
      return QuoteIndex.open(settings.index(), store.vault().indexKey());
    } catch (DamagedIndexException damaged) {
      LOG.warn("The quote index was damaged or under another key; it is built anew.");
      QuoteIndex.discard(settings.index());
      return QuoteIndex.open(settings.index(), store.vault().indexKey());
    }
  }

  private static @Nullable LikenessIndex likeness(DeskSettings settings, Store store)
      throws IOException {
    if (!settings.likeness()) {
      return null;
    }
    byte[] key = store.vault().indexKey();
    try {
      return LikenessIndex.open(settings.likenessIndex(), key, SentenceVectors.local());
    } catch (DamagedIndexException damaged) {
      LOG.warn("The index by likeness was damaged or under another key; it is built anew.");
      LikenessIndex.discard(settings.likenessIndex());
      return LikenessIndex.open(settings.likenessIndex(), key, SentenceVectors.local());
    }
  }

  QuoteIndex words() {
    return words;
  }

  /** What was released to research: another index, under another key. */
  ReleasedIndex released() {
    return released;
  }

  /** Empty where it is switched off. */
  Optional<LikenessIndex> likeness() {
    return Optional.ofNullable(likeness);
  }

  /** Something was written. */
  void wake() {
    followingWords.wake();
    released.wake();
    if (followingLikeness != null) {
      followingLikeness.wake();
    }
  }

  /** Waits until everything kept so far can be found by its words. */
  void settle() throws InterruptedException {
    followingWords.settle();
  }

  /** Waits until everything kept so far can be found in every way. */
  void settleAll() throws InterruptedException {
    settle();
    released.settle();
    if (followingLikeness != null) {
      followingLikeness.settle();
    }
  }

  /** Begins again from nothing. */
  void restart() throws IOException {
    followingWords.restart();
    released.restart();
    if (followingLikeness != null) {
      followingLikeness.restart();
    }
  }

  /**
   * Takes a client out of all, down to the files, and forgets the key that those were sealed under:
   * what lies on the disk of deleted files opens no more. Stopped after that, the next start finds
   * an index under another key and fills it anew.
   */
  void forget(String client) throws IOException {
    followingWords.forget(client);
    released.forget(client);
    if (followingLikeness != null) {
      followingLikeness.forget(client);
    } else if (Files.exists(settings.likenessIndex())) {
      // Switched off, it still holds what was there when it was on.
      LikenessIndex.discard(settings.likenessIndex());
    }
    byte[] key = vault.rotateIndexKey();
    followingWords.rekey(key);
    if (followingLikeness != null) {
      followingLikeness.rekey(key);
    }
  }

  @Override
  public void close() {
    released.close();
    if (followingLikeness != null) {
      followingLikeness.close();
    }
    try {
      Files.deleteIfExists(holder(settings));
    } catch (IOException e) {
      LOG.warn("cannot remove the file that names who holds the index");
    }
    followingWords.close();
  }
}
