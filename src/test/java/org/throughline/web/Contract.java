package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** openapi.yaml, as a judge of responses. */
final class Contract {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode root;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contract(JsonNode root) {
    this.root = root;
  }

  static Contract read() throws IOException {
    try (InputStream in = Contract.class.getResourceAsStream("/openapi.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // OpenAPI keeps its schemas where JSON Schema does not look for definitions.
      return new Contract(
          YAMLMapper.shared().readTree(text.replace("#/components/schemas/", "#/$defs/")));
    }
  }

  /** "GET /api/v1/clients" for every operation. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
      for (String method : path.getValue().propertyNames()) {
        if (METHODS.contains(method)) {
          operations.add(method.toUpperCase(Locale.ROOT) + " /api/v1" + path.getKey());
        }
      }
    }
    return operations;
  }

  /** Fails unless the response is one that the contract promises for the operation. */
  void check(String method, HttpResponse<String> response) {
    String path = response.uri().getPath().replaceFirst("^/api/v1", "");
    int status = response.statusCode();
    JsonNode answer = answer(operation(method, path), status);
    if (answer.path("content").isMissingNode()) {
      assertThat(response.body()).as("%s %s answers %d", method, path, status).isEmpty();
      return;
    }
    String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    JsonNode media = answer.path("content").path(type);
    assertThat(media.isMissingNode())
        .as("%s %s answers %d as %s", method, path, response.statusCode(), type)
        .isFalse();
    if (type.endsWith("json")) {
      JsonNode body = JsonMapper.shared().readTree(response.body());
      assertThat(schema(media.get("schema")).validate(body))
          .as("%s %s answers %d", method, path, response.statusCode())
          .isEmpty();
    }
  }

  private JsonNode operation(String method, String path) {
    for (Map.Entry<String, JsonNode> candidate : root.get("paths").properties()) {
      String template = candidate.getKey().replaceAll("\\{[^}]+}", "[^/]+");
      JsonNode operation = candidate.getValue().path(method.toLowerCase(Locale.ROOT));
      if (Pattern.matches(template, path) && !operation.isMissingNode()) {
        return operation;
      }
    }
    throw new AssertionError("not in the contract: " + method + " " + path);
  }

  private JsonNode answer(JsonNode operation, int status) {
    JsonNode responses = operation.get("responses");
    JsonNode answer = responses.path(Integer.toString(status));
    if (answer.isMissingNode()) {
      assertThat(status).as("a status the contract does not name").isGreaterThanOrEqualTo(400);
      answer = responses.path("default");
    }
    return answer.has("$ref") ? root.at(answer.get("$ref").stringValue().substring(1)) : answer;
  }

  private Schema schema(JsonNode schema) {
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    whole.setAll((ObjectNode) schema.deepCopy());
    whole.set("$defs", root.at("/components/schemas"));
    return schemas.getSchema(whole);
  }
}
