package org.throughline.web;

import io.javalin.json.JsonMapper;
import java.io.InputStream;
import java.lang.reflect.Type;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/** Jackson 3 as Javalin's JSON, for requests and answers alike. */
final class Json implements JsonMapper {

  static final tools.jackson.databind.json.JsonMapper MAPPER =
      tools.jackson.databind.json.JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Override
  public String toJsonString(Object value, Type type) {
    return MAPPER.writeValueAsString(value);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // Javalin's signature.
  public <T> T fromJsonString(String json, Type type) {
    return MAPPER.readValue(json, MAPPER.constructType(type));
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // Javalin's signature.
  public <T> T fromJsonStream(InputStream json, Type type) {
    return MAPPER.readValue(json, MAPPER.constructType(type));
  }
}
