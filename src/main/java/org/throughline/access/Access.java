package org.throughline.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.record.Standing;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.record.Tie;

/** Decides from what the store holds at this moment. */
public final class Access {

  private final Store store;
  private final Clock clock;

  public Access(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whether someone may do something that is about no client. */
  public Verdict can(Principal who, Action action) {
    return Authorizer.can(who, action, null, new Situation(List.of(), List.of()), clock.instant());
  }

  /** Whether someone may do something with a client's record. An unknown id is hidden. */
  public Verdict can(Principal who, Action action, String client) {
    return verdict(who, action, client, store.standing().now().ties(who.account()));
  }

  /**
   * Whether any role of someone ever does such a thing, whoever the client; {@link #clients} says
   * with whom.
   */
  public Verdict ever(Principal who, Action action) {
    return Authorizer.ever(who, action, clock.instant());
  }

  /**
   * All clients with whom someone may do something, in the order of their entry, with how much may
   * show. The filter for lists and searches.
   */
  public Map<String, View> clients(Principal who, Action action) {
    Standing.Moment moment = store.standing().now();
    List<Tie> ties = moment.ties(who.account());
    List<Tie> ofAccounts = ties.stream().filter(tie -> tie.kind() == Tie.Kind.SUPERVISES).toList();
    Map<String, List<Tie>> ofClients =
        ties.stream()
            .filter(tie -> tie.kind() != Tie.Kind.SUPERVISES)
            .collect(Collectors.groupingBy(Tie::object));
    Instant now = clock.instant();
    Map<String, View> clients = new LinkedHashMap<>();
    for (String client : moment.clients()) {
      List<Tie> its = new ArrayList<>(ofAccounts);
      its.addAll(ofClients.getOrDefault(client, List.of()));
      var situation = new Situation(its, moment.consents().getOrDefault(client, List.of()));
      if (Authorizer.can(who, action, client, situation, now) instanceof Verdict.Allowed allowed) {
        clients.put(client, allowed.view());
      }
    }
    return clients;
  }

  private Verdict verdict(Principal who, Action action, String client, List<Tie> ties) {
    try {
      var situation = new Situation(ties, store.consents().history(client));
      return Authorizer.can(who, action, client, situation, clock.instant());
    } catch (StoreException.NotFound e) {
      return new Verdict.Hidden();
    }
  }
}
