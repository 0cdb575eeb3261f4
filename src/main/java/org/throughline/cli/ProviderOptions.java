package org.throughline.cli;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.identity.ProviderSettings;
import picocli.CommandLine.Option;

/** Who vouches for people at the login, where a clinic has an identity provider. */
final class ProviderOptions {

  /** Environment variable with what this server proves itself with to the provider. */
  static final String SECRET = "THROUGHLINE_OIDC_SECRET";

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description = "OpenID Connect provider to sign in with, besides name and password.")
  private @Nullable URI issuer;

  @Option(
      names = "--oidc-client",
      paramLabel = "ID",
      description = "What the provider calls this server; its secret comes from $" + SECRET + ".")
  private @Nullable String client;

  @Option(
      names = "--oidc-name",
      paramLabel = "NAME",
      defaultValue = "your organisation",
      description = "What the button says after \"Sign in with\" (default: your organisation).")
  private String name = "your organisation";

  @Option(
      names = "--oidc-host",
      paramLabel = "HOST",
      description = "A further host that the provider answers on; may be repeated.")
  private Set<String> hosts = Set.of();

  @Option(
      names = "--oidc-acr",
      paramLabel = "CLASS",
      description = "Let in only who signed in there this way (acr), such as with two factors.")
  private @Nullable String assurance;

  @Option(
      names = "--public-address",
      paramLabel = "URL",
      description = "How browsers reach this server, for coming back from the provider.")
  private @Nullable URI address;

  /**
   * What was set; null if nothing was.
   *
   * @throws IllegalArgumentException if something is missing
   */
  @Nullable ProviderSettings settings(Map<String, String> environment) {
    if (issuer == null) {
      if (client != null || assurance != null || !hosts.isEmpty()) {
        throw new IllegalArgumentException("an identity provider starts with --oidc-issuer URL");
      }
      return null;
    }
    return new ProviderSettings(
        issuer,
        client == null ? "" : client,
        environment.get(SECRET),
        name,
        address,
        hosts,
        assurance);
  }
}
