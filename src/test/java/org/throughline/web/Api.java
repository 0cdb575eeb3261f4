package org.throughline.web;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a server, and holds every answer against the contract. */
final class Api {

  private static final String BOUNDARY = "----throughline-test";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final Contract contract;

  Api(Server server) throws IOException {
    this.base = server.address() + "api/v1";
    this.contract = Contract.read();
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
    List<byte[]> body = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            body.add(
                part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8))));
    body.add(part("form-data; name=\"file\"; filename=\"session.txt\"", file));
    body.add(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        request("/clients/" + client + "/sessions")
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
    return HttpRequest.newBuilder(URI.create(base + path));
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
