package org.throughline.web;

import io.javalin.http.Context;
import io.javalin.json.JsonMapper;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.throughline.access.View;
import org.throughline.measure.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.module.SimpleModule;

/** Jackson 3 as Javalin's JSON, for requests and answers alike. */
final class Json implements JsonMapper {

  private static final int DEEPEST = 64;

  /** A codebook is sent as one string. */
  private static final int LONGEST = 4 << 20;

  static final tools.jackson.databind.json.JsonMapper MAPPER =
      tools.jackson.databind.json.JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST)
                          .build())
                  .build())
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The same without anybody's words: each of them is printed as "". */
  private static final tools.jackson.databind.json.JsonMapper WORDLESS =
      MAPPER.rebuild().addModule(wordless()).build();

  private static SimpleModule wordless() {
    return new SimpleModule()
        .addSerializer(
            Words.class,
            new ValueSerializer<Words>() {
              @Override
              public void serialize(Words words, JsonGenerator json, SerializationContext context) {
                json.writeString("");
              }
            });
  }

  /** Answers with as much of the words in it as the caller may see: all of them, or none. */
  static void answer(Context ctx, Object value) {
    boolean all = Requests.view(ctx) == View.FULL;
    ctx.contentType("application/json").result((all ? MAPPER : WORDLESS).writeValueAsString(value));
  }

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
