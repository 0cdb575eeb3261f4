package org.throughline.desk;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.access.Access;
import org.throughline.access.AccountRole;
import org.throughline.access.AccountSettings;
import org.throughline.access.Accounts;
import org.throughline.access.Breadth;
import org.throughline.access.ProviderLogins;
import org.throughline.access.Rates;
import org.throughline.access.Staff;
import org.throughline.identity.Provider;
import org.throughline.record.AccountRecord;
import org.throughline.record.Actor;
import org.throughline.record.AuditLog;
import org.throughline.record.Store;
import org.throughline.record.StoreException;

/** What those need who keep the house: who may come in, whose is what, and what was done. */
public final class House {

  private static final Logger LOG = LoggerFactory.getLogger(House.class);

  private final Breadth breadth = new Breadth();
  private final Spoken spoken = new Spoken();
  private final Store store;
  private final Access access;

  House(Store store) {
    this.store = store;
    this.access = new Access(store, Clock.systemUTC());
  }

  /** Who may do what, at this moment. */
  public Access access() {
    return access;
  }

  /** What hides names in a client's words. */
  public Tags tags(String client) {
    return Tags.of(store.clients().speakers(client).keySet(), spoken);
  }

  /** What hides the names of those who speak, in documents that hold words of our own besides. */
  public Tags tagsOfDocuments(String client, String pseudonym) {
    return Tags.ofDocuments(store.clients().speakers(client).keySet(), pseudonym);
  }

  /** What knows names in the middle of what is said. */
  Spoken spoken() {
    return spoken;
  }

  /** The log of who did what. */
  public AuditLog audit() {
    return store.audit();
  }

  /** The accounts, for a door that asks for logins. */
  public Accounts accounts(AccountSettings settings, Rates rates) {
    return new Accounts(store, Clock.systemUTC(), settings, rates);
  }

  /** Logins through an identity provider. */
  public ProviderLogins providerLogins(Accounts accounts, Rates rates, Provider provider) {
    return new ProviderLogins(store, Clock.systemUTC(), accounts, rates, provider);
  }

  /** The accounts as an administrator keeps them. */
  public Staff staff(Accounts accounts) {
    return new Staff(store, accounts);
  }

  /** The names of all accounts by their ids, of those that are locked out too. */
  public Map<String, String> names() {
    return store.registry().accounts().stream()
        .collect(Collectors.toUnmodifiableMap(AccountRecord::id, AccountRecord::name));
  }

  /** Whoever may take part in a study, by name. */
  public List<AccountRecord> researchers() {
    return store.registry().accounts().stream()
        .filter(account -> account.roles().contains(AccountRole.RESEARCHER.id()))
        .filter(account -> !account.disabled())
        .toList();
  }

  /** Whose session or check-in this is; empty if there is none. */
  public Optional<String> clientOfEntry(String entry) {
    return found(() -> store.entries().clientOf(entry));
  }

  /** Whose coding this is; empty if there is none. */
  public Optional<String> clientOfCoding(String coding) {
    return found(() -> store.codings().clientOf(coding));
  }

  /** Writes down whom somebody has looked at, and alarms when it is too many. */
  public void looked(Actor by, Collection<String> clients) {
    if (!clients.isEmpty() && breadth.alarms(by.account(), clients, Clock.systemUTC().instant())) {
      store
          .audit()
          .record(by, "alarm.many_clients", null, by.account(), "more than " + Breadth.MOST);
      LOG.warn(
          "ALARM: account {} has looked at more than {} clients within an hour",
          by.account(),
          Breadth.MOST);
    }
  }

  /** Writes down that somebody was refused. */
  public void refused(Actor by, String action, @Nullable String client) {
    store.audit().record(by, "refused", client, null, action);
  }

  private static Optional<String> found(Supplier<String> owner) {
    try {
      return Optional.of(owner.get());
    } catch (StoreException.NotFound none) {
      return Optional.empty();
    }
  }
}
