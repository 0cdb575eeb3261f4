package org.throughline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;

/** What clients have agreed to. */
public final class Consents {

  private final Database database;
  private final Vault vault;
  private final Clock clock;
  private final Models models;

  Consents(Database database, Vault vault, Clock clock, Models models) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
    this.models = models;
  }

  /** Writes down an answer as the next version. A yes and a no cost the same one call. */
  public ConsentVersion record(Actor by, String client, Scope scope, NewConsent given) {
    if (scope == Scope.RESEARCH && given.decision() == NewConsent.Answer.GRANTED) {
      require(client);
      vault.admit(client, Set.of(Purpose.RESEARCH));
    }
    ConsentVersion version = insert(by, client, scope, given);
    if (scope == Scope.RESEARCH) {
      destroyUnconsented(client);
    }
    if (Models.NEEDED.contains(scope) && !permits(client, scope)) {
      models.end(by, client, Models.WITHDRAWN);
    }
    return version;
  }

  /**
   * Destroys research keys whose consent was taken back or has ended; done at every start, so that
   * no failure in between keeps one alive.
   */
  void destroyUnconsented() {
    for (String client :
        database.read(
            handle -> handle.select("SELECT id FROM clients").mapTo(String.class).list())) {
      destroyUnconsented(client);
    }
  }

  private void destroyUnconsented(String client) {
    if (!vault.holds(client, Purpose.RESEARCH)) {
      return;
    }
    Instant now = clock.instant();
    List<ConsentVersion> versions = history(client);
    boolean mayCome =
        versions.stream()
            .map(version -> version.given().from())
            .anyMatch(
                begins ->
                    begins.isAfter(now)
                        && ConsentVersion.permits(versions, Scope.RESEARCH, begins));
    if (!mayCome && !permits(client, Scope.RESEARCH)) {
      vault.destroy(client, Set.of(Purpose.RESEARCH));
    }
  }

  private void require(String client) {
    database.read(
        handle -> {
          Clients.require(handle, client);
          return true;
        });
  }

  private ConsentVersion insert(Actor by, String client, Scope scope, NewConsent given) {
    return database.write(
        by,
        work -> {
          Clients.require(work.handle(), client);
          int version =
              work.handle()
                  .select(
                      "SELECT COALESCE(MAX(version), 0) + 1 FROM consents WHERE client = ? AND"
                          + " scope = ?",
                      client,
                      scope.id())
                  .mapTo(Integer.class)
                  .one();
          insert(work, client, scope, version, given);
          Standing.changed(work);
          work.outbox(OutboxEvent.Kind.CONSENT_CHANGED, client, null);
          work.audit(
              "consent.record",
              client,
              scope.id() + "/" + version,
              given.decision() + " from " + given.from());
          return new ConsentVersion(client, scope, version, given, work.now(), by.account());
        });
  }

  /** All versions of all scopes, by scope and version. */
  public List<ConsentVersion> history(String client) {
    return database.read(
        handle -> {
          Clients.require(handle, client);
          return versions(handle, vault, client);
        });
  }

  /** All versions of every client whose key is there, by client, scope and version. */
  static Stream<ConsentVersion> all(Handle handle, Vault vault) {
    return handle
        .select("SELECT * FROM consents ORDER BY client, scope, version")
        .map(
            (row, context) ->
                vault.isHeld(row.getString("client"), Purpose.IDENTITY)
                    ? Optional.of(version(row, vault))
                    : Optional.<ConsentVersion>empty())
        .stream()
        .flatMap(Optional::stream);
  }

  /** Whether the client's consent to a scope stands at this moment. */
  public boolean permits(String client, Scope scope) {
    return database.read(handle -> permits(handle, vault, client, scope, clock.instant()));
  }

  static boolean permits(Handle handle, Vault vault, String client, Scope scope, Instant now) {
    return ConsentVersion.permits(versions(handle, vault, client), scope, now);
  }

  /** Refuses to keep a client's words without a standing consent to read them. */
  static void requireAnalysis(Work work, Vault vault, String client) {
    if (!permits(work.handle(), vault, client, Scope.TREATMENT_ANALYSIS, work.now())) {
      throw new StoreException.ConsentMissing(Scope.TREATMENT_ANALYSIS);
    }
  }

  private void insert(Work work, String client, Scope scope, int version, NewConsent given) {
    Instant end = given.to();
    var text =
        new Sealed.ConsentText(
            given.decision(),
            given.from().toString(),
            end == null ? null : end.toString(),
            given.formHash(),
            given.formLanguage(),
            given.grantor(),
            given.witness(),
            given.evidence(),
            given.channel(),
            given.jurisdictions().stream().sorted().toList());
    work.execute(
        "INSERT INTO consents VALUES (?, ?, ?, ?, ?, ?)",
        client,
        scope.id(),
        version,
        work.now().toString(),
        work.by().account(),
        vault.seal(place(client, scope, version), Json.bytes(text)));
  }

  private static List<ConsentVersion> versions(Handle handle, Vault vault, String client) {
    return handle
        .select("SELECT * FROM consents WHERE client = ? ORDER BY scope, version", client)
        .map((row, context) -> version(row, vault))
        .list();
  }

  private static ConsentVersion version(ResultSet row, Vault vault) throws SQLException {
    String client = row.getString("client");
    Scope scope = Scope.of(row.getString("scope"));
    int version = row.getInt("version");
    byte[] json = vault.open(place(client, scope, version), row.getBytes("sealed"));
    var text = Json.read(json, Sealed.ConsentText.class);
    String ends = text.ends();
    var given =
        new NewConsent(
            text.answer(),
            Instant.parse(text.begins()),
            ends == null ? null : Instant.parse(ends),
            text.formHash(),
            text.formLanguage(),
            text.grantor(),
            text.witness(),
            text.evidence(),
            text.channel(),
            Set.copyOf(text.jurisdictions()));
    return new ConsentVersion(
        client,
        scope,
        version,
        given,
        Instant.parse(row.getString("recorded_at")),
        row.getString("recorded_by"));
  }

  private static Place place(String client, Scope scope, int version) {
    return new Place(client, Purpose.IDENTITY, "consents", scope.id() + "/" + version);
  }
}
