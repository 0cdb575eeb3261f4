package org.throughline.record;

import static org.throughline.record.Samples.CLINICIAN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs as a process of its own in a small disk of its own: fills it at a given moment, goes on
 * working, frees it, and says what happened.
 */
final class FullDisk {

  /** So many while the disk is full, each with its event: more than the reserve alone holds. */
  private static final int READS = 500;

  private FullDisk() {}

  /** Arguments: folder on the small disk, after how many uploads it is filled, floor. */
  public static void main(String[] arguments) throws IOException {
    Path disk = Path.of(arguments[0]);
    int moment = Integer.parseInt(arguments[1]);
    StoreSettings settings =
        StoreSettings.in(disk.resolve("data"))
            .withSpace(
                new StoreSettings.Space(
                    Long.parseLong(arguments[2]),
                    StoreSettings.Space.USUAL.reserve(),
                    StoreSettings.Space.USUAL.quota()));
    List<String> kept = new ArrayList<>();
    String client;
    try (Store store = Store.open(settings)) {
      client = Samples.consenting(store).id();
      int refused = 0;
      for (int i = 0; i < moment; i++) {
        kept.add(add(store, client, "before " + i));
      }
      Path ballast = disk.resolve("ballast");
      fill(ballast);
      for (int i = 0; i < 20; i++) {
        try {
          kept.add(add(store, client, "full " + i));
        } catch (StoreException.OutOfSpace e) {
          refused++;
        }
      }
      int reads = 0;
      int read = 0;
      while (reads < READS) {
        read = read(store, kept);
        reads += Math.max(1, read);
      }
      String keys = admit(store);
      Files.delete(ballast);
      kept.add(add(store, client, "after"));
      System.out.println("REFUSED " + refused);
      System.out.println("READ " + read);
      System.out.println("KEYS " + keys);
    }
    try (Store store = Store.open(settings)) {
      System.out.println("ACKNOWLEDGED " + kept.size());
      System.out.println("KEPT " + read(store, kept));
      System.out.println("SESSIONS " + store.entries().sessions(CLINICIAN, client).size());
      System.out.println("AUDIT " + (store.audit().verify() instanceof AuditLog.Whole));
    }
  }

  private static String add(Store store, String client, String text) {
    String[] turns = new String[200];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = text + " and so on " + i;
    }
    return store.entries().addSession(CLINICIAN, client, Samples.session(turns), null).id();
  }

  private static int read(Store store, List<String> ids) {
    int read = 0;
    for (String id : ids) {
      if (!store.entries().content(CLINICIAN, id).transcript().turns().isEmpty()) {
        read++;
      }
    }
    return read;
  }

  private static String admit(Store store) {
    try {
      store.clients().add(CLINICIAN, "One more", List.of(), null);
      return "made";
    } catch (StoreException.OutOfSpace e) {
      return "refused";
    }
  }

  private static void fill(Path ballast) {
    fill(ballast, 1 << 20);
    fill(ballast, 4096);
  }

  private static void fill(Path ballast, int size) {
    byte[] block = new byte[size];
    try {
      while (true) {
        Files.write(ballast, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      // Full: what was wanted.
      return;
    }
  }
}
