package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.throughline.access.AccountRole;
import org.throughline.access.Accounts;
import org.throughline.access.Phone;
import org.throughline.record.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a server as one of its accounts, and holds every answer against the contract. The
 * account is made and logged in by the constructor.
 */
final class Api {

  private static final String PASSWORD = "quartz lantern over seven herons";

  private static final String BOUNDARY = "----throughline-test";

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final Contract contract;
  private String account = "";
  private @Nullable Phone phone;
  private String[] credentials = {Guard.HEADER, "1"};

  private Api(String base, Contract contract) {
    this.base = base;
    this.contract = contract;
  }

  /** As a new clinician. */
  Api(Server server) throws Exception {
    this(server, AccountRole.CLINICIAN);
  }

  /** As a new account with these roles. */
  Api(Server server, AccountRole... roles) throws Exception {
    this(server.address() + "api/v1", Contract.read());
    String name = "account-" + NAMES.incrementAndGet();
    Actor by = Actor.program("test");
    String ticket = server.accounts().invite(by, name, Set.of(roles));
    Accounts.Enrolment enrolled = server.accounts().setUp(ticket, PASSWORD).orElseThrow();
    phone = new Phone(enrolled.totpSecret());
    login(name);
  }

  /** At a server in another process: sets the account up with its one-time secret, and logs in. */
  static Api enrolled(String address, String name, String ticket) throws Exception {
    Api api = new Api(address + "api/v1", Contract.read());
    Answer enrolled =
        api.post("/setup", "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(ticket, PASSWORD));
    assertThat(enrolled.status()).isEqualTo(201);
    api.phone = new Phone(enrolled.text("totpSecret"));
    api.login(name);
    return api;
  }

  /** As nobody. */
  static Api nobody(Server server) throws IOException {
    return new Api(server.address() + "api/v1", Contract.read());
  }

  /** With a script's token. */
  static Api script(Server server, String token) throws IOException {
    Api api = nobody(server);
    api.credentials = new String[] {"Authorization", "Bearer " + token};
    return api;
  }

  /** The same account, logged in a second time. */
  Api again() throws Exception {
    Api again = new Api(base, contract);
    again.phone = phone;
    again.login(get("/session").text("name"));
    return again;
  }

  private void login(String name) throws Exception {
    String body =
        "{\"name\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}".formatted(name, PASSWORD, code());
    Answer in = post("/session", body);
    assertThat(in.status()).isEqualTo(200);
    account = in.text("account");
    String cookie = in.whole().headers().firstValue("Set-Cookie").orElseThrow();
    credentials =
        new String[] {Guard.HEADER, "1", "Cookie", cookie.substring(0, cookie.indexOf(';'))};
  }

  /** A fresh code of the account's phone app. */
  String code() {
    return Objects.requireNonNull(phone).code();
  }

  /** Id of the account. */
  String account() {
    return account;
  }

  /** The headers that say who asks. */
  String[] credentials() {
    return credentials.clone();
  }

  /** An answer: its status and its JSON. */
  record Answer(int status, JsonNode json, HttpResponse<String> whole) {
    String text(String field) {
      return json.at("/" + field).stringValue();
    }
  }

  Answer get(String path) throws Exception {
    return send("GET", request(path).GET());
  }

  Answer get(String path, String accept) throws Exception {
    return send("GET", request(path).header("Accept", accept).GET());
  }

  Answer delete(String path) throws Exception {
    return send("DELETE", request(path).DELETE());
  }

  Answer put(String path, String json) throws Exception {
    return send("PUT", json(path).PUT(BodyPublishers.ofString(json)));
  }

  Answer post(String path, String json, String... headers) throws Exception {
    HttpRequest.Builder request = json(path).POST(BodyPublishers.ofString(json));
    return send("POST", headers.length == 0 ? request : request.headers(headers));
  }

  /** Uploads a file as a session. */
  Answer upload(String client, byte[] file, Map<String, String> fields, String... headers)
      throws Exception {
    return upload(client, "session.txt", file, fields, headers);
  }

  Answer upload(
      String client, String name, byte[] file, Map<String, String> fields, String... headers)
      throws Exception {
    return sendFile("/clients/" + client + "/sessions", name, file, fields, headers);
  }

  /** Asks what an upload would find. */
  Answer preview(String client, byte[] file, Map<String, String> fields) throws Exception {
    return sendFile("/clients/" + client + "/sessions/preview", "session.txt", file, fields);
  }

  /** Sends a file by itself. */
  Answer send(String path, String fileName, byte[] file) throws Exception {
    return sendFile(path, fileName, file, Map.of());
  }

  private Answer sendFile(
      String path, String fileName, byte[] file, Map<String, String> fields, String... headers)
      throws Exception {
    List<byte[]> body = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            body.add(
                part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8))));
    body.add(part("form-data; name=\"file\"; filename=\"" + fileName + "\"", file));
    body.add(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArrays(body));
    return send("POST", headers.length == 0 ? request : request.headers(headers));
  }

  Answer upload(String client, String transcript, String date) throws Exception {
    Map<String, String> fields = new HashMap<>();
    fields.put("date", date);
    fields.put("roles", "{\"T\":\"therapist\",\"C\":\"client\"}");
    return upload(client, transcript.getBytes(StandardCharsets.UTF_8), fields);
  }

  private static byte[] part(String disposition, byte[] content) {
    byte[] head =
        ("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[head.length + content.length + 2];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(content, 0, whole, head.length, content.length);
    whole[whole.length - 2] = '\r';
    whole[whole.length - 1] = '\n';
    return whole;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).headers(credentials);
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private Answer send(String method, HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    contract.check(method, response);
    boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
    JsonNode body =
        json ? JsonMapper.shared().readTree(response.body()) : JsonMapper.shared().nullNode();
    return new Answer(response.statusCode(), body, response);
  }
}
