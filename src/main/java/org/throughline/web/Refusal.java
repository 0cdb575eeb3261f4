package org.throughline.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.throughline.identity.Vouched;

/** The guard lets a request in no further. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient @Nullable Duration retryAfter;

  private Refusal(Problem problem, @Nullable Duration retryAfter) {
    super(problem.title(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  Problem problem() {
    return problem;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  static Refusal loginNeeded() {
    return new Refusal(
        Problem.of(
            401,
            "login-needed",
            "Log in first",
            "Log in with POST /api/v1/session, or send a token as Authorization: Bearer."),
        null);
  }

  static Refusal wrongLogin() {
    return new Refusal(
        Problem.of(
            401,
            "login-refused",
            "This did not work",
            "Name, password or code is wrong, or the account is locked. A code is good once."),
        null);
  }

  /** The identity provider does not vouch for them; nothing of what it said is repeated. */
  static Refusal notVouched(Vouched.Reason reason) {
    boolean away = reason == Vouched.Reason.NO_ANSWER;
    return new Refusal(
        Problem.of(
            away ? 503 : 401,
            "provider-" + reason.id(),
            "Signing in through the identity provider did not work",
            reason.words()),
        null);
  }

  static Refusal noProvider() {
    return new Refusal(
        Problem.of(
            404,
            "no-provider",
            "There is no identity provider",
            "Log in with name, password and code. An administrator can set a provider: serve"
                + " --oidc-issuer."),
        null);
  }

  static Refusal forbidden() {
    return new Refusal(
        Problem.of(
            403,
            "forbidden",
            "Not for this account",
            "None of the account's roles does this, or the token does not list it."),
        null);
  }

  static Refusal proofNeeded() {
    return new Refusal(
        Problem.of(
            403,
            "proof-needed",
            "Prove once more who you are",
            "Send the code of the phone app with POST /api/v1/session/proof, then ask again."),
        null);
  }

  static Refusal elsewhere() {
    return new Refusal(
        Problem.of(
            403,
            "cross-site",
            "The request does not come from Throughline's own page",
            "Changes are taken from this address only, with the header X-Throughline: 1."),
        null);
  }

  static Refusal tooMany(Duration retryAfter) {
    return new Refusal(
        Problem.of(
            429,
            "too-many",
            "Too many requests",
            "Wait for as many seconds as the header Retry-After says."),
        retryAfter);
  }
}
