package org.throughline.record;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which accounts sign in through an identity provider, as rows: an account has at most one identity
 * there, and an identity at most one account.
 */
public final class Identities {

  private final Database database;

  Identities(Database database) {
    this.database = database;
  }

  /** Id of the account that is linked to a provider's subject. */
  public Optional<String> account(String issuer, String subject) {
    return database.read(handle -> account(handle, issuer, subject));
  }

  private static Optional<String> account(Handle handle, String issuer, String subject) {
    return handle
        .select("SELECT account FROM identities WHERE issuer = ? AND subject = ?", issuer, subject)
        .mapTo(String.class)
        .findOne();
  }

  /** Whether an account is linked to somebody at this provider. */
  public boolean isLinked(String account, String issuer) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT 1 FROM identities WHERE account = ? AND issuer = ?", account, issuer)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /**
   * Links an account to a provider's subject, in the place of an earlier one; its logins end.
   *
   * @throws StoreException.NotFound if there is no such account
   * @throws StoreException.Conflict if another account is linked to this subject
   */
  public void link(Actor by, String account, String issuer, String subject) {
    database.write(
        by,
        work -> {
          Optional<String> owner = account(work.handle(), issuer, subject);
          if (owner.isPresent() && !owner.get().equals(account)) {
            throw new StoreException.Conflict("another account is linked to this subject");
          }
          remove(work, account);
          work.execute(
              "INSERT INTO identities VALUES (?, ?, ?, ?)",
              account,
              issuer,
              subject,
              work.now().toString());
          work.audit("identity.link", null, account, "");
          return true;
        });
  }

  /** Takes an account's link away; its logins end. */
  public void unlink(Actor by, String account) {
    database.write(
        by,
        work -> {
          remove(work, account);
          work.audit("identity.unlink", null, account, "");
          return true;
        });
  }

  private static void remove(Work work, String account) {
    boolean known =
        work.handle()
            .select("SELECT 1 FROM accounts WHERE id = ?", account)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!known) {
      throw new StoreException.NotFound("account");
    }
    work.execute("DELETE FROM identities WHERE account = ?", account);
    work.execute("DELETE FROM logins WHERE account = ?", account);
  }
}
