package org.throughline.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.ClientKey;
import org.throughline.deidentify.Deidentifier;
import org.throughline.deidentify.Draft;
import org.throughline.deidentify.DraftTurn;
import org.throughline.deidentify.IdentityCard;
import org.throughline.deidentify.Kind;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedSessions;
import org.throughline.record.Actor;
import org.throughline.record.EntryContent;
import org.throughline.record.Releases.Pseudonym;
import org.throughline.record.Releases.Release;
import org.throughline.record.Scope;
import org.throughline.record.SessionRecord;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/**
 * The gate to research: drafts a client's sessions, takes the reviewers' decisions, lets go. What
 * is not released with today's program, card and text is not there for research.
 */
public final class Releasing {

  private final Store store;
  private @Nullable Deidentifier engine;

  Releasing(Store store) {
    this.store = store;
  }

  /** The client's identity card. */
  public IdentityCard card(Actor by, String client) {
    return store.releases().card(by, client);
  }

  /** Writes the card down, and reads what is on its way again with it. */
  public void keepCard(Actor by, IdentityCard card) {
    store.releases().keepCard(by, card);
    if (store.consents().permits(card.client(), Scope.RESEARCH)) {
      draft(by, card.client());
    }
  }

  /**
   * Reads all the client's sessions and drafts them; what people decided before stays.
   *
   * @throws StoreException.ConsentMissing without consent to research
   */
  public List<Release> draft(Actor by, String client) {
    Pseudonym pseudonym = store.releases().pseudonym(by, client);
    IdentityCard card = store.releases().card(by, client);
    Map<String, Release> before =
        store.releases().of(by, client).stream()
            .collect(Collectors.toMap(Release::entry, release -> release));
    List<EntryContent> contents = sessions(by, client);
    List<List<DraftTurn>> turns = contents.stream().map(Releasing::turns).toList();
    List<String> basis = contents.stream().map(content -> basis(card, content)).toList();
    ClientKey key = ClientKey.of(pseudonym.secret(), client, "corpus");
    List<Draft> drafts = engine().draft(turns, basis, card, key);
    List<Release> releases = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      String entry = contents.get(i).entry().id();
      Release old = before.get(entry);
      Draft draft = old == null ? drafts.get(i) : old.draft().again(drafts.get(i));
      String session = old == null ? "s" + UUID.randomUUID() : old.session();
      Release release = new Release(entry, client, session, draft);
      if (old == null || !old.draft().equals(draft)) {
        store.releases().keep(by, release);
      }
      releases.add(release);
    }
    return releases;
  }

  /** The client's sessions on their way, with what waits for a reviewer. */
  public List<Release> releases(Actor by, String client) {
    return store.releases().of(by, client);
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

  /** Marks what the program did not see, writes it on the card, and looks for it everywhere. */
  public Release add(Actor by, String entry, int turn, Span span, Kind kind) {
    Release release = find(by, entry);
    String tag = "[" + kind.code().substring("pii.".length()) + "]";
    Draft changed = release.draft().add(turn, span, kind, tag);
    store.releases().keep(by, with(release, changed));
    String said =
        changed.turns().stream()
            .filter(one -> one.index() == turn)
            .map(one -> span.of(one.text()))
            .findFirst()
            .orElseThrow();
    keepCard(by, store.releases().card(by, release.client()).and(kind, said));
    return find(by, entry);
  }

  /** The asker has seen the session and decided what was left. */
  public Release approve(Actor by, String entry) {
    return change(by, entry, draft -> draft.approve(by.account()));
  }

  /**
   * Lets a session go to research.
   *
   * @throws IllegalArgumentException with what is missing
   */
  public Release release(Actor by, String entry) {
    Release release = find(by, entry);
    IdentityCard card = store.releases().card(by, release.client());
    if (!isCurrent(by, release, card)) {
      throw new IllegalArgumentException(
          "the text, the card or the program has changed since; draft the session again");
    }
    return change(by, entry, draft -> draft.release(card));
  }

  /** What research may read, asked afresh at every call. */
  public ReleasedSessions released(Actor by) {
    return new Corpus(by);
  }

  private Release change(Actor by, String entry, UnaryOperator<Draft> step) {
    Release release = find(by, entry);
    Release changed = with(release, step.apply(release.draft()));
    store.releases().keep(by, changed);
    return changed;
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

  private List<EntryContent> sessions(Actor by, String client) {
    return store.entries().contents(by, client).stream()
        .filter(content -> content.entry() instanceof SessionRecord session && !session.retracted())
        .toList();
  }

  private static List<DraftTurn> turns(EntryContent content) {
    List<DraftTurn> turns = new ArrayList<>();
    for (Turn turn : content.transcript().turns()) {
      Role role = turn.role() == null ? Role.UNATTRIBUTED : turn.role();
      turns.add(new DraftTurn(turn.index(), role, turn.text(), List.of()));
    }
    return turns;
  }

  /** The card's and the text's state in a few digits, without saying anything of either. */
  private static String basis(IdentityCard card, EntryContent content) {
    StringBuilder all = new StringBuilder(card.fingerprint());
    content.transcript().turns().forEach(turn -> all.append('\n').append(turn.text()));
    return sha256(all.toString());
  }

  private boolean isCurrent(Actor by, Release release, IdentityCard card) {
    EntryContent content = store.entries().content(by, release.entry());
    return release.draft().basis().equals(Deidentifier.VERSION + " " + basis(card, content));
  }

  private synchronized Deidentifier engine() {
    if (engine == null) {
      engine = Deidentifier.load();
    }
    return engine;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** Reads through the gate. */
  private final class Corpus implements ReleasedSessions {

    private final Actor by;

    Corpus(Actor by) {
      this.by = by;
    }

    @Override
    public List<String> clients() {
      return all().stream().map(ReleasedSession::client).distinct().sorted().toList();
    }

    @Override
    public List<ReleasedSession> of(String client) {
      return all().stream().filter(session -> session.client().equals(client)).toList();
    }

    @Override
    public Optional<ReleasedSession> session(String session) {
      return all().stream().filter(one -> one.session().equals(session)).findFirst();
    }

    @Override
    public List<ReleasedSession> all() {
      return store.clients().ids().stream().flatMap(client -> of(client, by).stream()).toList();
    }

    @Override
    public Set<String> verbatim() {
      return store.clients().ids().stream()
          .filter(client -> store.consents().permits(client, Scope.QUOTE_VERBATIM))
          .filter(client -> !of(client, by).isEmpty())
          .map(client -> store.releases().pseudonym(by, client).id())
          .collect(Collectors.toSet());
    }

    private List<ReleasedSession> of(String client, Actor by) {
      List<Release> released =
          store.releases().of(by, client).stream()
              .filter(release -> release.draft().state() == Draft.State.RELEASED)
              .toList();
      if (released.isEmpty()) {
        return List.of();
      }
      Pseudonym pseudonym = store.releases().pseudonym(by, client);
      IdentityCard card = store.releases().card(by, client);
      Map<String, EntryContent> contents =
          sessions(by, client).stream()
              .collect(Collectors.toMap(content -> content.entry().id(), content -> content));
      LocalDate first =
          contents.values().stream()
              .map(content -> content.entry().date())
              .min(Comparator.naturalOrder())
              .orElse(LocalDate.EPOCH);
      List<ReleasedSession> sessions = new ArrayList<>();
      for (Release release : released) {
        EntryContent content = contents.get(release.entry());
        if (content != null
            && release.draft().basis().equals(Deidentifier.VERSION + " " + basis(card, content))) {
          sessions.add(session(pseudonym.id(), release, content, first));
        }
      }
      sessions.sort(Comparator.comparingInt(ReleasedSession::day));
      return sessions;
    }

    private ReleasedSession session(
        String client, Release release, EntryContent content, LocalDate first) {
      int day = (int) ChronoUnit.DAYS.between(first, content.entry().date());
      var turns = release.draft().released();
      StringBuilder text = new StringBuilder();
      turns.forEach(turn -> text.append(turn.role()).append('\t').append(turn.text()).append('\n'));
      return new ReleasedSession(client, release.session(), day, turns, sha256(text.toString()));
    }
  }
}
