package org.throughline.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The record store: the one truth that everything else can be computed from again.
 *
 * <pre>{@code
 * try (Store store = Store.open(StoreSettings.in(Path.of("data")))) {
 *   Actor me = Actor.program("care");
 *   Client client = store.clients().add(me, "Maple", List.of("the panic"), null);
 *   store.consents().record(me, client.id(), Scope.TREATMENT_ANALYSIS, NewConsent.granted(now));
 *   store.entries().addSession(me, client.id(), session, null);
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads, and by several processes on one folder. All methods throw {@link
 * StoreException}s.
 */
public final class Store implements AutoCloseable {

  /** How long a request can be sent again under the same Idempotency-Key. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Database database;
  private final Vault vault;
  private final AuditLog audit;
  private final Clients clients;
  private final Consents consents;
  private final Standing standing;
  private final Entries entries;
  private final Excerpts excerpts;
  private final MissedSessions missed;
  private final Codings codings;
  private final Notes notes;
  private final Casebooks casebooks;
  private final PrintedTables printed;
  private final Batches batches;
  private final Searches searches;
  private final Releases releases;
  private final Outbox outbox;
  private final Registry registry;
  private final Tickets tickets;
  private final Identities identities;
  private final Erasure erasure;
  private final Studies studies;
  private final Models models;
  private final LocalCounts localCounts;
  private final Backups backups;

  private Store(
      Database database,
      Vault vault,
      AuditLog audit,
      Ledger ledger,
      StoreSettings settings,
      Clock clock) {
    this.database = database;
    this.vault = vault;
    this.audit = audit;
    this.clients = new Clients(database, vault);
    this.models = new Models(database, vault);
    this.localCounts = new LocalCounts(database, vault);
    this.consents = new Consents(database, vault, clock, models);
    this.standing = new Standing(database, vault);
    this.entries = new Entries(database, vault);
    this.excerpts = new Excerpts(database, vault, entries);
    this.missed = new MissedSessions(database, vault);
    this.codings = new Codings(database, vault);
    this.notes = new Notes(database, vault);
    this.casebooks = new Casebooks(database, vault, entries);
    this.printed = new PrintedTables(database, vault);
    this.batches = new Batches(database, vault);
    this.searches = new Searches(database, vault);
    this.releases = new Releases(database, vault, clock);
    this.outbox = new Outbox(database);
    this.registry = new Registry(database, vault);
    this.tickets = new Tickets(database);
    this.identities = new Identities(database);
    this.studies = new Studies(database, vault);
    this.erasure = new Erasure(database, vault, ledger, models);
    this.backups = new Backups(database, vault, settings);
  }

  /** The store of a data folder, made on first use. */
  public static Store open(Path data) {
    return open(StoreSettings.in(data));
  }

  public static Store open(StoreSettings settings) {
    return open(settings, Clock.systemUTC());
  }

  /** With a clock of the caller's, for tests that let consents expire. */
  public static Store open(StoreSettings settings, Clock clock) {
    try {
      Durable.folder(settings.data());
      Durable.folder(settings.guard());
    } catch (IOException e) {
      throw new StoreException.Unavailable("cannot make the folder " + settings.data(), e);
    }
    Vault vault = Vault.open(settings.keys(), settings.rootKey());
    Database database = Database.open(settings, vault, clock);
    try {
      byte[] auditKey = vault.system("audit");
      Anchor anchor = new Anchor(settings.anchor(), auditKey);
      AuditLog audit = new AuditLog(database, auditKey, anchor);
      database.auditInto(audit, anchor);
      Schema.migrate(database);
      audit.begin();
      Instant longAgo = clock.instant().minus(REMEMBERED);
      database.maintain(handle -> Idempotency.prune(handle, longAgo));
      Ledger ledger = new Ledger(settings.tombstones(), auditKey);
      Store store = new Store(database, vault, audit, ledger, settings, clock);
      store.erasure.replay();
      store.consents.destroyUnconsented();
      store.models.endUnconsented();
      return store;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  public Clients clients() {
    return clients;
  }

  public Consents consents() {
    return consents;
  }

  /** What decisions about many clients rest on. */
  public Standing standing() {
    return standing;
  }

  public Entries entries() {
    return entries;
  }

  /** Words of many entries at once. */
  public Excerpts excerpts() {
    return excerpts;
  }

  public MissedSessions missed() {
    return missed;
  }

  public Codings codings() {
    return codings;
  }

  /** What people write down beside the sessions. */
  public Notes notes() {
    return notes;
  }

  /** Everything that courses are computed from, without the sessions' text. */
  public Casebooks casebooks() {
    return casebooks;
  }

  /** Tables of cohorts as they were printed. */
  public PrintedTables printed() {
    return printed;
  }

  /** Codings made and taken back many at a time. */
  public Batches batches() {
    return batches;
  }

  /** Questions kept under a name. */
  public Searches searches() {
    return searches;
  }

  /** What stands between the record and research. */
  public Releases releases() {
    return releases;
  }

  public Outbox outbox() {
    return outbox;
  }

  /** Accounts and what ties them to clients. */
  public Registry registry() {
    return registry;
  }

  /** Logins and tokens. */
  public Tickets tickets() {
    return tickets;
  }

  public Identities identities() {
    return identities;
  }

  /** What happens in research studies. */
  public Studies studies() {
    return studies;
  }

  /** What the figures of codes in this practice are computed from. */
  public LocalCounts localCounts() {
    return localCounts;
  }

  /** What was learned from people's decisions. */
  public Models models() {
    return models;
  }

  /** Erases clients for good. */
  public Erasure erasure() {
    return erasure;
  }

  /** Copies of the store. */
  public Backups backups() {
    return backups;
  }

  /** Who did what. */
  public AuditLog audit() {
    return audit;
  }

  /** Holds the key of the quote index; opens no client's words by itself. */
  public Vault vault() {
    return vault;
  }

  /** For tests that look under the covers. */
  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
  }
}
