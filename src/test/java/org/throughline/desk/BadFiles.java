package org.throughline.desk;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Files that are no usable transcript, by what is wrong with them. Each holds the word "canary".
 */
public final class BadFiles {

  private BadFiles() {}

  /** What can be told from the first bytes; small. */
  public static Map<String, byte[]> small() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("empty", new byte[0]);
    files.put("blank", utf8("\n \n\t\n"));
    files.put("binary", binary());
    files.put("broken-utf16", broken16());
    files.put("no-speaker", utf8("the canary sang\nand then it was quiet\nand that was all\n"));
    files.put("unknown-speakers", utf8("Anna: the canary sang.\n\nBo: Did it?\n\nAnna: Yes.\n"));
    files.put("windows-1252", latin("T: Hello.\nC: The canary\u2019s caf\u00e9 closed.\nT: Oh.\n"));
    return files;
  }

  /** One of the small ones by its name. */
  public static byte[] small(String name) {
    return java.util.Objects.requireNonNull(small().get(name), name);
  }

  /** Speech enough, but far more than any transcript. */
  public static byte[] huge() {
    byte[] line = utf8("C: the canary sang and sang and sang and sang and sang.\nT: Mm.\n");
    byte[] file = new byte[50 << 20];
    for (int i = 0; i < file.length; i++) {
      file[i] = line[i % line.length];
    }
    return file;
  }

  private static byte[] binary() {
    byte[] bytes = new byte[4096];
    new Random(1).nextBytes(bytes);
    System.arraycopy(utf8("canary"), 0, bytes, 100, 6);
    return bytes;
  }

  private static byte[] broken16() {
    byte[] text = "C: the canary sang".getBytes(StandardCharsets.UTF_16LE);
    byte[] bytes = new byte[text.length + 5];
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) 0xFE;
    System.arraycopy(text, 0, bytes, 2, text.length);
    // A lone high surrogate, and half a unit.
    bytes[bytes.length - 3] = 0x00;
    bytes[bytes.length - 2] = (byte) 0xD8;
    bytes[bytes.length - 1] = 0x41;
    return bytes;
  }

  private static byte[] latin(String text) {
    return text.getBytes(java.nio.charset.Charset.forName("windows-1252"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
