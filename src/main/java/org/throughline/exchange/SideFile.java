package org.throughline.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the standard has no place for, by the GUID of the thing it belongs to; kept beside the
 * project as JSON.
 *
 * @param format of this file
 * @param codes the six parts of a code: "id", "useWhen", "examples" …
 * @param codings attributes, cue, rater, decisions
 * @param sources where each turn stands in the text, whose it is
 */
public record SideFile(
    int format,
    Map<String, Map<String, Object>> codes,
    Map<String, Map<String, Object>> codings,
    Map<String, Map<String, Object>> sources) {

  static final int FORMAT = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public SideFile {
    codes = new TreeMap<>(codes);
    codings = new TreeMap<>(codings);
    sources = new TreeMap<>(sources);
  }

  public static SideFile of(
      Map<String, Map<String, Object>> codes,
      Map<String, Map<String, Object>> codings,
      Map<String, Map<String, Object>> sources) {
    return new SideFile(FORMAT, codes, codings, sources);
  }

  /** Of a code book: only codes. */
  public static SideFile ofCodes(Map<String, Map<String, Object>> codes) {
    return of(codes, Map.of(), Map.of());
  }

  public byte[] bytes() {
    return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a side file.
   *
   * @throws IllegalArgumentException if it is none, or of a newer program
   */
  public static SideFile read(byte[] bytes) {
    try {
      SideFile side = JSON.readValue(bytes, SideFile.class);
      if (side.format() == FORMAT) {
        return side;
      }
    } catch (JacksonException | NullPointerException e) {
      // The parser's own message quotes the file.
    }
    throw new IllegalArgumentException("the side file is damaged or of a newer Throughline");
  }

  @Override
  public String toString() {
    return "SideFile[codes=" + codes.size() + ", codings=" + codings.size() + "]";
  }
}
