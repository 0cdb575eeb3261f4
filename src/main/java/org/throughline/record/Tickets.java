package org.throughline.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Logins and tokens as rows. Secrets are handed out once and kept as hashes. */
public final class Tickets {

  private final Database database;

  Tickets(Database database) {
    this.database = database;
  }

  /**
   * Keeps a login under the SHA-256 of its secret.
   *
   * @param proved whether it counts as a fresh proof; not so where somebody else vouches
   */
  public Login begin(Actor by, String hash, String account, boolean proved) {
    return database.write(
        by,
        work -> {
          Instant proof = proved ? work.now() : null;
          work.execute(
              "INSERT INTO logins VALUES (?, ?, ?, ?, ?)",
              hash,
              account,
              work.now().toString(),
              work.now().toString(),
              proof == null ? null : proof.toString());
          work.audit("login", null, account, proved ? "" : "identity provider");
          return new Login(hash, account, work.now(), work.now(), proof);
        });
  }

  public Optional<Login> login(String hash) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM logins WHERE hash = ?", hash)
                .map(
                    (row, context) -> {
                      String proved = row.getString("proved");
                      return new Login(
                          hash,
                          row.getString("account"),
                          Instant.parse(row.getString("begun")),
                          Instant.parse(row.getString("seen")),
                          proved == null ? null : Instant.parse(proved));
                    })
                .findOne());
  }

  /** Notes that a login was used. No event: the act it was used for has its own. */
  public void seen(String hash, Instant at) {
    database.maintain(
        handle -> handle.execute("UPDATE logins SET seen = ? WHERE hash = ?", at.toString(), hash));
  }

  /** Notes that the person has proved themselves once more. */
  public void proved(Actor by, String hash) {
    database.write(
        by,
        work -> {
          work.execute("UPDATE logins SET proved = ? WHERE hash = ?", work.now().toString(), hash);
          work.audit("login.prove", null, by.account(), "");
          return true;
        });
  }

  public void end(Actor by, String hash) {
    database.write(
        by,
        work -> {
          work.execute("DELETE FROM logins WHERE hash = ?", hash);
          work.audit("logout", null, by.account(), "");
          return true;
        });
  }

  /** Ends all logins of an account but one. */
  public void endOthers(Actor by, String account, String hash) {
    database.write(
        by,
        work -> {
          int ended =
              work.execute("DELETE FROM logins WHERE account = ? AND hash <> ?", account, hash);
          work.audit("logout.others", null, account, Integer.toString(ended));
          return true;
        });
  }

  /** Keeps a ticket under the SHA-256 of its secret. */
  public Ticket issue(
      Actor by,
      Ticket.Kind kind,
      String hash,
      String account,
      String name,
      Set<String> actions,
      Instant expires) {
    return database.write(
        by,
        work -> {
          Ticket ticket =
              new Ticket(Ids.random(), kind, account, name, actions, work.now(), expires, null);
          work.execute(
              "INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
              ticket.id(),
              hash,
              account,
              name,
              kind.name(),
              Registry.join(actions),
              work.now().toString(),
              expires.toString());
          work.audit("ticket.issue", null, ticket.id(), kind + " " + account);
          return ticket;
        });
  }

  public Optional<Ticket> ticket(String hash) {
    return select("SELECT * FROM tokens WHERE hash = ?", hash).stream().findFirst();
  }

  public List<Ticket> tickets(String account) {
    return select("SELECT * FROM tokens WHERE account = ? ORDER BY created, id", account);
  }

  /**
   * Ends a ticket.
   *
   * @return whether it was still good: of two who use a ticket up at once, one wins
   */
  public boolean endTicket(Actor by, String id) {
    return database.write(
        by,
        work -> {
          int changed =
              work.execute(
                  "UPDATE tokens SET ended = ? WHERE id = ? AND ended IS NULL",
                  work.now().toString(),
                  id);
          work.audit("ticket.end", null, id, Integer.toString(changed));
          return changed == 1;
        });
  }

  private List<Ticket> select(String sql, String argument) {
    return database.read(
        handle ->
            handle
                .select(sql, argument)
                .map(
                    (row, context) -> {
                      String ended = row.getString("ended");
                      return new Ticket(
                          row.getString("id"),
                          Ticket.Kind.valueOf(row.getString("kind")),
                          row.getString("account"),
                          row.getString("name"),
                          Registry.split(row.getString("actions")),
                          Instant.parse(row.getString("created")),
                          Instant.parse(row.getString("expires")),
                          ended == null ? null : Instant.parse(ended));
                    })
                .list());
  }
}
