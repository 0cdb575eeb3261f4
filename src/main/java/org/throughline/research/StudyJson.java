package org.throughline.research;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as they are kept: an object with the kind of event and its fields. */
public final class StudyJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final Map<String, Class<? extends StudyEvent>> KINDS =
      Stream.of(
              StudyEvent.Created.class,
              StudyEvent.CodesSet.class,
              StudyEvent.CorpusPinned.class,
              StudyEvent.Assigned.class,
              StudyEvent.Coded.class,
              StudyEvent.Removed.class,
              StudyEvent.Finished.class,
              StudyEvent.Memo.class,
              StudyEvent.Settled.class,
              StudyEvent.Frozen.class)
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  private StudyJson() {}

  public static String write(StudyEvent event) {
    ObjectNode node = JSON.valueToTree(event);
    node.remove("span");
    node.put("event", event.getClass().getSimpleName());
    return JSON.writeValueAsString(node);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is no event
   */
  public static StudyEvent read(String json) {
    try {
      var node = JSON.readTree(json);
      Class<? extends StudyEvent> kind = KINDS.get(node.path("event").asString(""));
      if (kind != null) {
        ((ObjectNode) node).remove("event");
        return JSON.treeToValue(node, kind);
      }
    } catch (JacksonException e) {
      // The parser's own message quotes the event.
    }
    throw new IllegalArgumentException("this is no event of a study");
  }
}
