package org.throughline.record;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.Deidentifier;
import org.throughline.deidentify.Draft;
import org.throughline.deidentify.DraftTurn;
import org.throughline.deidentify.IdentityCard;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;

/**
 * What stands between the clinical record and research: identity cards, the secrets that surrogates
 * hang on, and each session's way to release. Everything but the card is sealed under the client's
 * research key: when consent is taken back the key is destroyed, and nothing of it can be read.
 */
public final class Releases {

  /**
   * What ties a client to a place in the corpus.
   *
   * @param id the client's surrogate id
   * @param secret what surrogates are computed with
   * @param surrogates that were given out so far: what stands for what
   */
  @SuppressWarnings("ArrayRecordComponent") // a key: never compared, never copied
  public record Pseudonym(String id, byte[] secret, Map<String, String> surrogates) {

    /** None were given out where none were written down. */
    public Pseudonym {
      surrogates = surrogates == null ? Map.of() : Map.copyOf(surrogates);
    }

    @Override
    public String toString() {
      return "Pseudonym";
    }
  }

  /**
   * One session's way.
   *
   * @param session the session's surrogate id
   */
  public record Release(String entry, String client, String session, Draft draft) {}

  /**
   * A session of a client who consents to research, as the gate sees it without opening a word.
   *
   * @param pseudonym the client's surrogate id; "" while the client has no place in the corpus
   * @param number place in the treatment, from 1
   * @param basis what a draft made today would be made from: the program's lists and rules, the
   *     identity card and the text as it reads now; "" while the client has no place in the corpus.
   *     Nothing can be learnt of card or text from it
   * @param state how far its draft is; null without one
   * @param drafted what its draft was made from; null without one
   * @param at when the draft was last written; null without one
   */
  public record Candidate(
      String entry,
      String client,
      String pseudonym,
      int number,
      LocalDate date,
      String basis,
      Draft.@Nullable State state,
      @Nullable String drafted,
      @Nullable Instant at) {

    /** Whether its draft was made from today's program, card and text. */
    public boolean isCurrent() {
      return !basis.isEmpty() && basis.equals(drafted);
    }

    /** Whether research may read it. */
    public boolean isReleased() {
      return state == Draft.State.RELEASED && isCurrent();
    }

    /** Who stands behind a surrogate id is nobody's to read in a log. */
    @Override
    public String toString() {
      return "Candidate[" + entry + ", " + state + "]";
    }
  }

  private record Content(String session, List<DraftTurn> turns, Set<String> reviewers) {
    @Override
    public String toString() {
      return "Content";
    }
  }

  private static final String HMAC = "HmacSHA256";
  private static final String CARDS = "cards";
  private static final String PSEUDONYMS = "pseudonyms";
  private static final String RELEASES = "releases";
  private static final int SECRET_BYTES = 32;

  private final Database database;
  private final Vault vault;
  private final Clock clock;

  Releases(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** The client's identity card; a blank one where none was written. */
  public IdentityCard card(Actor by, String client) {
    return database.readLogged(by, "identity.read", client, client, handle -> card(handle, client));
  }

  private IdentityCard card(Handle handle, String client) {
    Clients.require(handle, client);
    return handle
        .select("SELECT sealed FROM cards WHERE client = ?", client)
        .map((row, context) -> row.getBytes("sealed"))
        .findOne()
        .map(bytes -> vault.open(new Place(client, Purpose.IDENTITY, CARDS, client), bytes))
        .map(json -> Json.read(json, IdentityCard.class))
        .orElseGet(() -> IdentityCard.blank(client));
  }

  /** Writes a client's card in the place of the one before. */
  public void keepCard(Actor by, IdentityCard card) {
    String client = card.client();
    database.write(
        by,
        work -> {
          Clients.require(work.handle(), client);
          work.execute("DELETE FROM cards WHERE client = ?", client);
          work.execute(
              "INSERT INTO cards VALUES (?, ?)",
              client,
              vault.seal(new Place(client, Purpose.IDENTITY, CARDS, client), Json.bytes(card)));
          work.outbox(OutboxEvent.Kind.RELEASE_CHANGED, client, null);
          work.audit("identity.write", client, client, "");
          return true;
        });
  }

  /**
   * The client's place in the corpus, given on first use.
   *
   * @throws StoreException.ConsentMissing without consent to research at this moment
   */
  public Pseudonym pseudonym(Actor by, String client) {
    Optional<Pseudonym> known =
        database.read(
            handle -> {
              require(handle, client);
              return pseudonym(handle, client);
            });
    return known.orElseGet(() -> admit(by, client));
  }

  private Pseudonym admit(Actor by, String client) {
    return database.write(
        by,
        work -> {
          require(work.handle(), client);
          Pseudonym fresh = new Pseudonym("p" + Ids.random(), Vault.random(SECRET_BYTES), Map.of());
          write(work, client, fresh);
          work.audit("research.admit", client, client, "");
          return fresh;
        });
  }

  private void write(Work work, String client, Pseudonym pseudonym) {
    work.execute("DELETE FROM pseudonyms WHERE client = ?", client);
    work.execute(
        "INSERT INTO pseudonyms VALUES (?, ?)",
        client,
        vault.seal(new Place(client, Purpose.RESEARCH, PSEUDONYMS, client), Json.bytes(pseudonym)));
  }

  /**
   * Writes down which surrogates were given out, so that they stay the same from now on.
   *
   * @throws StoreException.ConsentMissing without consent to research at this moment
   * @throws StoreException.Conflict if the client was given another place in the corpus meanwhile
   */
  public void keepSurrogates(
      Actor by, String client, Pseudonym pseudonym, Map<String, String> surrogates) {
    database.write(
        by,
        work -> {
          require(work.handle(), client);
          Pseudonym now = pseudonym(work.handle(), client).orElse(pseudonym);
          if (!now.id().equals(pseudonym.id())) {
            throw new StoreException.Conflict("consent was taken back and given again; try again");
          }
          write(work, client, new Pseudonym(now.id(), now.secret(), surrogates));
          work.audit("research.surrogates", client, client, surrogates.size() + " given");
          return true;
        });
  }

  /** Empty where there is none, or where it was sealed under a key that is gone. */
  private Optional<Pseudonym> pseudonym(Handle handle, String client) {
    return handle
        .select("SELECT sealed FROM pseudonyms WHERE client = ?", client)
        .map((row, context) -> row.getBytes("sealed"))
        .findOne()
        .flatMap(bytes -> open(client, PSEUDONYMS, client, bytes))
        .map(json -> Json.read(json, Pseudonym.class));
  }

  private Optional<byte[]> open(String client, String table, String row, byte[] bytes) {
    try {
      return Optional.of(vault.open(new Place(client, Purpose.RESEARCH, table, row), bytes));
    } catch (StoreException.Damaged e) {
      return Optional.empty();
    }
  }

  /** A surrogate id for a session. */
  public String newSession() {
    return "s" + Ids.random();
  }

  /**
   * Keeps how far a session is.
   *
   * @throws StoreException.ConsentMissing without consent to research at this moment
   */
  public void keep(Actor by, Release release) {
    database.write(
        by,
        work -> {
          require(work.handle(), release.client());
          Draft draft = release.draft();
          Content content = new Content(release.session(), draft.turns(), draft.reviewers());
          work.execute("DELETE FROM releases WHERE entry = ?", release.entry());
          work.execute(
              "INSERT INTO releases VALUES (?, ?, ?, ?, ?, ?, ?)",
              release.entry(),
              release.client(),
              draft.state().name(),
              draft.basis(),
              work.now().toString(),
              work.by().account(),
              vault.seal(
                  new Place(release.client(), Purpose.RESEARCH, RELEASES, release.entry()),
                  Json.bytes(content)));
          work.outbox(OutboxEvent.Kind.RELEASE_CHANGED, release.client(), release.entry());
          work.audit("research.keep", release.client(), release.entry(), draft.state().name());
          return true;
        });
  }

  /**
   * The sessions of those of the clients who consent to research at this moment, by client and
   * number: one event in the log for all.
   */
  public List<Candidate> candidates(Actor by, Collection<String> clients) {
    return database.readLogged(
        by,
        "research.list",
        null,
        null,
        handle ->
            clients.stream()
                .filter(client -> permits(handle, client))
                .flatMap(client -> candidates(handle, client).stream())
                .toList());
  }

  private List<Candidate> candidates(Handle handle, String client) {
    Optional<Pseudonym> pseudonym = pseudonym(handle, client);
    String card = pseudonym.isEmpty() ? "" : card(handle, client).fingerprint();
    return handle
        .select(
            "SELECT e.id, e.number, e.date, r.state, r.basis, r.at,"
                + " (SELECT COUNT(*) FROM revisions v WHERE v.entry = e.id) AS revisions"
                + " FROM entries e LEFT JOIN releases r ON r.entry = e.id"
                + " WHERE e.client = ? AND e.kind = 'session' AND e.retracted = 0"
                + " ORDER BY e.number, e.id",
            client)
        .map(
            (row, context) -> {
              String entry = row.getString("id");
              int revisions = row.getInt("revisions");
              String now = pseudonym.map(own -> basis(own, card, entry, revisions)).orElse("");
              String state = row.getString("state");
              String at = row.getString("at");
              return new Candidate(
                  entry,
                  client,
                  pseudonym.map(Pseudonym::id).orElse(""),
                  row.getInt("number"),
                  LocalDate.parse(row.getString("date")),
                  now,
                  state == null ? null : Draft.State.valueOf(state),
                  row.getString("basis"),
                  at == null ? null : Instant.parse(at));
            })
        .list();
  }

  /** Stored turns never change: how many revisions lie over them says which text it is. */
  private static String basis(Pseudonym pseudonym, String card, String entry, int revisions) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(pseudonym.secret(), HMAC));
      String all = "basis|" + entry + "|" + revisions + "|" + card;
      byte[] digest = mac.doFinal(all.getBytes(StandardCharsets.UTF_8));
      return Deidentifier.VERSION + " " + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no " + HMAC, e);
    }
  }

  /** The client's sessions on their way; none without consent to research at this moment. */
  public List<Release> of(Actor by, String client) {
    return database.readLogged(
        by, "research.read", client, client, handle -> releases(handle, client));
  }

  /** Those of a client's sessions, opened; none without consent to research at this moment. */
  public List<Release> of(Actor by, String client, Collection<String> entries) {
    return database.readLogged(
        by, "research.read", client, client, handle -> releases(handle, client, entries));
  }

  /** Ids of the client's sessions of which anything was ever drafted, readable or not. */
  public List<String> entries(String client) {
    return database.read(
        handle ->
            handle
                .select("SELECT entry FROM releases WHERE client = ?", client)
                .mapTo(String.class)
                .list());
  }

  /**
   * Writes down who reads which released sessions, in one transaction: before they are handed out.
   *
   * @param detail holds no words
   * @return false if one of the clients has withdrawn since the sessions were opened: then they
   *     must not be handed out
   */
  public boolean opened(Actor by, String action, String detail, Collection<Candidate> sessions) {
    return logged(
        by,
        sessions,
        work -> {
          work.audit(action, null, null, detail);
          sessions.forEach(one -> work.audit("released.read", one.client(), one.entry(), ""));
        });
  }

  /** As {@link #opened}, with the action itself written down for each client. */
  public boolean handOut(Actor by, String action, String detail, Collection<Candidate> sessions) {
    return sessions.isEmpty()
        || logged(
            by,
            sessions,
            work -> sessions.forEach(one -> work.audit(action, one.client(), one.entry(), detail)));
  }

  private boolean logged(Actor by, Collection<Candidate> sessions, Consumer<Work> log) {
    return database.write(
        by,
        work -> {
          boolean stands =
              sessions.stream()
                  .map(Candidate::client)
                  .distinct()
                  .allMatch(client -> permits(work.handle(), client));
          if (stands) {
            log.accept(work);
          } else {
            work.audit("released.withdrawn", null, null, "");
          }
          return stands;
        });
  }

  private List<Release> releases(Handle handle, String client) {
    return releases(handle, client, null);
  }

  private List<Release> releases(
      Handle handle, String client, @Nullable Collection<String> entries) {
    if (!permits(handle, client)) {
      return List.of();
    }
    List<Release> releases = new ArrayList<>();
    handle
        .select("SELECT * FROM releases WHERE client = ? ORDER BY entry", client)
        .map(
            (row, context) ->
                entries == null || entries.contains(row.getString("entry"))
                    ? release(row)
                    : Optional.<Release>empty())
        .list()
        .forEach(release -> release.ifPresent(releases::add));
    return releases;
  }

  private Optional<Release> release(ResultSet row) throws SQLException {
    String entry = row.getString("entry");
    String client = row.getString("client");
    Draft.State state = Draft.State.valueOf(row.getString("state"));
    String basis = row.getString("basis");
    return open(client, RELEASES, entry, row.getBytes("sealed"))
        .map(json -> Json.read(json, Content.class))
        .map(
            content ->
                new Release(
                    entry,
                    client,
                    content.session(),
                    new Draft(state, basis, content.turns(), content.reviewers())));
  }

  private void require(Handle handle, String client) {
    Clients.require(handle, client);
    if (!permits(handle, client)) {
      throw new StoreException.ConsentMissing(Scope.RESEARCH);
    }
  }

  private boolean permits(Handle handle, String client) {
    return vault.holds(client, Purpose.RESEARCH)
        && Consents.permits(handle, vault, client, Scope.RESEARCH, clock.instant());
  }
}
