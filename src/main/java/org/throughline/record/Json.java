package org.throughline.record;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How sealed values are written: JSON of this package's own small records. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Says nothing of the content when it cannot be read: it may be a client's words. */
  static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new StoreException.Damaged(
          "a stored " + type.getSimpleName() + " is not what it should be");
    }
  }
}
