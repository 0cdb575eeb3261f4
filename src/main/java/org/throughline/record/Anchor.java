package org.throughline.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The audit log's latest number and hash, in a file outside the database. Two slots take turns, so
 * that a write cut short leaves the one before; each line carries its own MAC.
 *
 * <p>It may lag behind the database by what a power cut swallowed, never run ahead of it: it is
 * written after the commit.
 */
final class Anchor {

  /**
   * A place in the log. Number 0: the log has no events yet; not known: nothing was ever anchored.
   */
  record Head(long number, String hash, boolean known) {

    Head(long number, String hash) {
      this(number, hash, true);
    }
  }

  private static final int SLOT = 256;
  private static final long EVERY = 1_000;

  private final Path file;
  private final byte[] key;
  private long reached;

  Anchor(Path file, byte[] key) {
    this.file = file;
    this.key = key.clone();
  }

  /** Keeps the head unless a later one is already there; forced to disk now and then. */
  synchronized void keep(Head head) {
    if (head.number() > reached) {
      write(head);
    }
  }

  /** Anchors a log that has no events yet, so that a missing anchor is always a finding. */
  synchronized void begin() {
    if (!read().known()) {
      write(new Head(0, ""));
    }
  }

  private void write(Head head) {
    String plain = String.format(Locale.ROOT, "%020d %s", head.number(), head.hash());
    String line = String.format(Locale.ROOT, "%-255s%n", plain + " " + seal(plain));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(
          ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)), (head.number() % 2) * SLOT);
      if (head.number() / EVERY != reached / EVERY) {
        channel.force(true);
      }
      reached = head.number();
    } catch (IOException e) {
      throw Failures.of(new UncheckedIOException(e));
    }
  }

  /** The later of the slots that are whole. */
  Head read() {
    Head best = new Head(0, "", false);
    if (!Files.exists(file)) {
      return best;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      for (int slot = 0; slot < 2 && slot * SLOT < bytes.length; slot++) {
        int end = Math.min(bytes.length, (slot + 1) * SLOT);
        String line = new String(bytes, slot * SLOT, end - slot * SLOT, StandardCharsets.US_ASCII);
        String[] parts = line.strip().split(" ", -1);
        if (parts.length == 3
            && seal(parts[0] + " " + parts[1]).equals(parts[2])
            && Long.parseLong(parts[0]) >= best.number()) {
          best = new Head(Long.parseLong(parts[0]), parts[1]);
        }
      }
      return best;
    } catch (IOException e) {
      throw Failures.of(new UncheckedIOException(e));
    }
  }

  private String seal(String plain) {
    return HexFormat.of()
        .formatHex(
            AuditLog.mac(key).doFinal(("anchor " + plain).getBytes(StandardCharsets.US_ASCII)));
  }
}
