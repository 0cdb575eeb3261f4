package org.throughline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
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
   */
  @SuppressWarnings("ArrayRecordComponent") // a key: never compared, never copied
  public record Pseudonym(String id, byte[] secret) {
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

  private record Content(String session, List<DraftTurn> turns, Set<String> reviewers) {
    @Override
    public String toString() {
      return "Content";
    }
  }

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
          Pseudonym fresh = new Pseudonym("p" + Ids.random(), Vault.random(SECRET_BYTES));
          work.execute("DELETE FROM pseudonyms WHERE client = ?", client);
          work.execute(
              "INSERT INTO pseudonyms VALUES (?, ?)",
              client,
              vault.seal(
                  new Place(client, Purpose.RESEARCH, PSEUDONYMS, client), Json.bytes(fresh)));
          work.audit("research.admit", client, client, "");
          return fresh;
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
          work.audit("research.keep", release.client(), release.entry(), draft.state().name());
          return true;
        });
  }

  /** The client's sessions on their way; none without consent to research at this moment. */
  public List<Release> of(Actor by, String client) {
    return database.readLogged(
        by, "research.read", client, client, handle -> releases(handle, client));
  }

  private List<Release> releases(Handle handle, String client) {
    if (!permits(handle, client)) {
      return List.of();
    }
    List<Release> releases = new ArrayList<>();
    handle
        .select("SELECT * FROM releases WHERE client = ? ORDER BY entry", client)
        .map((row, context) -> release(row))
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
