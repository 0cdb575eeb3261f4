package org.throughline.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.coding.TurnWords;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.quote.DamagedIndexException;
import org.throughline.quote.Expression;
import org.throughline.quote.Filter;
import org.throughline.quote.GroupBy;
import org.throughline.quote.IndexedCoding;
import org.throughline.quote.IndexedSession;
import org.throughline.quote.IndexedTurn;
import org.throughline.quote.QuoteIndex;
import org.throughline.quote.Visible;
import org.throughline.record.Actor;
import org.throughline.record.OutboxEvent;
import org.throughline.record.Releases.Candidate;
import org.throughline.record.Store;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/**
 * The index of released text: a second one, in a folder of its own under a key of its own, that
 * never saw a word of the clinical record. It follows the outbox: a session enters when it is
 * released, and leaves when the release is taken back, made stale by another card, text or program,
 * or the client withdraws or is erased. Its ids are made with a secret and fit nothing else.
 */
final class ReleasedIndex implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReleasedIndex.class);
  private static final String HMAC = "HmacSHA256";

  /** Events between two commits: the text of a release is read and coded on its way in. */
  private static final int BATCH = 20;

  private final Actor by = Actor.program("released index");
  private final Store store;
  private final Engine engine;
  private final ReleasedTexts texts;
  private final QuoteIndex index;
  private final Indexing following;
  private final SecretKeySpec handles;

  /** Hash of the text under each id, as far as this process put it there. */
  private final Map<String, String> taken = new HashMap<>();

  private ReleasedIndex(Store store, Engine engine, ReleasedTexts texts, QuoteIndex index) {
    this.store = store;
    this.engine = engine;
    this.texts = texts;
    this.index = index;
    this.handles = new SecretKeySpec(store.vault().releasedHandleKey(), HMAC);
    this.following = new Indexing("released", store, index, engine, BATCH, this::apply);
  }

  /** Opens it, takes out what may no longer be in it, and lets it catch up. */
  static ReleasedIndex open(DeskSettings settings, Store store, Engine engine, ReleasedTexts texts)
      throws IOException {
    QuoteIndex index = index(settings, store);
    try {
      ReleasedIndex released = new ReleasedIndex(store, engine, texts, index);
      released.sweep();
      released.following.start();
      return released;
    } catch (IOException | RuntimeException e) {
      index.close();
      throw e;
    }
  }

  private static QuoteIndex index(DeskSettings settings, Store store) throws IOException {
    byte[] key = store.vault().releasedIndexKey();
    try {
      return QuoteIndex.open(settings.releasedIndex(), key);
    } catch (DamagedIndexException damaged) {
      LOG.warn("The index of released text was damaged or under another key; it is built anew.");
      QuoteIndex.discard(settings.releasedIndex());
      return QuoteIndex.open(settings.releasedIndex(), key);
    }
  }

  QuoteIndex words() {
    return index;
  }

  /** Under which id the index knows a session. */
  String session(String entry) {
    return handle("session|" + entry);
  }

  /** Under which id the index knows a client. */
  String client(String client) {
    return handle("client|" + client);
  }

  private String handle(String what) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(handles);
      byte[] digest = mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no " + HMAC, e);
    }
  }

  void wake() {
    following.wake();
  }

  void settle() throws InterruptedException {
    following.settle();
  }

  void restart() throws IOException {
    synchronized (taken) {
      taken.clear();
    }
    following.restart();
  }

  /**
   * Takes a client out of memory and files, and seals the files under another key: what deleted
   * ones left on the disk opens no more.
   */
  void forget(String client) throws IOException {
    List<String> entries = store.releases().entries(client);
    texts.forget(entries);
    entries.forEach(entry -> remember(entry, null));
    following.forget(client(client));
    following.rekey(store.vault().rotateReleasedIndexKey());
  }

  /**
   * Consent can end, and a newer program can make releases stale, while nobody is there to write an
   * event about it.
   */
  private void sweep() throws IOException {
    if (index.sequence() == 0) {
      return;
    }
    List<String> ids = store.clients().ids();
    Set<String> there = new HashSet<>();
    boolean stale = false;
    for (Candidate candidate : store.releases().candidates(by, ids)) {
      there.add(candidate.client());
      if (!candidate.isReleased()) {
        stale |= candidate.state() != null;
        index.remove(session(candidate.entry()));
      }
    }
    for (String client : ids) {
      if (!there.contains(client)) {
        stale |= !store.releases().entries(client).isEmpty();
        index.removeClient(client(client));
      }
    }
    index.commit(index.sequence());
    if (stale) {
      index.purge();
    }
  }

  private void apply(List<OutboxEvent> events) throws IOException {
    Map<String, Set<String>> clients = new LinkedHashMap<>();
    Set<String> erased = new HashSet<>();
    for (OutboxEvent event : events) {
      Set<String> entries = clients.computeIfAbsent(event.client(), unused -> new HashSet<>());
      String entry = event.entry();
      if (entry != null) {
        entries.add(entry);
      }
      if (event.kind() == OutboxEvent.Kind.CLIENT_ERASED) {
        erased.add(event.client());
      }
    }
    boolean left = !erased.isEmpty();
    for (Map.Entry<String, Set<String>> one : clients.entrySet()) {
      if (erased.contains(one.getKey())) {
        leave(one.getKey(), one.getValue());
      } else {
        left |= refresh(one.getKey(), one.getValue());
      }
    }
    if (left) {
      index.purge();
      index.rekey(store.vault().rotateReleasedIndexKey());
    }
  }

  /** Brings a client's sessions to where they stand now; whether words have left the index. */
  private boolean refresh(String client, Set<String> entries) throws IOException {
    if (store.releases().entries(client).isEmpty()) {
      return false;
    }
    List<Candidate> own = store.releases().candidates(by, List.of(client));
    Map<String, ReleasedTexts.Head> released = texts.heads(by, own);
    if (released.isEmpty()) {
      boolean there = holds(new Filter.Client(client(client)));
      leave(client, entries);
      return there;
    }
    boolean left = false;
    Set<String> gone = new HashSet<>(entries);
    own.forEach(candidate -> gone.add(candidate.entry()));
    gone.removeAll(released.keySet());
    for (String entry : gone) {
      left |= holds(entry);
      index.remove(session(entry));
      remember(entry, null);
    }
    texts.forget(gone);
    for (Candidate candidate : own) {
      ReleasedTexts.Head head = released.get(candidate.entry());
      if (head != null && !isTaken(candidate.entry(), head.hash())) {
        left |= holds(candidate.entry());
        index.put(indexed(candidate, ReleasedCorpus.day(candidate, own)));
        remember(candidate.entry(), head.hash());
      }
    }
    return left;
  }

  private boolean holds(String entry) throws IOException {
    return holds(new Filter.Session(session(entry)));
  }

  private boolean holds(Filter filter) throws IOException {
    return index
            .groups(new Expression.Where(filter), GroupBy.CLIENT, new Visible.Everyone())
            .total()
        > 0;
  }

  private void leave(String client, Set<String> entries) throws IOException {
    index.removeClient(client(client));
    Set<String> gone = new HashSet<>(entries);
    gone.addAll(store.releases().entries(client));
    gone.forEach(entry -> remember(entry, null));
    texts.forget(gone);
  }

  private boolean isTaken(String entry, String hash) {
    synchronized (taken) {
      return hash.equals(taken.get(entry));
    }
  }

  private void remember(String entry, @Nullable String hash) {
    synchronized (taken) {
      if (hash == null) {
        taken.remove(entry);
      } else {
        taken.put(entry, hash);
      }
    }
  }

  /** Words and codes are those of the released text; nobody's coding of the record goes along. */
  private IndexedSession indexed(Candidate candidate, int day) {
    List<Turn> turns = turns(texts.turns(by, candidate));
    CodedTranscript coded = engine.code(new Transcript(turns));
    String id = session(candidate.entry());
    List<IndexedTurn> words = new ArrayList<>();
    for (TurnWords read : coded.words()) {
      Turn turn = coded.transcript().turns().get(read.turn());
      words.add(
          new IndexedTurn(
              turn.index(),
              Objects.requireNonNull(turn.role()),
              read.tokens(),
              read.sentences(),
              null));
    }
    List<IndexedCoding> codings = new ArrayList<>();
    for (Coding coding : coded.codings()) {
      codings.add(
          new IndexedCoding(id + "-" + codings.size(), coding, IndexedCoding.Status.SUGGESTED));
    }
    return new IndexedSession(
        id, client(candidate.client()), 0, LocalDate.EPOCH.plusDays(day), words, codings);
  }

  /** As the other packages know turns; labels and times do not reach the corpus. */
  static List<Turn> turns(List<ReleasedTurn> released) {
    return released.stream()
        .map(turn -> new Turn(turn.index(), null, turn.role(), turn.text(), null, null))
        .toList();
  }

  @Override
  public void close() {
    following.close();
  }
}
