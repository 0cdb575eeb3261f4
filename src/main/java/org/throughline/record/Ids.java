package org.throughline.record;

import java.util.HexFormat;

/** Random names. */
final class Ids {

  private Ids() {}

  /** 128 random bits as 32 hexadecimal digits. */
  static String random() {
    return HexFormat.of().formatHex(Vault.random(16));
  }
}
