package org.throughline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A small identity provider for tests, with real addresses, real keys and real signatures. It knows
 * one person and lets them in at once; on request it does one thing wrong.
 */
public final class SmallProvider implements AutoCloseable {

  /** What it can do wrong. */
  public enum Wrong {
    NOTHING,
    OTHER_NONCE,
    OTHER_AUDIENCE,
    OTHER_ISSUER,
    EXPIRED,
    UNSIGNED,
    SIGNED_WITH_THE_SECRET,
    SIGNED_BY_A_STRANGER,
    CHANGED_AFTER_SIGNING,
    NO_SUBJECT,
    OTHER_STATE,
    OTHER_ISSUER_IN_THE_ADDRESS,
    DECLINES,
    REFUSES_THE_CODE,
    ANSWERS_NONSENSE,
    GIVES_NO_ID_TOKEN,
    DRIPS,
    LETS_IN_WITHOUT_ASKING,
    REDIRECTS_ELSEWHERE
  }

  public static final String CLIENT = "throughline";
  public static final String SECRET = "a secret of the clinic, forty letters long";
  public static final String SUBJECT = "248289761001";

  private static final Duration DRIP = Duration.ofMillis(20);

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, AuthenticationRequest> codes = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile Wrong wrong = Wrong.NOTHING;
  private volatile String subject = SUBJECT;
  private volatile CountDownLatch askedAtOnce = new CountDownLatch(0);

  private SmallProvider(HttpServer server, RSAKey key) {
    this.server = server;
    this.key = key;
  }

  /** Starts on a free port. */
  public static SmallProvider start() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer server = HttpServer.create(loopback, 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      var provider =
          new SmallProvider(server, new RSAKeyGenerator(2048).keyID("clinic-1").generate());
      server.createContext("/.well-known/openid-configuration", provider::metadata);
      server.createContext("/keys", provider::keys);
      server.createContext("/authorize", provider::authorize);
      server.createContext("/token", provider::token);
      server.start();
      return provider;
    } catch (IOException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public SmallProvider does(Wrong what) {
    wrong = what;
    return this;
  }

  /** Who is let in from now on. */
  public void knows(String person) {
    subject = person;
  }

  /** From now on it says where things are only once so many have asked, or after ten seconds. */
  void waitsFor(int asking) {
    askedAtOnce = new CountDownLatch(asking);
  }

  /** How often it was called. */
  public int calls() {
    return calls.get();
  }

  public URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public ProviderSettings settings() {
    return new ProviderSettings(issuer(), CLIENT, SECRET, "Clinic login", null, Set.of(), null);
  }

  private void metadata(HttpExchange exchange) throws IOException {
    if (!haveAllAsked()) {
      answer(exchange, 503, "text/plain", "");
      return;
    }
    var metadata =
        new OIDCProviderMetadata(
            new Issuer(issuer()), List.of(SubjectType.PUBLIC), issuer().resolve("/keys"));
    metadata.setAuthorizationEndpointURI(issuer().resolve("/authorize"));
    metadata.setTokenEndpointURI(issuer().resolve("/token"));
    metadata.setResponseTypes(List.of(ResponseType.CODE));
    metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256));
    metadata.setSupportsAuthorizationResponseIssuerParam(true);
    answer(exchange, 200, "application/json", metadata.toString());
  }

  private boolean haveAllAsked() {
    askedAtOnce.countDown();
    try {
      return askedAtOnce.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void keys(HttpExchange exchange) throws IOException {
    if (wrong == Wrong.REDIRECTS_ELSEWHERE) {
      exchange.getResponseHeaders().set("Location", "http://localhost:1/keys");
      answer(exchange, 302, "text/plain", "");
      return;
    }
    answer(exchange, 200, "application/json", new JWKSet(key.toPublicJWK()).toString());
  }

  /** Lets the person in at once, and sends the browser back with a code. */
  private void authorize(HttpExchange exchange) throws IOException {
    try {
      AuthenticationRequest request = AuthenticationRequest.parse(exchange.getRequestURI());
      var code = new AuthorizationCode();
      codes.put(code.getValue(), request);
      var state =
          wrong == Wrong.OTHER_STATE ? new com.nimbusds.oauth2.sdk.id.State() : request.getState();
      var issuer =
          new Issuer(
              wrong == Wrong.OTHER_ISSUER_IN_THE_ADDRESS
                  ? URI.create("https://elsewhere.example")
                  : issuer());
      URI back =
          wrong == Wrong.DECLINES
              ? new AuthenticationErrorResponse(
                      request.getRedirectionURI(),
                      OAuth2Error.ACCESS_DENIED.setDescription("zebra is not allowed"),
                      state,
                      issuer,
                      null)
                  .toURI()
              : new AuthenticationSuccessResponse(
                      request.getRedirectionURI(), code, null, null, state, null, issuer, null)
                  .toURI();
      exchange.getResponseHeaders().set("Location", back.toString());
      answer(exchange, 302, "text/plain", "");
    } catch (GeneralException e) {
      answer(exchange, 400, "text/plain", "not an authentication request");
    }
  }

  /** Takes a code once, from the client that it was made for, with the verifier that goes along. */
  private void token(HttpExchange exchange) throws IOException {
    if (wrong == Wrong.ANSWERS_NONSENSE) {
      answer(exchange, 200, "text/html", "<p>zebra</p>");
      return;
    }
    try {
      TokenRequest request = TokenRequest.parse(read(exchange));
      var grant = (AuthorizationCodeGrant) request.getAuthorizationGrant();
      AuthenticationRequest asked = codes.remove(grant.getAuthorizationCode().getValue());
      if (asked == null || wrong == Wrong.REFUSES_THE_CODE || !isRight(request, grant, asked)) {
        send(exchange, new TokenErrorResponse(OAuth2Error.INVALID_GRANT).toHTTPResponse());
        return;
      }
      if (wrong == Wrong.GIVES_NO_ID_TOKEN) {
        var tokens = new Tokens(new BearerAccessToken(), null);
        send(exchange, new AccessTokenResponse(tokens).toHTTPResponse());
        return;
      }
      var tokens = new OIDCTokens(token(asked), new BearerAccessToken(), null);
      send(exchange, new OIDCTokenResponse(tokens).toHTTPResponse());
    } catch (GeneralException | JOSEException | java.text.ParseException e) {
      answer(exchange, 400, "text/plain", "not a token request");
    }
  }

  private static boolean isRight(
      TokenRequest request, AuthorizationCodeGrant grant, AuthenticationRequest asked) {
    return request.getClientAuthentication() instanceof ClientSecretBasic basic
        && basic.getClientID().getValue().equals(CLIENT)
        && basic.getClientSecret().getValue().equals(SECRET)
        && asked.getRedirectionURI().equals(grant.getRedirectionURI())
        && CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
            .equals(asked.getCodeChallenge());
  }

  private JWT token(AuthenticationRequest asked) throws JOSEException, java.text.ParseException {
    Instant now = Instant.now();
    boolean expired = wrong == Wrong.EXPIRED;
    boolean asks = asked.getMaxAge() == 0 && wrong != Wrong.LETS_IN_WITHOUT_ASKING;
    Instant proved = asks ? now : now.minus(Duration.ofHours(3));
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(wrong == Wrong.OTHER_ISSUER ? "https://elsewhere.example" : issuer().toString())
            .audience(wrong == Wrong.OTHER_AUDIENCE ? "another program" : CLIENT)
            .subject(wrong == Wrong.NO_SUBJECT ? null : subject)
            .issueTime(Date.from(expired ? now.minus(Duration.ofHours(2)) : now))
            .expirationTime(
                Date.from(expired ? now.minus(Duration.ofHours(1)) : now.plusSeconds(300)))
            .claim("auth_time", proved.getEpochSecond())
            .claim(
                "nonce",
                wrong == Wrong.OTHER_NONCE ? "another sign-in's" : asked.getNonce().getValue())
            .build();
    return signed(claims);
  }

  private JWT signed(JWTClaimsSet claims) throws JOSEException, java.text.ParseException {
    return switch (wrong) {
      case UNSIGNED -> new PlainJWT(claims);
      case SIGNED_WITH_THE_SECRET -> {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
        yield token;
      }
      case SIGNED_BY_A_STRANGER ->
          rsa(claims, new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate());
      case CHANGED_AFTER_SIGNING -> {
        String[] parts = rsa(claims, key).serialize().split("\\.", -1);
        var other = new JWTClaimsSet.Builder(claims).subject("somebody else").build();
        yield SignedJWT.parse(
            parts[0]
                + "."
                + com.nimbusds.jose.util.Base64URL.encode(other.toString())
                + "."
                + parts[2]);
      }
      default -> rsa(claims, key);
    };
  }

  private static SignedJWT rsa(JWTClaimsSet claims, RSAKey with) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    token.sign(new RSASSASigner(with));
    return token;
  }

  private static HTTPRequest read(HttpExchange exchange) throws IOException {
    var request =
        new HTTPRequest(
            HTTPRequest.Method.valueOf(exchange.getRequestMethod()),
            URI.create("http://127.0.0.1" + exchange.getRequestURI()));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> request.setHeader(name, values.toArray(String[]::new)));
    request.setBody(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    return request;
  }

  private void send(HttpExchange exchange, HTTPResponse response) throws IOException {
    answer(exchange, response.getStatusCode(), "application/json", response.getBody());
  }

  private void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    calls.incrementAndGet();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (wrong == Wrong.DRIPS) {
      drip(exchange, bytes);
    } else {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  /** One byte after the other: the headers are there at once, the whole only after seconds. */
  private static void drip(HttpExchange exchange, byte[] bytes) throws IOException {
    for (byte one : bytes) {
      exchange.getResponseBody().write(one);
      exchange.getResponseBody().flush();
      LockSupport.parkNanos(DRIP.toNanos());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
