package org.throughline.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider, as the administrator sets it.
 *
 * @param issuer the provider's address, as it stands in its tokens
 * @param client under which name the provider knows this server
 * @param secret what this server proves itself with to the provider; null for a public client,
 *     which PKCE alone protects
 * @param name what the button on the page says, such as "Clinic login"
 * @param address this server's own address as browsers know it, to which the provider sends people
 *     back; null for the one it listens on
 * @param hosts further hosts that the provider's discovery document may name, each a host or
 *     host:port; the issuer's own need not be among them
 * @param assurance the authentication context class (acr) without which nobody gets in, such as one
 *     that stands for two factors; null to leave this to the provider
 */
public record ProviderSettings(
    URI issuer,
    String client,
    @Nullable String secret,
    String name,
    @Nullable URI address,
    Set<String> hosts,
    @Nullable String assurance) {

  /**
   * @throws IllegalArgumentException if something is missing, or would cross a network in clear
   */
  public ProviderSettings {
    requireSafe(issuer, "the identity provider's address");
    if (address != null) {
      requireSafe(address, "the address that people are sent back to");
      if (!address.getRawPath().isEmpty() && !address.getRawPath().equals("/")) {
        throw new IllegalArgumentException(
            "the address that people are sent back to has no path: https://throughline.example");
      }
    }
    if (client.isBlank()) {
      throw new IllegalArgumentException(
          "the identity provider knows this server by a client id; name it");
    }
    if (name.isBlank() || name.length() > 60) {
      throw new IllegalArgumentException("what the button says has 1 to 60 letters");
    }
    hosts = Set.copyOf(hosts);
  }

  /** Whether an address is on a host that was named, and cannot be overheard on the way. */
  boolean allows(@Nullable URI uri) {
    return uri != null
        && isSafe(uri)
        && (place(uri).equals(place(issuer)) || hosts.contains(place(uri)));
  }

  private static void requireSafe(URI uri, String what) {
    if (!isSafe(uri) || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(what + " starts with https:// and has no ? or #");
    }
  }

  /** Encrypted, or on this machine. */
  private static boolean isSafe(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    return host != null
        && uri.getRawUserInfo() == null
        && (scheme.equals("https")
            || (scheme.equals("http") && (host.equals("127.0.0.1") || host.equals("localhost"))));
  }

  /** "login.example", "login.example:8443". */
  private static String place(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return uri.getPort() < 0 || uri.getPort() == 443 ? host : host + ":" + uri.getPort();
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "ProviderSettings[" + issuer + "]";
  }
}
