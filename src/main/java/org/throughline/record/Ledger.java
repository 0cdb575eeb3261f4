package org.throughline.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The append-only list of erased clients, outside the database and its backups. It is read before a
 * store opens, so that no restored file brings a client back. Each line carries a MAC: a forged
 * line would destroy a record.
 */
final class Ledger {

  private final Path file;
  private final byte[] key;

  Ledger(Path file, byte[] key) {
    this.file = file;
    this.key = key.clone();
  }

  /** Adds a client; on disk when this returns. */
  void add(String client, Instant at) {
    try {
      Durable.append(
          file, (line(client, at.toString()) + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw Failures.of(new UncheckedIOException(e));
    }
  }

  /** All erased clients. A last line that a power cut left unfinished says nothing. */
  Set<String> clients() {
    return read(file);
  }

  /** Takes over what another copy of the ledger knows. */
  void merge(Path other) {
    Set<String> known = clients();
    for (String client : read(other)) {
      if (!known.contains(client)) {
        add(client, Instant.EPOCH);
      }
    }
  }

  private Set<String> read(Path from) {
    Set<String> clients = new TreeSet<>();
    if (!Files.exists(from)) {
      return clients;
    }
    try {
      String text = Files.readString(from, StandardCharsets.US_ASCII);
      List<String> whole = new ArrayList<>(List.of(text.split("\n", -1)));
      whole.removeLast();
      for (String line : whole) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !line.equals(line(parts[1], parts[0]))) {
          throw new StoreException.Damaged("the ledger of erasures was altered: " + from);
        }
        clients.add(parts[1]);
      }
      return clients;
    } catch (IOException e) {
      throw Failures.of(new UncheckedIOException(e));
    }
  }

  private String line(String client, String at) {
    String plain = at + " " + client;
    byte[] mac = AuditLog.mac(key).doFinal(("erased " + plain).getBytes(StandardCharsets.US_ASCII));
    return plain + " " + HexFormat.of().formatHex(mac);
  }
}
