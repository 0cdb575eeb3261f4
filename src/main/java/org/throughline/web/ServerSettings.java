package org.throughline.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.throughline.access.AccountSettings;
import org.throughline.identity.ProviderSettings;

/**
 * Where the server listens and what it lets in.
 *
 * @param host address to listen on; anything but loopback takes {@code tls}
 * @param port TCP port, 0 for any free one
 * @param maxUpload largest request body taken, in bytes
 * @param accounts how people prove who they are
 * @param tls certificate and key; null for plain HTTP
 * @param provider who vouches for people; null if they log in with a password only
 */
public record ServerSettings(
    String host,
    int port,
    int maxUpload,
    AccountSettings accounts,
    @Nullable Tls tls,
    @Nullable ProviderSettings provider) {

  private static final int MEBIBYTE = 1 << 20;

  /**
   * What TLS is done with.
   *
   * @param keyStore PKCS#12 file with the certificate, its chain and its key
   */
  public record Tls(Path keyStore, String password) {
    /** Never the password. */
    @Override
    public String toString() {
      return "Tls[" + keyStore + "]";
    }
  }

  /**
   * @throws IllegalArgumentException if the words of clients would cross a network in clear
   */
  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is a number from 0 to 65535");
    }
    requireAddress(host, provider);
    if (tls == null && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "without TLS Throughline listens on this machine only (127.0.0.1, localhost, ::1): what"
              + " clients said must not cross a network in clear. Give it a certificate"
              + " (serve --tls-keystore FILE.p12, with the password in"
              + " THROUGHLINE_TLS_PASSWORD), or put a proxy that does TLS in front of it.");
    }
  }

  /** Without an address of our own people cannot be sent back to us. */
  private static void requireAddress(String host, @Nullable ProviderSettings provider) {
    if (provider != null && provider.address() == null && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "an identity provider has to know where to send people back to: say how browsers reach"
              + " this server (serve --public-address https://throughline.example)");
    }
  }

  public static ServerSettings loopback(int port) {
    return new ServerSettings("127.0.0.1", port, 26 * MEBIBYTE, AccountSettings.USUAL, null, null);
  }

  /** For made-up data: as on loopback, but a login takes a password alone. */
  public static ServerSettings demo(int port) {
    return new ServerSettings("127.0.0.1", port, 26 * MEBIBYTE, AccountSettings.DEMO, null, null);
  }

  /** The same on another address. */
  public ServerSettings on(String address, @Nullable Tls with) {
    return new ServerSettings(address, port, maxUpload, accounts, with, provider);
  }

  /** The same with accounts that prove themselves so. */
  public ServerSettings with(AccountSettings proving) {
    return new ServerSettings(host, port, maxUpload, proving, tls, provider);
  }

  /** The same with an identity provider. */
  public ServerSettings with(@Nullable ProviderSettings vouching) {
    return new ServerSettings(host, port, maxUpload, accounts, tls, vouching);
  }

  /** Looks at the letters only: asking a name server would tell it where we are. */
  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }
}
