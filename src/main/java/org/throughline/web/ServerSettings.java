package org.throughline.web;

import org.throughline.access.AccountSettings;

/**
 * Where the server listens and what it lets in.
 *
 * @param host address to listen on; loopback unless somebody knows better
 * @param port TCP port, 0 for any free one
 * @param maxUpload largest request body taken, in bytes
 * @param accounts how people prove who they are
 */
public record ServerSettings(String host, int port, int maxUpload, AccountSettings accounts) {

  private static final int MEBIBYTE = 1 << 20;

  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is a number from 0 to 65535");
    }
  }

  public static ServerSettings loopback(int port) {
    return new ServerSettings("127.0.0.1", port, 26 * MEBIBYTE, AccountSettings.USUAL);
  }

  /** For made-up data: as on loopback, but a login takes a password alone. */
  public static ServerSettings demo(int port) {
    return new ServerSettings("127.0.0.1", port, 26 * MEBIBYTE, AccountSettings.DEMO);
  }
}
