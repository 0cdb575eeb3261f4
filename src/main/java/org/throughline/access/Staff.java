package org.throughline.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.record.AccountRecord;
import org.throughline.record.Actor;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.record.Tie;

/**
 * The accounts as an administrator keeps them. Nobody keeps their own: who could give themselves a
 * role or a client would read what they are not to read.
 */
public final class Staff {

  private final Store store;
  private final Accounts accounts;

  public Staff(Store store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  /** All accounts by name. */
  public List<AccountRecord> accounts() {
    return store.registry().accounts();
  }

  /** What was entered: the account, and the one-time secret its owner sets it up with. */
  public record Invited(AccountRecord account, String ticket) {
    @Override
    public String toString() {
      return "Invited[" + account.id() + "]";
    }
  }

  /**
   * Enters an account.
   *
   * @throws StoreException.Conflict if the name is taken
   */
  public Invited invite(Actor by, String name, Set<AccountRole> roles) {
    requireSome(roles);
    String ticket = accounts.invite(by, name, roles);
    return new Invited(store.registry().named(name).orElseThrow(), ticket);
  }

  /** A new one-time secret for somebody who has lost password or phone. */
  public String inviteAgain(Actor by, String account) {
    return accounts.inviteAgain(by, other(by, account).id());
  }

  /** Changes what an account is for; holds from its next request on. */
  public AccountRecord setRoles(Actor by, String account, Set<AccountRole> roles) {
    requireSome(roles);
    AccountRecord one = other(by, account);
    store
        .registry()
        .setRoles(by, one.id(), roles.stream().map(AccountRole::id).collect(Collectors.toSet()));
    return find(account);
  }

  /** Locks an account out, or lets it in again. */
  public AccountRecord setDisabled(Actor by, String account, boolean disabled) {
    store.registry().setDisabled(by, other(by, account).id(), disabled);
    return find(account);
  }

  /**
   * Links an account to a subject of an identity provider's, in the place of an earlier one.
   *
   * @throws StoreException.Conflict if another account is linked to this subject
   */
  public void link(Actor by, String account, String issuer, String subject) {
    store.identities().link(by, other(by, account).id(), issuer, subject.strip());
  }

  /** Takes the link away; what remains is the password, if one was set. */
  public void unlink(Actor by, String account) {
    store.identities().unlink(by, other(by, account).id());
  }

  /** All ties, ended ones too, by their beginning. */
  public List<Tie> ties() {
    return store.registry().ties();
  }

  /**
   * Ties an account to a client or to another account from now on.
   *
   * @throws StoreException.NotFound if there is no such account or client
   * @throws IllegalArgumentException if the account has not the role for it, or is one's own
   */
  public Tie tie(Actor by, Tie.Kind kind, String subject, String object) {
    AccountRecord one = other(by, subject);
    switch (kind) {
      case TREATS -> {
        requireRole(one, AccountRole.CLINICIAN);
        requireClient(object);
      }
      case REVIEWS -> {
        requireRole(one, AccountRole.REVIEWER);
        requireClient(object);
      }
      case SUPERVISES -> {
        requireRole(one, AccountRole.SUPERVISOR);
        requireRole(other(by, object), AccountRole.CLINICIAN);
      }
      case RELEASED -> throw new IllegalArgumentException("a release is made by its own request");
    }
    return store.registry().tie(by, kind, one.id(), object);
  }

  /** Ends a tie now. */
  public void untie(Actor by, String tie) {
    Tie one =
        ties().stream()
            .filter(other -> other.id().equals(tie) && other.kind() != Tie.Kind.RELEASED)
            .findFirst()
            .orElseThrow(() -> new StoreException.NotFound("tie"));
    store.registry().untie(by, one.id());
  }

  private AccountRecord find(String account) {
    return store.registry().find(account).orElseThrow(() -> new StoreException.NotFound("account"));
  }

  private AccountRecord other(Actor by, String account) {
    if (by.account().equals(account)) {
      throw new IllegalArgumentException("another administrator has to do this for your account");
    }
    return find(account);
  }

  private void requireClient(String client) {
    if (!store.clients().ids().contains(client)) {
      throw new StoreException.NotFound("client");
    }
  }

  private static void requireRole(AccountRecord account, AccountRole role) {
    if (!account.roles().contains(role.id())) {
      throw new IllegalArgumentException("this tie takes an account with the role " + role.id());
    }
  }

  private static void requireSome(Set<AccountRole> roles) {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("an account has at least one role");
    }
  }
}
