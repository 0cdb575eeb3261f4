package org.throughline.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.ClientKey;
import org.throughline.deidentify.Deidentifier;
import org.throughline.deidentify.Draft;
import org.throughline.deidentify.DraftTurn;
import org.throughline.deidentify.IdentityCard;
import org.throughline.deidentify.Kind;
import org.throughline.deidentify.Mark;
import org.throughline.deidentify.ReleasedSessions;
import org.throughline.desk.view.ReleaseView;
import org.throughline.desk.view.ReviewView;
import org.throughline.record.Actor;
import org.throughline.record.EntryContent;
import org.throughline.record.Releases.Candidate;
import org.throughline.record.Releases.Pseudonym;
import org.throughline.record.Releases.Release;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/**
 * The gate to research: drafts a client's sessions, takes the reviewers' decisions, lets go. What
 * is not released with today's program, card and text is not there for research.
 *
 * <p>A step that is not allowed yet is a {@link StoreException.Conflict} that says what is missing.
 */
public final class Releasing {

  private final Store store;
  private final ReleasedTexts texts;
  private final Runnable changed;
  private final Map<String, Object> locks = new ConcurrentHashMap<>();
  private @Nullable Deidentifier engine;

  /** Over a store alone, with nobody to tell. */
  Releasing(Store store) {
    this(store, new ReleasedTexts(store), () -> {});
  }

  /**
   * @param changed told whenever something is released or taken back
   */
  Releasing(Store store, ReleasedTexts texts, Runnable changed) {
    this.store = store;
    this.texts = texts;
    this.changed = changed;
  }

  /** The client's identity card. */
  public IdentityCard card(Actor by, String client) {
    return store.releases().card(by, client);
  }

  /** Writes the card down, and reads what is on its way again with it. */
  public void keepCard(Actor by, IdentityCard card) {
    synchronized (lock(card.client())) {
      store.releases().keepCard(by, card);
      boolean underWay =
          store.releases().candidates(by, List.of(card.client())).stream()
              .anyMatch(candidate -> candidate.state() != null);
      if (underWay) {
        draft(by, card.client());
      }
    }
  }

  /**
   * Reads all the client's sessions and drafts them; what people decided before stays.
   *
   * @throws StoreException.ConsentMissing without consent to research
   */
  public List<Release> draft(Actor by, String client) {
    synchronized (lock(client)) {
      Pseudonym pseudonym = store.releases().pseudonym(by, client);
      // Asked before the words are opened: should they change meanwhile, the draft is out of date.
      Map<String, String> basis =
          store.releases().candidates(by, List.of(client)).stream()
              .collect(Collectors.toMap(Candidate::entry, Candidate::basis));
      IdentityCard card = store.releases().card(by, client);
      Map<String, Release> before =
          store.releases().of(by, client).stream()
              .collect(Collectors.toMap(Release::entry, release -> release));
      List<EntryContent> contents =
          store.entries().contents(by, client).stream()
              .filter(content -> basis.containsKey(content.entry().id()))
              .toList();
      Deidentifier.Drafted drafted =
          engine()
              .draft(
                  contents.stream()
                      .map(content -> turns(content, before.get(content.entry().id())))
                      .toList(),
                  contents.stream()
                      .map(content -> Objects.requireNonNull(basis.get(content.entry().id())))
                      .toList(),
                  card,
                  ClientKey.of(pseudonym.secret(), client, "corpus"),
                  pseudonym.surrogates());
      if (!drafted.surrogates().equals(pseudonym.surrogates())) {
        store.releases().keepSurrogates(by, client, pseudonym, drafted.surrogates());
      }
      List<Release> releases = new ArrayList<>();
      for (int i = 0; i < contents.size(); i++) {
        String entry = contents.get(i).entry().id();
        releases.add(kept(by, card, entry, before.get(entry), drafted.drafts().get(i)));
      }
      return releases;
    }
  }

  private Release kept(
      Actor by, IdentityCard card, String entry, @Nullable Release old, Draft fresh) {
    Draft draft = old == null ? fresh : old.draft().again(fresh, card);
    String session = old == null ? store.releases().newSession() : old.session();
    Release release = new Release(entry, card.client(), session, draft);
    if (old == null || !old.draft().equals(draft)) {
      keep(by, release);
    }
    return release;
  }

  /** The text as it reads now, with what people decided about the same words before. */
  private static List<DraftTurn> turns(EntryContent content, @Nullable Release before) {
    List<DraftTurn> turns = new ArrayList<>();
    for (Turn turn : content.transcript().turns()) {
      Role role = turn.role() == null ? Role.UNATTRIBUTED : turn.role();
      turns.add(
          new DraftTurn(
              turn.index(), role, turn.text(), decided(turn.index(), turn.text(), before)));
    }
    return turns;
  }

  private static List<Mark> decided(int turn, String text, @Nullable Release before) {
    return before == null
        ? List.of()
        : before.draft().turns().stream()
            .filter(one -> one.index() == turn && one.text().equals(text))
            .flatMap(one -> one.marks().stream())
            .filter(Mark::decided)
            .toList();
  }

  /** The client's sessions on their way, with what waits for a reviewer. */
  public List<Release> releases(Actor by, String client) {
    return store.releases().of(by, client);
  }

  /**
   * How far the sessions of those of the clients are who consent to research, without a word: those
   * with most to lose first.
   */
  public List<ReleaseView> standing(Actor by, Collection<String> clients) {
    List<Candidate> candidates = store.releases().candidates(by, clients);
    List<ReleaseView> views = new ArrayList<>();
    candidates.stream()
        .collect(Collectors.groupingBy(Candidate::client))
        .forEach(
            (client, own) -> {
              String pseudonym = store.clients().find(by, client).pseudonym();
              Map<String, Draft> drafts = drafts(by, own);
              own.forEach(
                  one -> views.add(ReleaseView.of(one, pseudonym, drafts.get(one.entry()))));
            });
    views.sort(ReleaseView.BY_RISK);
    return views;
  }

  private Map<String, Draft> drafts(Actor by, List<Candidate> own) {
    if (own.stream().allMatch(one -> one.state() == null)) {
      return Map.of();
    }
    return store.releases().of(by, own.getFirst().client()).stream()
        .collect(Collectors.toMap(Release::entry, Release::draft));
  }

  /** How far one session is. */
  public ReleaseView standing(Actor by, String entry) {
    Candidate candidate = candidate(by, entry);
    Draft draft = drafts(by, List.of(candidate)).get(entry);
    String pseudonym = store.clients().find(by, candidate.client()).pseudonym();
    return ReleaseView.of(candidate, pseudonym, draft);
  }

  /**
   * A session with its words and all that is marked in them.
   *
   * @throws StoreException.NotFound if it was never drafted
   */
  public ReviewView review(Actor by, String entry) {
    Release release = find(by, entry);
    return ReviewView.of(standing(by, entry), release.draft(), by.account());
  }

  /** Opens a session's review. */
  public Release open(Actor by, String entry) {
    return change(by, entry, Draft::open);
  }

  /** The stretch identifies. */
  public Release accept(Actor by, String entry, int turn, Span span) {
    return change(by, entry, draft -> draft.accept(turn, span));
  }

  /** The stretch does not identify. */
  public Release reject(Actor by, String entry, int turn, Span span) {
    return change(by, entry, draft -> draft.reject(turn, span));
  }

  /**
   * The same decision about every stretch of the client's sessions in review that waits and says
   * the same words.
   */
  public Release alike(Actor by, String entry, int turn, Span span, boolean identifies) {
    synchronized (lock(store.entries().clientOf(entry))) {
      Release release = find(by, entry);
      String words = release.draft().words(turn, span);
      for (Release other : store.releases().of(by, release.client())) {
        if (other.draft().state() == Draft.State.IN_REVIEW) {
          Draft decided = other.draft().alike(words, identifies);
          if (!decided.equals(other.draft())) {
            keep(by, with(other, decided));
          }
        }
      }
      return find(by, entry);
    }
  }

  /** Marks what the program did not see, writes it on the card, and looks for it everywhere. */
  public Release add(Actor by, String entry, int turn, Span span, Kind kind) {
    synchronized (lock(store.entries().clientOf(entry))) {
      Release release = find(by, entry);
      String tag = "[" + kind.code().substring("pii.".length()) + "]";
      Draft changed = step(release.draft(), draft -> draft.add(turn, span, kind, tag));
      keep(by, with(release, changed));
      String said = changed.words(turn, span);
      keepCard(by, store.releases().card(by, release.client()).and(kind, said));
      return find(by, entry);
    }
  }

  /**
   * The asker has seen the session and decided what was left.
   *
   * @param version of what the asker saw: {@link ReviewView#version}
   * @throws StoreException.Conflict if the session reads otherwise by now, or something waits
   */
  public Release approve(Actor by, String entry, String version) {
    synchronized (lock(store.entries().clientOf(entry))) {
      requireCurrent(by, entry);
      return change(by, entry, draft -> seen(draft, version).approve(by.account()));
    }
  }

  /** An approval stands for the text that was read, and for no other. */
  private static Draft seen(Draft draft, String version) {
    if (!draft.version().equals(version)) {
      throw new StoreException.Conflict(
          "the session has changed since you read it; look at it again, then approve");
    }
    return draft;
  }

  /** Lets a session go to research. */
  public Release release(Actor by, String entry) {
    synchronized (lock(store.entries().clientOf(entry))) {
      requireCurrent(by, entry);
      IdentityCard card = store.releases().card(by, find(by, entry).client());
      return change(by, entry, draft -> draft.release(card));
    }
  }

  /** Takes a session back from research: it has to be reviewed and released again. */
  public Release recall(Actor by, String entry) {
    return change(by, entry, Draft::recall);
  }

  /** What research may read, asked afresh at every call. */
  public ReleasedSessions released(Actor by) {
    return new ReleasedCorpus(store, texts, by);
  }

  private void keep(Actor by, Release release) {
    store.releases().keep(by, release);
    changed.run();
  }

  private Release change(Actor by, String entry, UnaryOperator<Draft> asked) {
    synchronized (lock(store.entries().clientOf(entry))) {
      Release release = find(by, entry);
      Release changed = with(release, step(release.draft(), asked));
      keep(by, changed);
      return changed;
    }
  }

  private static Draft step(Draft draft, UnaryOperator<Draft> asked) {
    try {
      return asked.apply(draft);
    } catch (IllegalStateException notYet) {
      throw new StoreException.Conflict(Objects.requireNonNull(notYet.getMessage()));
    }
  }

  /** One client's steps are taken one after the other: each begins where the one before ended. */
  private Object lock(String client) {
    return locks.computeIfAbsent(client, unused -> new Object());
  }

  private static Release with(Release release, Draft draft) {
    return new Release(release.entry(), release.client(), release.session(), draft);
  }

  private Release find(Actor by, String entry) {
    String client = store.entries().clientOf(entry);
    return store.releases().of(by, client).stream()
        .filter(release -> release.entry().equals(entry))
        .findFirst()
        .orElseThrow(() -> new StoreException.NotFound("draft"));
  }

  private Candidate candidate(Actor by, String entry) {
    String client = store.entries().clientOf(entry);
    return store.releases().candidates(by, List.of(client)).stream()
        .filter(candidate -> candidate.entry().equals(entry))
        .min(Comparator.comparingInt(Candidate::number))
        .orElseThrow(() -> new StoreException.NotFound("draft"));
  }

  private void requireCurrent(Actor by, String entry) {
    find(by, entry);
    if (!candidate(by, entry).isCurrent()) {
      throw new StoreException.Conflict(
          "the text, the card or the program has changed since; draft the client's sessions again");
    }
  }

  private synchronized Deidentifier engine() {
    if (engine == null) {
      engine = Deidentifier.load();
    }
    return engine;
  }
}
