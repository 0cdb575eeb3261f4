package org.throughline.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.view.ClientView;
import org.throughline.record.Actor;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;
import org.throughline.transcript.checkin.CheckIn;
import org.throughline.transcript.checkin.CheckInFile;
import org.throughline.transcript.checkin.CheckInResult;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The sample practice: what clients.yaml says a practice would enter by hand, entered through the
 * desk like anything else.
 *
 * @param folder of clients.yaml and of the clients' folders
 */
public record Samples(Path folder, List<SampleClient> clients) {

  /** Told about each step, for people who wait. */
  @FunctionalInterface
  public interface Listener {
    void step(String what, int done, int of);
  }

  /**
   * One client of the list.
   *
   * @param speakers whose label in the files is whose role
   * @param consents ids of scopes, granted at the first session
   * @param checkIns file of check-ins
   * @param casework file of what is written down beside the sessions
   */
  public record SampleClient(
      String pseudonym,
      String problem,
      String folder,
      Map<String, String> speakers,
      List<String> consents,
      List<SampleSession> sessions,
      @Nullable String checkIns,
      @Nullable String casework) {
    /** Labels are names. */
    @Override
    public String toString() {
      return "SampleClient[" + folder + "]";
    }
  }

  /**
   * One session that was held or missed.
   *
   * @param file null where the session was missed
   */
  public record SampleSession(@Nullable Integer number, String date, @Nullable String file) {}

  private record Listed(List<SampleClient> clients) {}

  public static Samples read(Path folder) throws IOException {
    Path list = folder.resolve("clients.yaml");
    Listed listed = YAMLMapper.shared().readValue(Files.readString(list), Listed.class);
    return new Samples(folder, List.copyOf(listed.clients()));
  }

  /**
   * Enters all clients with their consents, sessions held and missed, and check-ins.
   *
   * @return the clients, in the list's order
   */
  public List<ClientView> enter(Desk desk, Actor by, Listener listener) throws IOException {
    List<ClientView> entered = new ArrayList<>();
    int steps = clients.stream().mapToInt(client -> held(client).size() + 1).sum();
    int done = 0;
    for (SampleClient sample : clients) {
      ClientView client = desk.addClient(by, sample.pseudonym(), List.of(sample.problem()), null);
      consent(desk, by, client.id(), sample);
      for (SampleSession session : held(sample)) {
        listener.step(sample.pseudonym() + ", session " + session.number(), ++done, steps);
        session(desk, by, client.id(), sample, session);
      }
      for (SampleSession session : sample.sessions()) {
        if (session.file() == null) {
          desk.addMissed(by, client.id(), LocalDate.parse(session.date()), "", null);
        }
      }
      listener.step(sample.pseudonym() + ", check-ins", ++done, steps);
      checkIns(desk, by, client.id(), sample);
      String casework = sample.casework();
      if (casework != null) {
        new SampleCasework(desk, by, client.id())
            .enter(folder.resolve(sample.folder()).resolve(casework));
      }
      entered.add(desk.client(by, client.id()));
    }
    return entered;
  }

  private static List<SampleSession> held(SampleClient client) {
    return client.sessions().stream().filter(session -> session.file() != null).toList();
  }

  private static void consent(Desk desk, Actor by, String client, SampleClient sample) {
    Instant first =
        LocalDate.parse(sample.sessions().getFirst().date())
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    for (String scope : sample.consents()) {
      desk.recordConsent(by, client, Scope.of(scope), NewConsent.granted(first));
    }
  }

  private void session(
      Desk desk, Actor by, String client, SampleClient sample, SampleSession session)
      throws IOException {
    Map<String, Role> roles = new HashMap<>();
    sample.speakers().forEach((label, role) -> roles.put(label, Role.of(role)));
    Upload upload = upload(sample, Objects.requireNonNull(session.file()));
    var file =
        new TranscriptFile(
            upload, LocalDate.parse(session.date()), session.number(), roles, true, null);
    switch (desk.receive(by, client, file, null)) {
      case Received.Kept kept -> {}
      case Received.Asks asks -> throw unusable(sample, session, "asks " + asks.questions());
      case Received.Resembles twins -> throw unusable(sample, session, "is there already");
      case Received.Refused refused -> throw unusable(sample, session, refused.reason());
    }
  }

  private static IllegalArgumentException unusable(
      SampleClient sample, SampleSession session, String why) {
    return new IllegalArgumentException(
        "sample " + sample.folder() + "/" + session.file() + " cannot be imported: " + why);
  }

  private void checkIns(Desk desk, Actor by, String client, SampleClient sample)
      throws IOException {
    String file = sample.checkIns();
    if (file == null) {
      return;
    }
    switch (CheckInFile.read(upload(sample, file), null)) {
      case CheckInResult.Refused refused ->
          throw new IllegalArgumentException(
              "sample " + sample.folder() + "/" + file + ": " + refused.reason());
      case CheckInResult.Read read -> {
        for (CheckIn checkIn : read.checkIns()) {
          String prompt = Objects.requireNonNull(checkIn.kind()).replace('-', '_');
          LocalDate date = Objects.requireNonNull(checkIn.date());
          desk.addCheckIn(by, client, date, prompt, checkIn.text(), null);
        }
      }
    }
  }

  private Upload upload(SampleClient sample, String file) throws IOException {
    return new Upload(file, Files.readAllBytes(folder.resolve(sample.folder()).resolve(file)));
  }
}
