package org.throughline.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Accounts and ties as rows; what they allow is decided in {@code access}. */
public final class Registry {

  private final Database database;
  private final Vault vault;

  Registry(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * Enters an account that cannot log in yet.
   *
   * @throws StoreException.Conflict if the name is taken
   */
  public AccountRecord add(Actor by, String name, Set<String> roles) {
    if (!name.matches("[\\p{L}\\p{N}._@-]{1,64}")) {
      throw new IllegalArgumentException(
          "an account's name is 1 to 64 letters, digits, dots, dashes, @ or _");
    }
    return database.write(
        by,
        work -> {
          if (find(work.handle(), "name", name).isPresent()) {
            throw new StoreException.Conflict("this account name is taken");
          }
          String id = Ids.random();
          work.execute(
              "INSERT INTO accounts VALUES (?, ?, ?, ?, 0, NULL, 0, NULL)",
              id,
              name,
              join(roles),
              work.now().toString());
          work.audit("account.add", null, id, join(roles));
          return new AccountRecord(id, name, roles, work.now(), false);
        });
  }

  /** All accounts by name. */
  public List<AccountRecord> accounts() {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM accounts ORDER BY name")
                .map((row, context) -> account(row))
                .list());
  }

  public Optional<AccountRecord> find(String id) {
    return database.read(handle -> find(handle, "id", id));
  }

  public Optional<AccountRecord> named(String name) {
    return database.read(handle -> find(handle, "name", name));
  }

  /** Changes what an account may be; bites on its next request. */
  public void setRoles(Actor by, String account, Set<String> roles) {
    database.write(
        by,
        work -> {
          one(work.execute("UPDATE accounts SET roles = ? WHERE id = ?", join(roles), account));
          work.audit("account.roles", null, account, join(roles));
          return true;
        });
  }

  /** Locks an account out or lets it in again; its logins end. */
  public void setDisabled(Actor by, String account, boolean disabled) {
    database.write(
        by,
        work -> {
          one(
              work.execute(
                  "UPDATE accounts SET disabled = ? WHERE id = ?", disabled ? 1 : 0, account));
          work.execute("DELETE FROM logins WHERE account = ?", account);
          work.audit(disabled ? "account.disable" : "account.enable", null, account, "");
          return true;
        });
  }

  public AccountRecord.Proof proof(String account) {
    return database.read(handle -> proof(handle, account));
  }

  /**
   * Replaces what an account proves itself with, unless it has changed meanwhile.
   *
   * @param before the proof that the new one was made from
   * @return whether it was replaced; false if another request was faster
   */
  public boolean setProof(
      Actor by,
      String action,
      String account,
      AccountRecord.Proof before,
      AccountRecord.Proof after) {
    return database.write(
        by,
        work -> {
          boolean same = proof(work.handle(), account).equals(before);
          if (same) {
            var secrets = new Secrets(after.totpSecret(), after.recovery());
            one(
                work.execute(
                    "UPDATE accounts SET password = ?, totp_step = ?, sealed = ? WHERE id = ?",
                    after.password(),
                    after.totpStep(),
                    vault.sealOwn("accounts", account, Json.bytes(secrets)),
                    account));
          }
          work.audit(same ? action : action + ".late", null, account, "");
          return same;
        });
  }

  /** Ties an account to a client or another account from now on. */
  public Tie tie(Actor by, Tie.Kind kind, String subject, String object) {
    return database.write(by, work -> tie(work, kind, subject, object));
  }

  static Tie tie(Work work, Tie.Kind kind, String subject, String object) {
    Tie tie = new Tie(Ids.random(), kind, subject, object, work.now(), null);
    work.execute(
        "INSERT INTO ties VALUES (?, ?, ?, ?, ?, NULL)",
        tie.id(),
        kind.name(),
        subject,
        object,
        tie.from().toString());
    Standing.changed(work);
    String client = kind == Tie.Kind.SUPERVISES ? null : object;
    work.audit("tie.begin", client, tie.id(), kind + " " + subject + " " + object);
    return tie;
  }

  /** Ends a tie now. */
  public void untie(Actor by, String tie) {
    database.write(
        by,
        work -> {
          one(
              work.execute(
                  "UPDATE ties SET ends = ? WHERE id = ? AND ends IS NULL",
                  work.now().toString(),
                  tie));
          Standing.changed(work);
          work.audit("tie.end", null, tie, "");
          return true;
        });
  }

  /** All ties of all accounts, also ended ones. */
  public List<Tie> ties() {
    return database.read(Registry::ties);
  }

  static List<Tie> ties(Handle handle) {
    return handle
        .select("SELECT * FROM ties ORDER BY begins, id")
        .map(
            (row, context) -> {
              String ends = row.getString("ends");
              return new Tie(
                  row.getString("id"),
                  Tie.Kind.valueOf(row.getString("kind")),
                  row.getString("subject"),
                  row.getString("object"),
                  Instant.parse(row.getString("begins")),
                  ends == null ? null : Instant.parse(ends));
            })
        .list();
  }

  private record Secrets(@Nullable String totp, List<String> recovery) {}

  private AccountRecord.Proof proof(Handle handle, String account) {
    return handle
        .select("SELECT password, totp_step, sealed FROM accounts WHERE id = ?", account)
        .map(
            (row, context) -> {
              byte[] bytes = row.getBytes("sealed");
              Secrets secrets =
                  bytes == null
                      ? new Secrets(null, List.of())
                      : Json.read(vault.openOwn("accounts", account, bytes), Secrets.class);
              return new AccountRecord.Proof(
                  row.getString("password"),
                  row.getLong("totp_step"),
                  secrets.totp(),
                  secrets.recovery());
            })
        .findOne()
        .orElseThrow(() -> new StoreException.NotFound("account"));
  }

  private static Optional<AccountRecord> find(Handle handle, String column, String value) {
    return handle
        .select("SELECT * FROM accounts WHERE " + column + " = ?", value)
        .map((row, context) -> account(row))
        .findOne();
  }

  private static AccountRecord account(java.sql.ResultSet row) throws java.sql.SQLException {
    return new AccountRecord(
        row.getString("id"),
        row.getString("name"),
        split(row.getString("roles")),
        Instant.parse(row.getString("created")),
        row.getInt("disabled") != 0);
  }

  static String join(Set<String> words) {
    return String.join(" ", words.stream().sorted().toList());
  }

  static Set<String> split(String words) {
    return words.isEmpty() ? Set.of() : Set.of(words.split(" ", -1));
  }

  private static void one(int changed) {
    if (changed != 1) {
      throw new StoreException.NotFound("account or tie");
    }
  }
}
