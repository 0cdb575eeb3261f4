package org.throughline.access;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.identity.Attempt;
import org.throughline.identity.Provider;
import org.throughline.identity.Vouched;
import org.throughline.record.AccountRecord;
import org.throughline.record.Actor;
import org.throughline.record.Store;

/**
 * Logging in, and proving oneself once more, through the identity provider. It vouches for a
 * subject; whose account that is, an administrator has said before, and what the account may do is
 * decided here as for any other. Nobody gets an account by having one there.
 */
public final class ProviderLogins {

  /** What came of it when the browser came back. */
  public sealed interface Outcome {}

  /** Logged in; the same kind of login as with a password. */
  public record In(Accounts.LoggedIn login) implements Outcome {}

  /** The login that this was for counts as proved. */
  public record Proved() implements Outcome {}

  /** Not let in. */
  public record Refused(Vouched.Reason reason) implements Outcome {}

  /** Too many tries. */
  public record TooMany(Duration retryAfter) implements Outcome {}

  /**
   * Where to send the browser, and what it has to bring back with it.
   *
   * @param secret for a cookie of its own: only this browser can finish what it began
   */
  public record Begun(URI address, String secret) {
    /** Never the secret. */
    @Override
    public String toString() {
      return "Begun[]";
    }
  }

  /**
   * On its way.
   *
   * @param browser hash of what the browser has to bring back
   * @param login hash of the login that is to be proved; null for a new one
   * @param account whose login that is
   */
  private record Pending(
      Attempt attempt, String browser, @Nullable String login, @Nullable String account) {}

  /** How long somebody may take at the provider. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int REMEMBERED = 10_000;
  private static final Actor SELF = Actor.program("accounts");

  private final Store store;
  private final Clock clock;
  private final Accounts accounts;
  private final Rates rates;
  private final Provider provider;
  private final Map<String, Pending> pending = new LinkedHashMap<>();

  public ProviderLogins(
      Store store, Clock clock, Accounts accounts, Rates rates, Provider provider) {
    this.store = store;
    this.clock = clock;
    this.accounts = accounts;
    this.rates = rates;
    this.provider = provider;
  }

  /** What to write on the button. */
  public String name() {
    return provider.settings().name();
  }

  /** The provider, as its tokens name it. */
  public String issuer() {
    return provider.settings().issuer().toString();
  }

  /** This server's address as browsers know it; null for the one it listens on. */
  public @Nullable URI address() {
    return provider.settings().address();
  }

  /** Whether an account can prove itself through the provider. */
  public boolean vouchesFor(String account) {
    return store.identities().isLinked(account, issuer());
  }

  /**
   * Begins a login.
   *
   * @param back where the provider is to send the browser
   * @param address where the request comes from, for counting tries
   * @return empty after too many tries
   * @throws IOException if the provider does not answer
   */
  public Optional<Begun> begin(URI back, String address) throws IOException {
    return rates.take(Rates.Limit.LOGIN_FROM_ADDRESS, address).isPresent()
        ? Optional.empty()
        : Optional.of(begin(Attempt.begin(back, false, clock.instant()), null, null));
  }

  /**
   * Begins a fresh proof for a login.
   *
   * @param secret of the login
   * @return empty after too many tries, or if there is no such login
   * @throws IOException if the provider does not answer
   */
  public Optional<Begun> beginProof(URI back, String secret) throws IOException {
    Principal who = accounts.principal(secret).orElse(null);
    if (who == null || rates.take(Rates.Limit.PROOF, who.account()).isPresent()) {
      return Optional.empty();
    }
    Attempt attempt = Attempt.begin(back, true, clock.instant());
    return Optional.of(begin(attempt, Secrets.hash(secret), who.account()));
  }

  private Begun begin(Attempt attempt, @Nullable String login, @Nullable String account)
      throws IOException {
    URI there = provider.address(attempt);
    String browser = Secrets.fresh("");
    synchronized (pending) {
      Instant old = clock.instant().minus(PATIENCE);
      pending.values().removeIf(one -> one.attempt().begun().isBefore(old));
      if (pending.size() >= REMEMBERED) {
        pending.remove(pending.keySet().iterator().next());
      }
      pending.put(
          Secrets.hash(attempt.state()),
          new Pending(attempt, Secrets.hash(browser), login, account));
    }
    return new Begun(there, browser);
  }

  /**
   * The browser is back from the provider. What it began was counted when it began; anything else
   * is counted as a try.
   *
   * @param state as it came back
   * @param browser what the browser brought back; null if nothing
   * @param query of the address that it came back to
   * @param address where the request comes from, for counting tries
   */
  public Outcome finish(
      @Nullable String state, @Nullable String browser, String query, String address) {
    Pending mine = take(state, browser);
    if (mine == null) {
      return rates
          .take(Rates.Limit.LOGIN_FROM_ADDRESS, address)
          .<Outcome>map(TooMany::new)
          .orElseGet(() -> refused(Vouched.Reason.STALE, ""));
    }
    return switch (provider.redeem(mine.attempt(), query)) {
      case Vouched.Refused no -> refused(no.reason(), "");
      case Vouched.Person person -> admit(mine, person);
    };
  }

  /** Whatever comes back uses the state up, right or wrong. */
  private @Nullable Pending take(@Nullable String state, @Nullable String browser) {
    Pending mine;
    synchronized (pending) {
      mine = state == null ? null : pending.remove(Secrets.hash(state));
    }
    Instant old = clock.instant().minus(PATIENCE);
    return mine == null
            || browser == null
            || mine.attempt().begun().isBefore(old)
            || !same(mine.browser(), Secrets.hash(browser))
        ? null
        : mine;
  }

  private Outcome admit(Pending mine, Vouched.Person person) {
    AccountRecord account =
        store
            .identities()
            .account(person.issuer(), person.subject())
            .flatMap(store.registry()::find)
            .filter(found -> !found.disabled())
            .orElse(null);
    if (account == null) {
      return refused(Vouched.Reason.UNKNOWN, "");
    }
    String login = mine.login();
    if (login == null) {
      return new In(accounts.begin(account, false));
    }
    if (!account.id().equals(mine.account())) {
      return refused(Vouched.Reason.UNKNOWN, account.id());
    }
    store.tickets().proved(new Actor(account.id(), "account", "login"), login);
    return new Proved();
  }

  private Refused refused(Vouched.Reason reason, String account) {
    store.audit().record(SELF, "login.refused", null, account, reason.id());
    return new Refused(reason);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
