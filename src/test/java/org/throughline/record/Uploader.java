package org.throughline.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.throughline.transcript.Sha256;

/**
 * Runs as a process of its own until it is killed: four uploaders, a coder and an eraser on one
 * store. Says on standard output what was acknowledged, after it was.
 */
final class Uploader {

  static final int THREADS = 4;
  static final int TURNS = 6;

  private Uploader() {}

  /** Arguments: data folder, JDBC address or "-", round, first number to upload. */
  public static void main(String[] arguments) throws InterruptedException {
    StoreSettings settings = StoreSettings.in(Path.of(arguments[0]));
    Store store =
        Store.open(arguments[1].equals("-") ? settings : settings.withPostgres(arguments[1]));
    int first = Integer.parseInt(arguments[2]);
    Thread.ofPlatform().daemon().start(Uploader::endWithTheTest);
    say("READY");
    Thread[] threads = new Thread[THREADS + 2];
    for (int i = 0; i < THREADS; i++) {
      int lane = i;
      threads[i] = new Thread(() -> upload(store, lane, first));
    }
    threads[THREADS] = new Thread(() -> decide(store, first));
    threads[THREADS + 1] = new Thread(() -> erase(store));
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** The test holds the other end of standard input; when it is gone, so is this process. */
  private static void endWithTheTest() {
    try {
      int told = 0;
      while (told >= 0) {
        told = System.in.read();
      }
    } catch (IOException e) {
      say("ALONE");
    }
    Runtime.getRuntime().halt(1);
  }

  private static void upload(Store store, int lane, int first) {
    Client client = store.clients().add(Samples.CLINICIAN, "Lane " + lane, List.of(), null);
    store
        .consents()
        .record(
            Samples.CLINICIAN,
            client.id(),
            Scope.TREATMENT_ANALYSIS,
            NewConsent.granted(Instant.EPOCH));
    for (int number = first; ; number++) {
      String name = lane + "-" + number;
      SessionRecord kept =
          store.entries().addSession(Samples.CLINICIAN, client.id(), session(name), key(name));
      say("ACK " + name + " " + kept.id());
    }
  }

  private static void decide(Store store, int seed) {
    Random random = new Random(seed);
    while (true) {
      List<String> clients = store.clients().ids();
      if (!clients.isEmpty()) {
        confirmOne(store, clients.get(random.nextInt(clients.size())), random);
      }
    }
  }

  private static void confirmOne(Store store, String client, Random random) {
    try {
      List<SessionRecord> sessions = store.entries().sessions(Samples.CLINICIAN, client);
      if (!sessions.isEmpty()) {
        SessionRecord session = sessions.get(random.nextInt(sessions.size()));
        EntryContent content = store.entries().content(Samples.CLINICIAN, session.id());
        StoredCoding coding = content.codings().get(0);
        StoredCoding decided =
            store.codings().decide(Samples.CLINICIAN, coding.id(), new Decision.Confirm(), "yes");
        say("DECIDED " + client + " " + decided.decisions().getLast().id());
      }
    } catch (StoreException.NotFound | StoreException.Damaged e) {
      // The eraser was faster: the client is gone, or on the way.
      return;
    }
  }

  private static void erase(Store store) {
    Actor officer = new Actor("p1", "privacy_officer", "erasure");
    while (true) {
      Client client = Samples.consenting(store);
      String name = "erased-" + client.id();
      store.entries().addSession(Samples.CLINICIAN, client.id(), session(name), key(name));
      say("ERASING " + client.id());
      store.erasure().erase(officer, client.id(), Erasure.Index.NONE);
      say("ERASED " + client.id());
    }
  }

  static NewSession session(String name) {
    String[] turns = new String[TURNS];
    for (int i = 0; i < TURNS; i++) {
      turns[i] = "so in " + name + " I said it for the time " + i;
    }
    return new NewSession(
        LocalDate.of(2026, 4, 1),
        null,
        "plain",
        name + ".txt",
        String.join("\n", turns).getBytes(StandardCharsets.UTF_8),
        "{}",
        Samples.coded(turns));
  }

  static IdempotencyKey key(String name) {
    return new IdempotencyKey("c1", name, Sha256.hex(name));
  }

  private static void say(String line) {
    synchronized (Uploader.class) {
      System.out.println(line);
      System.out.flush();
    }
  }
}
