package org.throughline.web;

/**
 * Where the server listens and what it lets in.
 *
 * @param host address to listen on; loopback unless somebody knows better
 * @param port TCP port, 0 for any free one
 * @param maxUpload largest request body taken, in bytes
 */
public record ServerSettings(String host, int port, int maxUpload) {

  private static final int MEBIBYTE = 1 << 20;

  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is a number from 0 to 65535");
    }
  }

  public static ServerSettings loopback(int port) {
    return new ServerSettings("127.0.0.1", port, 26 * MEBIBYTE);
  }
}
