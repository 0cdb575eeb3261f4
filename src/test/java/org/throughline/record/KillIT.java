package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process of four uploaders, a coder and an eraser at random moments, again and again on
 * the same store. Each new process uploads the same names from the start of the last round, as
 * clients do that never got an answer: a name must end up stored exactly once. No process is killed
 * before it has stored and decided something new, however slow the machine.
 */
class KillIT {

  private static final int KILLS = Integer.getInteger("throughline.kills", 12);

  /** So many new uploads, and so many decisions, are acknowledged before a process is killed. */
  private static final int AT_LEAST = 2;

  @TempDir Path folder;

  String postgres() {
    return "-";
  }

  private StoreSettings settings() {
    StoreSettings settings = StoreSettings.in(folder.resolve("data"));
    return postgres().equals("-") ? settings : settings.withPostgres(postgres());
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingIsThereByHalf() throws Exception {
    long seed = 20260402;
    Random random = new Random(seed);
    Map<String, String> acknowledged = new HashMap<>();
    Map<String, String> decided = new HashMap<>(); // whose, by decision
    Set<String> erasing = new HashSet<>();
    int first = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int before = acknowledged.size();
      runAndKill(random, first, acknowledged, decided, erasing);
      first += (acknowledged.size() - before) / Uploader.THREADS / 2;
    }
    try (Store store = Store.open(settings())) {
      assertThat(store.audit().verify()).isInstanceOf(AuditLog.Whole.class);
      Map<String, EntryContent> stored = contents(store);
      acknowledged.forEach(
          (name, id) -> assertThat(stored).as("acknowledged " + name).containsKey(id));
      Set<String> hashes = new HashSet<>();
      for (EntryContent content : stored.values()) {
        assertWhole(content);
        assertThat(hashes.add(((SessionRecord) content.entry()).sha256())).as("once").isTrue();
      }
      Set<String> decisions = new HashSet<>();
      stored.values().stream()
          .flatMap(content -> content.codings().stream())
          .flatMap(coding -> coding.decisions().stream())
          .forEach(decision -> decisions.add(decision.id()));
      List<String> there = store.clients().ids();
      decided.forEach(
          (decision, client) -> {
            if (there.contains(client)) {
              assertThat(decisions).as("decided").contains(decision);
            }
          });
      for (String client : erasing) {
        assertThat(store.clients().ids()).doesNotContain(client);
        assertThat(store.vault().holds(client, Vault.Purpose.TEXT)).as("no key is back").isFalse();
      }
      System.out.printf(
          "kill -9: %d kills, seed %d; %d uploads and %d decisions acknowledged, 0 lost; %d sessions"
              + " stored, 0 partial, 0 twice; %d erasures, none undone;"
              + " audit log whole%n",
          KILLS, seed, acknowledged.size(), decided.size(), stored.size(), erasing.size());
    }
    assertThat(acknowledged.size()).isGreaterThan(KILLS);
    assertThat(decided.size()).isGreaterThan(KILLS);
  }

  private static Map<String, EntryContent> contents(Store store) {
    Map<String, EntryContent> stored = new HashMap<>();
    for (String client : store.clients().ids()) {
      for (EntryContent content : store.entries().contents(Samples.CLINICIAN, client)) {
        stored.put(content.entry().id(), content);
      }
    }
    return stored;
  }

  private static void assertWhole(EntryContent content) {
    SessionRecord session = (SessionRecord) content.entry();
    String name = session.fileName().replace(".txt", "");
    NewSession given = Uploader.session(name);
    assertThat(content.transcript()).isEqualTo(given.coded().transcript());
    assertThat(content.facts()).isEqualTo(given.coded().facts());
    assertThat(content.codings()).hasSize(given.coded().codings().size());
  }

  private void runAndKill(
      Random random,
      int first,
      Map<String, String> acknowledged,
      Map<String, String> decided,
      Set<String> erasing)
      throws IOException, InterruptedException {
    Process process = start(first);
    List<String> lines = new ArrayList<>();
    Thread reader = new Thread(() -> read(process, lines));
    reader.start();
    while (process.isAlive() && !isEnough(lines, acknowledged)) {
      Thread.sleep(10);
    }
    Thread.sleep(random.nextInt(1_500));
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    reader.join();
    assertThat(process.exitValue()).as("killed, not failed").isEqualTo(137);
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      if (parts[0].equals("ACK")) {
        String earlier = acknowledged.put(parts[1], parts[2]);
        assertThat(earlier == null || earlier.equals(parts[2])).as("stored twice").isTrue();
      } else if (parts[0].equals("DECIDED")) {
        decided.put(parts[2], parts[1]);
      } else if (parts[0].equals("ERASED")) {
        erasing.add(parts[1]);
      }
    }
  }

  private Process start(int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Uploader.class.getName(),
            folder.resolve("data").toString(),
            postgres(),
            Integer.toString(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static boolean isEnough(List<String> lines, Map<String, String> acknowledged) {
    synchronized (lines) {
      long fresh =
          lines.stream()
              .filter(line -> line.startsWith("ACK "))
              .filter(line -> !acknowledged.containsKey(line.split(" ", -1)[1]))
              .count();
      long decisions = lines.stream().filter(line -> line.startsWith("DECIDED ")).count();
      return fresh >= AT_LEAST && decisions >= AT_LEAST;
    }
  }

  private static void read(Process process, List<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (lines) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      // The process is dead: what it said until then counts.
      return;
    }
  }
}
