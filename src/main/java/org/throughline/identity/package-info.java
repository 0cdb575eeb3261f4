/**
 * Takes another's word for who somebody is: signing in through the identity provider that a clinic
 * has already, by OpenID Connect.
 *
 * <p>In goes what the administrator has set ({@link org.throughline.identity.ProviderSettings}: who
 * the provider is, and under which name it knows this server); out comes, for one sign-in, either a
 * {@link org.throughline.identity.Vouched.Person} (issuer and subject, nothing else about them) or
 * a reason to refuse. Whose account that is, and what it may do, is no business of the provider's:
 * {@code access} looks the subject up among the accounts that an administrator has made and linked.
 *
 * <pre>{@code
 * var provider = new Provider(settings);
 * Attempt attempt = Attempt.begin(returnAddress, false, now);
 * URI there = provider.address(attempt);           // send the browser there, keep the attempt
 * switch (provider.redeem(attempt, query)) {       // the browser is back, with a code
 *   case Vouched.Person person -> ...;
 *   case Vouched.Refused refused -> ...;
 * }
 * }</pre>
 *
 * <p>The authorization-code flow with PKCE, state and nonce; the provider's addresses and keys come
 * from its discovery document. Tokens are verified by Nimbus' library; a token that is not signed
 * by one of the provider's public keys is refused, and so is one for another audience, another
 * issuer, another sign-in or another time. Nothing a provider says is repeated to anybody: a
 * refusal is one of a closed set of reasons.
 *
 * <p>This is the one place of the program that calls another machine, and it calls no host that the
 * administrator has not named: {@link org.throughline.identity.Line} holds that, whatever the
 * discovery document says. It calls when somebody signs in, never on its own.
 */
@NullMarked
package org.throughline.identity;

import org.jspecify.annotations.NullMarked;
