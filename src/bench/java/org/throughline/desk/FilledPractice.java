package org.throughline.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.throughline.coding.CodedTranscript;
import org.throughline.quote.Corpus;
import org.throughline.record.Actor;
import org.throughline.record.NewConsent;
import org.throughline.record.NewSession;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.Tie;

/** A data folder full of invented sessions, gone when it is closed. */
public final class FilledPractice implements AutoCloseable {

  private static final Actor ME = Actor.program("bench");

  private final Path folder;
  private final List<String> clients = new ArrayList<>();
  private long words;

  private FilledPractice(Path folder) {
    this.folder = folder;
  }

  /** With as many turns, of clients who agreed to be analysed. */
  public static FilledPractice of(Corpus corpus, int turns) throws IOException {
    FilledPractice made = new FilledPractice(Files.createTempDirectory("throughline-bench"));
    try (Store store = Store.open(made.data())) {
      for (int i = 0; i < turns / Corpus.TURNS; i++) {
        if (i % Corpus.SESSIONS_PER_CLIENT == 0) {
          made.addClient(store, "C" + i);
        }
        made.addSession(store, i, corpus.coded(i));
      }
    }
    return made;
  }

  private void addClient(Store store, String pseudonym) {
    String client = store.clients().add(ME, pseudonym, List.of(), null).id();
    Instant from = Instant.parse("2020-01-01T00:00:00Z");
    store.consents().record(ME, client, Scope.TREATMENT_ANALYSIS, NewConsent.granted(from));
    clients.add(client);
  }

  private void addSession(Store store, int number, CodedTranscript coded) {
    words += coded.words().stream().mapToLong(turn -> turn.tokens().size()).sum();
    byte[] original = ("session " + number).getBytes(StandardCharsets.UTF_8);
    LocalDate date = LocalDate.of(2024, 1, 1).plusDays(new Random(number).nextInt(900));
    store
        .entries()
        .addSession(
            ME,
            clients.getLast(),
            new NewSession(date, null, "bench", "a.txt", original, "{}", coded),
            null);
  }

  /** The work on it. */
  public Desk open() throws IOException {
    Path codebooks = Path.of(System.getProperty("throughline.home", ".")).resolve("codebooks");
    return Desk.open(new DeskSettings(data(), codebooks));
  }

  /** Somebody treats all clients. */
  public void treatedBy(String account) throws IOException {
    try (Store store = Store.open(data())) {
      clients.forEach(client -> store.registry().tie(ME, Tie.Kind.TREATS, account, client));
    }
  }

  private Path data() {
    return folder.resolve("practice");
  }

  public List<String> clients() {
    return List.copyOf(clients);
  }

  /** How many words all sessions have. */
  public long words() {
    return words;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
