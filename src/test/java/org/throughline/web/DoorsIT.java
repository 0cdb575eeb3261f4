package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.desk.Practice;
import org.throughline.identity.SmallProvider;
import org.throughline.record.DiskScan;
import org.throughline.web.Api.Answer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program as it is started, in processes of their own, through every route and command: a
 * thousand made-up words go in at every place that takes words, and afterwards neither data folder,
 * guard folder, logs nor temporary files hold any of them; and no process called out.
 */
class DoorsIT {

  private static final int CANARIES = 1_000;
  private static final String KNOCKING = "Throughline is at (http://127\\.0\\.0\\.1:(\\d+)/)";

  @TempDir Path folder;
  private final List<String> canaries = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  private String canary() {
    canaries.add("kestrel%04dheron".formatted(canaries.size()));
    return canaries.getLast();
  }

  @Test
  void nothingSaidLiesOnDiskAndNothingCallsOut() throws Exception {
    for (String name : List.of("tmp", "logs", "in")) {
      Files.createDirectories(folder.resolve(name));
    }
    overRest();
    onTheCommandLine();
    List<String> found = new ArrayList<>();
    for (String name : List.of("data", "data.guard", "tmp", "logs", "backups")) {
      found.addAll(DiskScan.found(folder.resolve(name), canaries));
    }
    System.out.printf(
        "canaries through both doors: %d in, %d found on disk, in logs or temporary files%n",
        canaries.size(), found.size());
    assertThat(found).isEmpty();
    assertThat(canaries).hasSizeGreaterThanOrEqualTo(CANARIES);
    assertThat(folder.resolve("found")).doesNotExist();
  }

  @Test
  void theWatchWouldSeeACallOut() throws Exception {
    Files.createDirectories(folder.resolve("tmp"));
    Files.createDirectories(folder.resolve("logs"));
    Process probe = start("probe");
    assertThat(probe.waitFor()).isZero();
    assertThat(Files.readAllLines(folder.resolve("found")))
        .extracting(line -> line.split(" ", -1)[0])
        .containsExactly("socket", "channel", "datagrams");
  }

  /** With an identity provider set, it alone is called, and only when somebody signs in. */
  @Test
  void withAnIdentityProviderNobodyElseIsCalled() throws Exception {
    for (String name : List.of("tmp", "logs", "in")) {
      Files.createDirectories(folder.resolve(name));
    }
    try (SmallProvider clinic = SmallProvider.start()) {
      Process server =
          start(
              "serve",
              "--port",
              "0",
              "--oidc-issuer",
              clinic.issuer().toString(),
              "--oidc-client",
              SmallProvider.CLIENT);
      try (Sockets sockets = new Sockets(server.pid())) {
        Matcher knocking = waitFor("serve.out", Pattern.compile(KNOCKING));
        assertThat(clinic.calls()).as("before anybody signs in").isZero();
        assertThat(folder.resolve("found")).doesNotExist();
        signIn(knocking.group(1));
        assertThat(clinic.calls()).as("document, browser, code").isGreaterThanOrEqualTo(3);
        List<String> made = Files.readAllLines(folder.resolve("found"));
        assertThat(made).isNotEmpty().allMatch(line -> line.startsWith("channel"));
        Thread.sleep(200);
        int listening = Integer.parseInt(knocking.group(2));
        Set<String> ours = new TreeSet<>(sockets.seen());
        ours.remove("tcp " + listening);
        assertThat(ours).as("ends of the calls").hasSizeLessThanOrEqualTo(made.size());
        assertThat(sockets.peers()).contains(clinic.issuer().getPort());
        System.out.printf(
            "with an identity provider: %d channels made, %d calls answered by it, %d looks%n",
            made.size(), clinic.calls(), sockets.looks());
      } finally {
        server.destroy();
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  /** As a browser does it; nobody is linked, so the door stays shut. */
  private void signIn(String address) throws Exception {
    HttpResponse<String> begun =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "api/v1/session/provider"))
                .header(Guard.HEADER, "1")
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
    String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    String there = JsonMapper.shared().readTree(begun.body()).at("/address").stringValue();
    HttpResponse<String> sent =
        http.send(HttpRequest.newBuilder(URI.create(there)).build(), BodyHandlers.ofString());
    String back = sent.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> refused =
        http.send(
            HttpRequest.newBuilder(URI.create(back)).header("Cookie", cookie).build(),
            BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(401);
  }

  private void overRest() throws Exception {
    Process server = start("serve", "--port", "0");
    try (Sockets sockets = new Sockets(server.pid())) {
      Matcher knocking = waitFor("serve.out", Pattern.compile(KNOCKING));
      String address = knocking.group(1);
      Matcher secret = waitFor("serve.out", Pattern.compile("(setup_\\S+)"));
      Api admin = Api.enrolled(address, "admin", secret.group(1));
      Api clinician = invited(address, admin, "ada", "clinician");
      Api officer = invited(address, admin, "max", "privacy_officer");
      int words = fill(clinician);
      int routes = touchEverything(address, List.of(admin, clinician, officer));
      System.out.printf(
          "over REST: %d words put in, %d operations called, %d looks at the sockets: %s%n",
          words, routes, sockets.looks(), sockets.seen());
      assertThat(sockets.seen()).containsExactly("tcp " + knocking.group(2));
      assertThat(sockets.looks()).isGreaterThan(20);
    } finally {
      server.destroy();
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Api invited(String address, Api admin, String name, String role) throws Exception {
    Answer invited =
        admin.post("/accounts", "{\"name\":\"%s\",\"roles\":[\"%s\"]}".formatted(name, role));
    return Api.enrolled(address, name, invited.text("token"));
  }

  /** Words at every place that takes words, kept and refused. */
  private int fill(Api api) throws Exception {
    String client =
        api.post(
                "/clients",
                "{\"pseudonym\":\"%s\",\"problems\":[\"%s\",\"%s\"]}"
                    .formatted(canary(), canary(), canary()))
            .text("id");
    api.put("/clients/" + client + "/consents/treatment_analysis", "{\"decision\":\"granted\"}");
    String session = "";
    for (int day = 1; canaries.size() < CANARIES - 60; day++) {
      String therapist = canary();
      String speaker = canary();
      Map<String, String> fields =
          Map.of(
              "date", "2026-01-%02d".formatted(day),
              "roles", "{\"%s\":\"therapist\",\"%s\":\"client\"}".formatted(therapist, speaker));
      byte[] file = transcript(therapist, speaker, 100).getBytes(StandardCharsets.UTF_8);
      Answer kept = api.upload(client, canary() + ".txt", file, fields);
      assertThat(kept.status()).isEqualTo(201);
      session = kept.text("session/id");
    }
    String words = "\"%s %s\"".formatted(canary(), canary());
    String checkIn = "{\"date\":\"2026-03-01\",\"prompt\":\"one_word\",\"text\":" + words + "}";
    assertThat(api.post("/clients/" + client + "/check-ins", checkIn).status()).isEqualTo(201);
    String missed = "{\"date\":\"2026-03-02\",\"reason\":\"" + canary() + "\"}";
    assertThat(api.post("/clients/" + client + "/missed-sessions", missed).status()).isEqualTo(201);
    String coding = api.get("/sessions/" + session).text("codings/0/id");
    String note = "{\"verdict\":\"reject\",\"note\":\"" + canary() + "\"}";
    assertThat(api.post("/codings/" + coding + "/decisions", note).status()).isEqualTo(200);
    refused(api, client);
    String known = canaries.get(8);
    Answer found = api.get("/quotes?q=" + known);
    for (int i = 0; found.status() == 200 && found.json().get("items").isEmpty(); i++) {
      assertThat(i).as("the index catches up").isLessThan(60);
      Thread.sleep(2_000);
      found = api.get("/quotes?q=" + known);
    }
    assertThat(found.status()).as(found.whole().body()).isEqualTo(200);
    return canaries.size();
  }

  private void refused(Api api, String client) throws Exception {
    assertThat(api.post("/clients", "{\"pseudonym\": " + canary()).status()).isEqualTo(400);
    assertThat(api.post("/clients", "{\"" + canary() + "\":1}").status()).isEqualTo(400);
    assertThat(api.get("/clients/" + canary()).status()).isEqualTo(404);
    assertThat(api.get("/quotes?q=(" + canary()).status()).isEqualTo(400);
    assertThat(api.get("/quotes?q=" + canary() + "&client=" + canary()).status()).isEqualTo(200);
    byte[] binary = ("\0\1\2" + canary()).getBytes(StandardCharsets.UTF_8);
    assertThat(
            api.upload(client, canary() + ".docx", binary, Map.of("date", "2026-02-01")).status())
        .isEqualTo(422);
    byte[] strangers =
        "%s: Well?\n%s: I was %s.\n"
            .formatted(canary(), canary(), canary())
            .getBytes(StandardCharsets.UTF_8);
    assertThat(api.upload(client, "a.txt", strangers, Map.of("date", "2026-02-02")).status())
        .isEqualTo(422);
    String login = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(canary(), canary());
    assertThat(api.post("/session", login).status()).isEqualTo(401);
  }

  private String transcript(String therapist, String speaker, int words) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i += 2) {
      text.append(therapist).append(": And the ").append(canary()).append("?\n");
      text.append(speaker).append(": I was scared of the ").append(canary()).append(".\n");
    }
    return text.toString();
  }

  /** Each operation of the contract, by each account, with words where it takes any. */
  private int touchEverything(String address, List<Api> accounts) throws Exception {
    int called = 0;
    for (String operation : Contract.read().operations()) {
      String[] call = operation.split(" ", 2);
      if (operation.equals("DELETE /api/v1/session")) {
        continue;
      }
      for (Api api : accounts) {
        String path = call[1].replaceAll("\\{[^}]+}", canary()) + "?q=" + canary();
        String body =
            "{\""
                + canary()
                + "\":\""
                + URLEncoder.encode(canary(), StandardCharsets.UTF_8)
                + "\"}";
        int status =
            http.send(
                    HttpRequest.newBuilder(URI.create(address.replaceAll("/$", "") + path))
                        .headers(api.credentials())
                        .header("Content-Type", "application/json")
                        .method(
                            call[0],
                            call[0].equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body))
                        .build(),
                    BodyHandlers.discarding())
                .statusCode();
        assertThat(status).as(operation).isLessThan(500);
      }
      called++;
    }
    return called;
  }

  private void onTheCommandLine() throws Exception {
    String name = canary();
    Path transcript = folder.resolve("in").resolve("2026-02-03.txt");
    String therapist = canary();
    String speaker = canary();
    Files.writeString(transcript, transcript(therapist, speaker, 10));
    Path items = folder.resolve("in").resolve("items.jsonl");
    Files.writeString(items, "{\"id\":\"a\",\"text\":\"I was scared of " + canary() + ".\"}\n");
    Path card = folder.resolve("in").resolve("card.json");
    Files.writeString(card, "{\"names\":[\"" + canary() + "\"]}");
    Path bad = folder.resolve("in").resolve("bad.txt");
    Files.writeString(bad, "%s: Well?\n%s: %s.\n".formatted(canary(), canary(), canary()));
    String book = Practice.CODEBOOKS.resolve("emotion.yaml").toString();
    List<String[]> commands =
        List.of(
            data("client", "add", name, "--problem", canary()),
            data("consent", name, "treatment_analysis", "granted"),
            data("consent", name, "research", "granted"),
            data("card", name, "--file", card.toString()),
            data("release", "list"),
            data("release", "draft", name),
            data("client", "list"),
            data(
                "import",
                "--client",
                name,
                "--speaker",
                therapist + "=therapist",
                "--speaker",
                speaker + "=client",
                transcript.toString()),
            data("import", "--client", name, "--date", "2026-02-10", bad.toString()),
            data("client", "missed", name, "2026-02-17", "--reason", canary()),
            data("trajectory", name),
            data("search", "scared"),
            data("search", "(" + canary()),
            data("saved", "keep", "one", canary()),
            data("saved", "run", "one"),
            data("mark", "quotes", "emotion.fear", "scared", "--why", canary()),
            data("report", "session-note", name),
            data("learn", "code", "emotion.fear"),
            data("learn", "cards"),
            data("learn", "suggest", name),
            data("study", "list"),
            data("reindex"),
            data("audit", "verify"),
            new String[] {
              "code",
              "--input",
              items.toString(),
              "--output",
              folder.resolve("in").resolve("codings.jsonl").toString(),
              "--codebooks",
              Practice.CODEBOOKS.toString()
            },
            new String[] {"codebook", "check", book},
            new String[] {"codebook", "diff", book, book},
            new String[] {
              "backup",
              folder.resolve("backups").toString(),
              "--data",
              folder.resolve("data").toString()
            },
            data("trajectory", canary()),
            data("erase", name, "--yes"));
    Path list = folder.resolve("in").resolve("commands");
    Files.write(list, commands.stream().map(command -> String.join("\t", command)).toList());
    Process process = watched("commands", list.toString());
    try (Sockets sockets = new Sockets(process.pid())) {
      assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
      assertThat(sockets.seen()).isEmpty();
    }
    List<String> exits =
        Files.readAllLines(folder.resolve("in").resolve("out")).stream()
            .filter(line -> line.startsWith("EXIT"))
            .toList();
    System.out.printf("on the command line: %d commands%n", exits.size());
    assertThat(exits).hasSize(commands.size()).noneMatch(line -> line.contains("EXIT 70"));
  }

  private String[] data(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    if (!command[0].equals("audit") && !command[0].equals("backup")) {
      all.addAll(List.of("--codebooks", Practice.CODEBOOKS.toString()));
    }
    return all.toArray(String[]::new);
  }

  private Process start(String... command) throws IOException {
    if (command[0].equals("probe")) {
      return watched("probe", "probe");
    }
    Path list = folder.resolve("in").resolve("serve");
    Files.writeString(list, String.join("\t", data(command)) + "\n");
    return watched("serve", list.toString());
  }

  private Process watched(String log, String commands) throws IOException {
    boolean lets =
        commands.endsWith("serve") && Files.readString(Path.of(commands)).contains("oidc");
    // The server's own words are its log; what commands print for a person is not.
    Path out =
        log.equals("serve")
            ? folder.resolve("logs").resolve("serve.out")
            : folder.resolve("in").resolve("out");
    Files.createDirectories(folder.resolve("in"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
            "-Djava.nio.channels.spi.SelectorProvider=" + Watched.Provider.class.getName(),
            "-Dwatched.found=" + folder.resolve("found"),
            "-Dwatched.lets=" + lets,
            "-Djava.io.tmpdir=" + folder.resolve("tmp"),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Watched.class.getName(),
            commands,
            out.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("logs").resolve(log + ".err").toFile())
        .start();
  }

  private Matcher waitFor(String log, Pattern wanted) throws Exception {
    Path file = folder.resolve("logs").resolve(log);
    for (int i = 0; i < 1_200; i++) {
      if (Files.exists(file)) {
        Matcher found = wanted.matcher(Files.readString(file));
        if (found.find()) {
          return found;
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError(
        "the server did not start: "
            + Files.readString(folder.resolve("logs").resolve("serve.err")));
  }
}
