package org.throughline.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.throughline.record.Vault.Purpose;

/**
 * What decisions about many clients rest on: who there is, what each has answered, who is tied to
 * whom. Every writer of such a row also counts up a number in the same transaction; each question
 * reads that number, and the rows again only where it is another. So an answer is as fresh as the
 * rows, from whichever process they were written, and whether a consent stands or a tie holds is
 * decided by the caller's clock.
 */
public final class Standing {

  private static final String SERIES = "standing";

  /**
   * All of it as of one moment.
   *
   * @param clients ids, in the order of their entry
   * @param consents all versions by client, by scope and version; a client who never answered is
   *     left out
   * @param ties all of all accounts, also ended ones
   */
  public record Moment(
      List<String> clients, Map<String, List<ConsentVersion>> consents, List<Tie> ties) {
    public Moment {
      clients = List.copyOf(clients);
      consents = Map.copyOf(consents);
      ties = List.copyOf(ties);
    }

    /** Ties that can matter to an account: its own, and those of the clinicians it supervises. */
    public List<Tie> ties(String account) {
      Set<String> supervised =
          ties.stream()
              .filter(tie -> tie.kind() == Tie.Kind.SUPERVISES && tie.subject().equals(account))
              .map(Tie::object)
              .collect(Collectors.toSet());
      return ties.stream()
          .filter(
              tie ->
                  tie.subject().equals(account)
                      || tie.kind() == Tie.Kind.RELEASED
                      || (tie.kind() == Tie.Kind.TREATS && supervised.contains(tie.subject())))
          .toList();
    }

    private Moment without(Set<String> gone) {
      if (gone.isEmpty()) {
        return this;
      }
      Map<String, List<ConsentVersion>> rest = new HashMap<>(consents);
      rest.keySet().removeAll(gone);
      return new Moment(clients, rest, ties);
    }
  }

  private record Known(long number, Moment moment) {}

  private final Database database;
  private final Vault vault;
  private volatile @Nullable Known known;

  Standing(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** To be called by whoever writes a client, a consent or a tie. */
  static void changed(Work work) {
    work.execute("UPDATE changes SET number = number + 1 WHERE series = ?", SERIES);
  }

  /** As it is now. The consents of a client who is being erased are left out. */
  public Moment now() {
    return database.read(
        handle -> {
          Moment moment = moment(handle);
          return moment.without(
              moment.consents().keySet().stream()
                  .filter(client -> !vault.isHeld(client, Purpose.IDENTITY))
                  .collect(Collectors.toSet()));
        });
  }

  private Moment moment(Handle handle) {
    // The number first: rows that come between the two reads are read again next time.
    long number =
        handle
            .select("SELECT number FROM changes WHERE series = ?", SERIES)
            .mapTo(Long.class)
            .one();
    Known before = known;
    if (before != null && before.number() == number) {
      return before.moment();
    }
    Moment moment = new Moment(Clients.ids(handle), consents(handle), Registry.ties(handle));
    known = new Known(number, moment);
    return moment;
  }

  private Map<String, List<ConsentVersion>> consents(Handle handle) {
    Map<String, List<ConsentVersion>> consents = new HashMap<>();
    try (Stream<ConsentVersion> all = Consents.all(handle, vault)) {
      all.forEach(one -> consents.computeIfAbsent(one.client(), id -> new ArrayList<>()).add(one));
    }
    consents.replaceAll((client, versions) -> List.copyOf(versions));
    return consents;
  }
}
