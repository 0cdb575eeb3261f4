/**
 * Who may do what with whose words, and how they prove who they are.
 *
 * <p>{@link org.throughline.access.Authorizer#can} is the one decision: a pure function of who
 * asks, what for, about which client, of the ties and consents as they are at that moment, and of
 * the time. It answers with a {@link org.throughline.access.Verdict}: allowed, and how much of the
 * words may show; or not, and whether the caller may know that there is something. {@link
 * org.throughline.access.Policy} is its rule table, to be read from top to bottom; what no rule
 * allows is denied.
 *
 * <p>{@link org.throughline.access.Access} asks the store for the ties and consents and decides; no
 * answer is kept, so that an ended supervision or a withdrawn consent bites on the next request.
 * {@link org.throughline.access.Accounts} holds passwords, one-time passwords, logins, tokens and
 * the first administrator; {@link org.throughline.access.Rates} counts tries.
 *
 * <pre>{@code
 * Principal who = accounts.principal(cookie).orElseThrow();
 * switch (access.can(who, Action.SEARCH_QUOTES, client)) {
 *   case Verdict.Allowed allowed -> ...; // allowed.view() says how much may show
 *   case Verdict.Hidden hidden -> ...; // 404, the same body as for an id that never was
 *   case Verdict.ConsentMissing missing -> ...; // 403 with missing.scope()
 *   case Verdict.Forbidden forbidden -> ...; // 403
 *   case Verdict.ProofNeeded proof -> ...; // 403: prove yourself once more
 * }
 * }</pre>
 *
 * <p>Knows nothing of HTTP: cookies, headers and routes are {@code web}'s.
 */
@NullMarked
package org.throughline.access;

import org.jspecify.annotations.NullMarked;
