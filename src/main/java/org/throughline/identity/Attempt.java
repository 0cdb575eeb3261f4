package org.throughline.identity;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Instant;

/**
 * One sign-in on its way: what was sent along with the browser, and what must come back with it.
 *
 * @param state comes back in the address; good once
 * @param nonce comes back inside the token
 * @param verifier is sent with the code, so that a stolen code is worth nothing
 * @param back where the provider sends the browser
 * @param afresh whether the person has to prove themselves now, however lately they did
 */
public record Attempt(
    String state, String nonce, String verifier, URI back, boolean afresh, Instant begun) {

  /** A new one, with 256 random bits in each secret. */
  public static Attempt begin(URI back, boolean afresh, Instant now) {
    return new Attempt(
        new State(32).getValue(),
        new Nonce(32).getValue(),
        new CodeVerifier().getValue(),
        back,
        afresh,
        now);
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "Attempt[" + begun + "]";
  }
}
