package org.throughline.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Access;
import org.throughline.access.Accounts;
import org.throughline.access.Action;
import org.throughline.access.Principal;
import org.throughline.access.Rates;
import org.throughline.access.Verdict;
import org.throughline.desk.House;
import org.throughline.record.StoreException;

/**
 * Stands before every route: finds out who asks, asks {@link Access}, and lets the request in or
 * refuses it. A client who is not the caller's gets the very answer of an id that never was.
 */
final class Guard {

  /** What only our own page, or a program that means it, sends along. */
  static final String HEADER = "X-Throughline";

  private static final String BEARER = "Bearer ";

  private final House house;
  private final Accounts accounts;
  private final Rates rates;

  Guard(House house, Accounts accounts, Rates rates) {
    this.house = house;
    this.accounts = accounts;
    this.rates = rates;
  }

  /** The route's handler behind the guard. */
  Handler before(Route route) {
    return ctx -> {
      if (!route.reads()) {
        refuseForgery(ctx);
      }
      Action action = route.action();
      if (action != null) {
        Principal who = principal(ctx).orElseThrow(Refusal::loginNeeded);
        count(route, who);
        String id = ctx.pathParamMap().get("id");
        ctx.attribute(Requests.CALLER, admit(route, action, who, id));
      }
      route.handler().handle(ctx);
    };
  }

  /**
   * The decision, from what is true now.
   *
   * @param id what the path names; null where it names nobody
   * @throws Refusal if not
   * @throws StoreException.NotFound if the caller may not know that there is such a thing
   * @throws StoreException.ConsentMissing if the caller knows the client and consent is missing
   */
  Caller admit(Route route, Action action, Principal who, @Nullable String id) {
    String client = client(route.about(), id);
    Caller caller = admitted(who, action, client, decide(route, action, who, id));
    if (client != null) {
      house.looked(caller.actor(), List.of(client));
    }
    return caller;
  }

  /** The same as a verdict, without a trace. */
  Verdict decide(Route route, Action action, Principal who, @Nullable String id) {
    return switch (route.about()) {
      case NOBODY -> house.access().can(who, action);
      case EACH -> house.access().ever(who, action);
      case CLIENT, ENTRY, CODING -> {
        String client = client(route.about(), id);
        yield client == null ? new Verdict.Hidden() : house.access().can(who, action, client);
      }
    };
  }

  private Caller admitted(Principal who, Action action, @Nullable String client, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed allowed -> new Caller(who, allowed.view(), house.access());
      case Verdict.Hidden hidden ->
          throw refused(who, action, client, new StoreException.NotFound("client"));
      case Verdict.ConsentMissing missing ->
          throw refused(who, action, client, new StoreException.ConsentMissing(missing.scope()));
      case Verdict.Forbidden forbidden -> throw refused(who, action, client, Refusal.forbidden());
      case Verdict.ProofNeeded proof -> throw refused(who, action, client, Refusal.proofNeeded());
    };
  }

  /** A refusal is an event like what it refused. */
  private <E extends RuntimeException> E refused(
      Principal who, Action action, @Nullable String client, E refusal) {
    house.refused(who.as(who.purpose()), action.id(), client);
    return refusal;
  }

  private @Nullable String client(Route.About about, @Nullable String id) {
    if (id == null || id.length() > 64) {
      return null;
    }
    return switch (about) {
      case NOBODY, EACH -> null;
      // Whatever else stands in the path may be a name, and a refusal goes into the log.
      case CLIENT -> id.matches("[0-9a-f]{32}") ? id : null;
      case ENTRY -> house.clientOfEntry(id).orElse(null);
      case CODING -> house.clientOfCoding(id).orElse(null);
    };
  }

  private void count(Route route, Principal who) {
    rates
        .take(Rates.Limit.REQUEST, who.account())
        .or(
            () ->
                route.limit() == Rates.Limit.REQUEST
                    ? Optional.empty()
                    : rates.take(route.limit(), who.account()))
        .ifPresent(
            wait -> {
              throw Refusal.tooMany(wait);
            });
  }

  private Optional<Principal> principal(Context ctx) {
    String header = ctx.header("Authorization");
    if (header != null) {
      return header.startsWith(BEARER)
          ? accounts.tokenPrincipal(header.substring(BEARER.length()).strip())
          : Optional.empty();
    }
    return Cookies.secret(ctx).flatMap(accounts::principal);
  }

  /**
   * Another site's page can make a browser send a request, but not with a header of its own, and
   * not without saying where it comes from. A token is sent by a program, never by a browser.
   */
  private static void refuseForgery(Context ctx) {
    String authorization = ctx.header("Authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      return;
    }
    String site = ctx.header("Sec-Fetch-Site");
    String origin = ctx.header("Origin");
    boolean own =
        ctx.header(HEADER) != null
            && (site == null || site.equals("same-origin") || site.equals("none"))
            && (origin == null || origin.equals(ctx.scheme() + "://" + ctx.host()));
    if (!own) {
      throw Refusal.elsewhere();
    }
  }
}
