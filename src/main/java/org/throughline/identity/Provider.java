package org.throughline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.identity.Vouched.Reason;

/** The identity provider: where to send people, and what it says of those who come back. */
public final class Provider {

  /** Signatures by a key of the provider's own; none by a shared secret, and never no signature. */
  private static final Set<JWSAlgorithm> SIGNED =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** How far two clocks may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int LONGEST_SUBJECT = 255;

  /** What discovery said. */
  private record Known(OIDCProviderMetadata metadata, IDTokenValidator tokens, Instant until) {}

  private final ProviderSettings settings;
  private final Line line;
  private volatile @Nullable Known known;

  public Provider(ProviderSettings settings) {
    this.settings = settings;
    this.line = new Line(settings);
  }

  public ProviderSettings settings() {
    return settings;
  }

  /**
   * Where to send the browser.
   *
   * @throws IOException if the provider does not answer, or names hosts that were not allowed
   */
  public URI address(Attempt attempt) throws IOException {
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid"), client(), attempt.back())
            .endpointURI(known().metadata().getAuthorizationEndpointURI())
            .state(new State(attempt.state()))
            .nonce(new Nonce(attempt.nonce()))
            .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
    if (attempt.afresh()) {
      request.maxAge(0).prompt(Prompt.Type.LOGIN);
    }
    if (settings.assurance() != null) {
      request.acrValues(List.of(new ACR(settings.assurance())));
    }
    return request.build().toURI();
  }

  /**
   * What the provider says of the person who came back.
   *
   * @param query of the address that they came back to, without the question mark
   */
  public Vouched redeem(Attempt attempt, String query) {
    try {
      Known provider = known();
      AuthorizationResponse response =
          AuthorizationResponse.parse(attempt.back(), URLUtils.parseParameters(query));
      if (!isForUs(response, attempt, provider.metadata())) {
        return new Vouched.Refused(Reason.UNTRUSTED);
      }
      return response instanceof AuthorizationSuccessResponse success
          ? exchange(attempt, provider, success)
          : new Vouched.Refused(Reason.DECLINED);
    } catch (ParseException | BadJOSEException e) {
      return new Vouched.Refused(Reason.UNTRUSTED);
    } catch (IOException | JOSEException e) {
      return new Vouched.Refused(Reason.NO_ANSWER);
    }
  }

  /** The state is ours, and the answer is no other provider's. */
  private boolean isForUs(
      AuthorizationResponse response, Attempt attempt, OIDCProviderMetadata metadata) {
    Issuer issuer = response.getIssuer();
    return new State(attempt.state()).equals(response.getState())
        && (issuer == null
            ? !metadata.supportsAuthorizationResponseIssuerParam()
            : issuer.equals(metadata.getIssuer()));
  }

  private Vouched exchange(Attempt attempt, Known provider, AuthorizationSuccessResponse success)
      throws IOException, ParseException, BadJOSEException, JOSEException {
    if (success.getAuthorizationCode() == null) {
      return new Vouched.Refused(Reason.UNTRUSTED);
    }
    var grant =
        new AuthorizationCodeGrant(
            success.getAuthorizationCode(), attempt.back(), new CodeVerifier(attempt.verifier()));
    HTTPResponse answer = request(provider.metadata(), grant).toHTTPRequest().send(line);
    TokenResponse tokens = OIDCTokenResponseParser.parse(answer);
    if (!(tokens instanceof OIDCTokenResponse given)) {
      return new Vouched.Refused(Reason.DECLINED);
    }
    JWT token = given.getOIDCTokens().getIDToken();
    if (token == null) {
      return new Vouched.Refused(Reason.UNTRUSTED);
    }
    IDTokenClaimsSet claims = provider.tokens().validate(token, new Nonce(attempt.nonce()));
    return judge(attempt, claims);
  }

  private Vouched judge(Attempt attempt, IDTokenClaimsSet claims) {
    Date proved = claims.getAuthenticationTime();
    Instant at = proved == null ? null : proved.toInstant();
    if (attempt.afresh() && (at == null || at.isBefore(attempt.begun().minus(SKEW)))) {
      return new Vouched.Refused(Reason.NOT_AFRESH);
    }
    String assurance = settings.assurance();
    if (assurance != null && !new ACR(assurance).equals(claims.getACR())) {
      return new Vouched.Refused(Reason.TOO_WEAK);
    }
    String subject = claims.getSubject().getValue();
    return subject.isBlank() || subject.length() > LONGEST_SUBJECT
        ? new Vouched.Refused(Reason.UNTRUSTED)
        : new Vouched.Person(settings.issuer().toString(), subject);
  }

  private TokenRequest request(OIDCProviderMetadata metadata, AuthorizationCodeGrant grant) {
    URI endpoint = metadata.getTokenEndpointURI();
    String secret = settings.secret();
    if (secret == null) {
      return new TokenRequest.Builder(endpoint, client(), grant).build();
    }
    List<ClientAuthenticationMethod> ways = metadata.getTokenEndpointAuthMethods();
    boolean basic = ways == null || ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return new TokenRequest.Builder(
            endpoint,
            basic
                ? new ClientSecretBasic(client(), new Secret(secret))
                : new ClientSecretPost(client(), new Secret(secret)),
            grant)
        .build();
  }

  private ClientID client() {
    return new ClientID(settings.client());
  }

  /**
   * Reads the discovery document when somebody first signs in, and again after an hour. Whoever
   * comes in the meantime reads it, too: nobody waits for a provider longer than it takes to answer
   * them.
   */
  private Known known() throws IOException {
    Known now = known;
    if (now == null || Instant.now().isAfter(now.until())) {
      now = discover();
      known = now;
    }
    return now;
  }

  private Known discover() throws IOException {
    Issuer issuer = new Issuer(settings.issuer());
    try {
      URI place = OIDCProviderMetadata.resolveURL(issuer).toURI();
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.parse(line.retrieveResource(place.toURL()).getContent());
      if (!issuer.equals(metadata.getIssuer())
          || !settings.allows(metadata.getAuthorizationEndpointURI())
          || !settings.allows(metadata.getTokenEndpointURI())
          || !settings.allows(metadata.getJWKSetURI())) {
        throw new IOException("the identity provider names hosts that the settings do not allow");
      }
      var keys =
          JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), line)
              .refreshAheadCache(false)
              .build();
      var tokens =
          new IDTokenValidator(
              issuer, client(), new JWSVerificationKeySelector<>(SIGNED, keys), null);
      return new Known(metadata, tokens, Instant.now().plus(REMEMBERED));
    } catch (GeneralException | URISyntaxException | IllegalArgumentException e) {
      throw new IOException("the identity provider's discovery document cannot be read", e);
    }
  }
}
