package org.throughline.coding;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A coding as programs read it: one JSON object a line.
 *
 * @param id the item's id
 * @param start first UTF-16 unit of the quote in the item's text
 * @param end one past the last
 * @param cue which cue suggested it, "emotion.fear/adjectives"
 * @param attributes experiencer, polarity, reality, time, source, certainty, prompted
 * @param explanation the reason in words
 * @param engine the engine's version
 * @param codebook the codebook's name and version
 * @param codebookHash SHA-256 of the codebook file
 */
public record CodingLine(
    String id,
    String code,
    int start,
    int end,
    String quote,
    String cue,
    Map<String, String> attributes,
    double confidence,
    String explanation,
    String engine,
    String codebook,
    String codebookHash) {

  /** The line for a machine's coding of the item with this id. */
  public static CodingLine of(String id, Coding coding) {
    Rater.Machine machine =
        coding.rater() instanceof Rater.Machine m ? m : new Rater.Machine("", "", "");
    return new CodingLine(
        id,
        coding.code(),
        coding.span().start(),
        coding.span().end(),
        coding.quote(),
        coding.evidence().cue(),
        attributes(coding.attributes()),
        coding.confidence(),
        coding.evidence().explanation(),
        machine.engine(),
        machine.codebook(),
        machine.codebookHash());
  }

  /** The attributes by name, values as the API writes them. */
  public static Map<String, String> attributes(Attributes attributes) {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("experiencer", Attributes.id(attributes.experiencer()));
    named.put("polarity", Attributes.id(attributes.polarity()));
    named.put("reality", Attributes.id(attributes.reality()));
    named.put("time", Attributes.id(attributes.time()));
    named.put("source", Attributes.id(attributes.source()));
    named.put("certainty", Attributes.id(attributes.certainty()));
    named.put("prompted", attributes.prompted() ? "prompted" : "spontaneous");
    return named;
  }

  @Override
  public String toString() {
    return "CodingLine[" + code + " " + start + "-" + end + "]";
  }
}
