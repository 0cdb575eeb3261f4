package org.throughline.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.measure.Entry;
import org.throughline.measure.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what somebody wants to write down: {@code {"kind": "score", "date": "2026-01-31", …}},
 * without an id. What may be left out gets its plain value; everything else is asked for by name.
 */
final class EntryReader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Unless somebody says otherwise. */
  private static final Map<String, JsonNode> USUAL =
      Map.of(
          "missingItems", NODES.numberNode(0),
          "minutes", NODES.numberNode(0),
          "incident", NODES.booleanNode(false),
          "weight", NODES.numberNode(1.0),
          "prompts", NODES.arrayNode());

  /** Words without which the entry says nothing. */
  private static final Set<String> NEEDED =
      Set.of("words", "word", "title", "what", "answer", "description", "stillStuck");

  /** Check-ins are coded when they come in; withdrawing is another request. */
  private static final Set<String> ELSEWHERE = Set.of("check_in", "withdrawn");

  private static final Map<String, Class<?>> KINDS = kinds();
  private static final int MOST_WORDS = 5_000;

  private EntryReader() {}

  private static Map<String, Class<?>> kinds() {
    Map<String, Class<?>> kinds = new HashMap<>();
    for (JsonSubTypes.Type type :
        Objects.requireNonNull(Entry.class.getAnnotation(JsonSubTypes.class)).value()) {
      if (!ELSEWHERE.contains(type.name())) {
        kinds.put(type.name(), type.value());
      }
    }
    return Map.copyOf(kinds);
  }

  /**
   * Reads one entry.
   *
   * @param id that it gets
   * @throws IllegalArgumentException with what to do; it repeats no words
   */
  static Entry read(String json, String id) {
    ObjectNode node = object(json);
    JsonNode named = node.get("kind");
    Class<?> kind = named == null || !named.isString() ? null : KINDS.get(named.stringValue());
    if (kind == null) {
      throw new IllegalArgumentException("kind is one of " + new TreeSet<>(KINDS.keySet()));
    }
    if (node.has("id")) {
      throw new IllegalArgumentException("the id is given by the program: leave it out");
    }
    node.put("id", id);
    Arrays.stream(kind.getRecordComponents()).forEach(component -> complete(node, component));
    return entry(node);
  }

  private static ObjectNode object(String json) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode node) {
        return node;
      }
    } catch (JacksonException e) {
      // Said below: the parser's own message may repeat what it read.
    }
    throw new IllegalArgumentException("an entry is a JSON object with kind and date");
  }

  private static void complete(ObjectNode node, RecordComponent component) {
    String name = component.getName();
    JsonNode given = node.get(name);
    boolean absent = given == null || given.isNull();
    if (component.getType() == Words.class) {
      if (absent) {
        node.put(name, "");
      } else if (given.isString() && given.stringValue().length() > MOST_WORDS) {
        throw new IllegalArgumentException(name + " has at most " + MOST_WORDS + " characters");
      }
      if (NEEDED.contains(name) && node.get(name).asString("").isBlank()) {
        throw new IllegalArgumentException(name + " is missing");
      }
    } else if (absent && USUAL.containsKey(name)) {
      node.set(name, USUAL.get(name));
    } else if (absent && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  private static Entry entry(ObjectNode node) {
    try {
      return Objects.requireNonNull(JSON.treeToValue(node, Entry.class));
    } catch (JacksonException e) {
      // What a measure's own rules refuse names no words; what the parser refuses may.
      throw e.getCause() instanceof IllegalArgumentException ours && isOurs(ours)
          ? new IllegalArgumentException(ours.getMessage(), e)
          : new IllegalArgumentException(
              "a field of the entry is not of the shape that the contract describes for its kind",
              e);
    }
  }

  private static boolean isOurs(IllegalArgumentException refusal) {
    return List.of(refusal.getStackTrace()).stream()
        .limit(1)
        .anyMatch(frame -> frame.getClassName().startsWith(Entry.class.getPackageName()));
  }
}
