package org.throughline.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.record.ConsentVersion;
import org.throughline.record.Scope;
import org.throughline.record.Tie;

/** The one decision. It reads nothing but its arguments. */
public final class Authorizer {

  private Authorizer() {}

  /**
   * Whether someone may do something now. Each role is asked by itself; the one that allows most
   * decides.
   *
   * @param client the client it is about; null exactly if the action is about none
   * @throws IllegalArgumentException if client and action do not go together
   */
  public static Verdict can(
      Principal who, Action action, @Nullable String client, Situation situation, Instant now) {
    if (action.isOfClient() != (client != null)) {
      throw new IllegalArgumentException(
          action.id() + (client == null ? " is about a client" : " is about no client"));
    }
    Verdict best = client == null ? new Verdict.Forbidden() : new Verdict.Hidden();
    if (Policy.EVERYONE.contains(action)) {
      best = new Verdict.Allowed(View.NO_WORDS);
    }
    for (Rule rule : Policy.RULES) {
      if (who.roles().contains(rule.role()) && rule.actions().contains(action)) {
        Verdict verdict = under(rule, who, client, situation, now);
        best = better(verdict, best) ? verdict : best;
      }
    }
    return limited(best, who, action);
  }

  /**
   * Whether any rule for one of the caller's roles names the action, whoever the client, with the
   * fresh proof that it may ask for.
   */
  static Verdict ever(Principal who, Action action, Instant now) {
    List<Rule> rules =
        Policy.RULES.stream()
            .filter(rule -> who.roles().contains(rule.role()) && rule.actions().contains(action))
            .toList();
    if (rules.isEmpty()) {
      return new Verdict.Forbidden();
    }
    boolean proved = who.isProved(now) || rules.stream().anyMatch(rule -> !rule.proof());
    return limited(
        proved ? new Verdict.Allowed(View.NO_WORDS) : new Verdict.ProofNeeded(), who, action);
  }

  private static Verdict under(
      Rule rule, Principal who, @Nullable String client, Situation situation, Instant now) {
    if (!bound(rule.bond(), who.account(), client, situation, now)) {
      return new Verdict.Hidden();
    }
    Optional<Scope> missing =
        rule.scopes().stream()
            .filter(scope -> !consents(situation, client, scope, now))
            .min(Comparator.naturalOrder());
    if (missing.isPresent()) {
      return rule.tellsOfConsent()
          ? new Verdict.ConsentMissing(missing.get())
          : new Verdict.Hidden();
    }
    return rule.proof() && !who.isProved(now)
        ? new Verdict.ProofNeeded()
        : new Verdict.Allowed(rule.view());
  }

  /** A script does what its token lists, and nothing that asks a person for a fresh proof. */
  private static Verdict limited(Verdict verdict, Principal who, Action action) {
    Set<Action> only = who.only();
    if (only == null || verdict instanceof Verdict.Hidden) {
      return verdict;
    }
    return only.contains(action) && !(verdict instanceof Verdict.ProofNeeded)
        ? verdict
        : new Verdict.Forbidden();
  }

  private static boolean bound(
      Rule.Bond bond, String account, @Nullable String client, Situation situation, Instant now) {
    return switch (bond) {
      case ANY -> true;
      case TREATS -> treats(account, client, situation, now);
      case SUPERVISES ->
          holding(situation, Tie.Kind.SUPERVISES, now)
              .filter(tie -> tie.subject().equals(account))
              .anyMatch(tie -> treats(tie.object(), client, situation, now));
      case REVIEWS ->
          holding(situation, Tie.Kind.REVIEWS, now)
              .anyMatch(tie -> tie.subject().equals(account) && tie.object().equals(client));
      case RELEASED ->
          holding(situation, Tie.Kind.RELEASED, now).anyMatch(tie -> tie.object().equals(client));
    };
  }

  private static boolean treats(
      String account, @Nullable String client, Situation situation, Instant now) {
    return holding(situation, Tie.Kind.TREATS, now)
        .anyMatch(tie -> tie.subject().equals(account) && tie.object().equals(client));
  }

  private static Stream<Tie> holding(Situation situation, Tie.Kind kind, Instant now) {
    return situation.ties().stream().filter(tie -> tie.kind() == kind && tie.holds(now));
  }

  /** Only versions of this very client count, whatever else was handed in. */
  private static boolean consents(
      Situation situation, @Nullable String client, Scope scope, Instant now) {
    return ConsentVersion.permits(
        situation.consents().stream().filter(version -> version.client().equals(client)).toList(),
        scope,
        now);
  }

  /** Whether an answer is more useful to the caller than another. */
  private static boolean better(Verdict one, Verdict other) {
    if (one instanceof Verdict.Allowed more && other instanceof Verdict.Allowed less) {
      return more.view().compareTo(less.view()) > 0;
    }
    return rank(one) > rank(other);
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Hidden hidden -> 0;
      case Verdict.Forbidden forbidden -> 1;
      case Verdict.ConsentMissing missing -> 2;
      case Verdict.ProofNeeded needed -> 3;
      case Verdict.Allowed allowed -> 4;
    };
  }
}
