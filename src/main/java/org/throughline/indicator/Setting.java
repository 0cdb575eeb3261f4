package org.throughline.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a text came about. Two figures may only be compared if nothing of this differs: a human
 * transcript has other words than a machine's, and another question gets another answer. "" where
 * it is not known or does not apply.
 *
 * @param source "human", or the name of the speech recogniser
 * @param prompt id of the question that was asked, for check-ins and reviews
 * @param therapist account or alias
 * @param language IETF tag
 * @param codebooks for each construct ("agency") the version and hash of the codebook it was coded
 *     with; a construct of which nothing was found may be left out
 */
public record Setting(
    String source,
    String prompt,
    String therapist,
    String language,
    Map<String, String> codebooks) {

  public static final Setting UNKNOWN = new Setting("", "", "", "", Map.of());

  public Setting {
    codebooks = Map.copyOf(codebooks);
  }

  /**
   * What differs for figures of one construct, in plain words; empty where they may be compared.
   */
  public List<String> differences(Setting other, String construct) {
    List<String> differences = new ArrayList<>();
    if (!source.equals(other.source)) {
      differences.add("transcript source");
    }
    if (!prompt.equals(other.prompt)) {
      differences.add("prompt");
    }
    if (!therapist.equals(other.therapist)) {
      differences.add("therapist");
    }
    if (!language.equals(other.language)) {
      differences.add("language");
    }
    String scheme = codebooks.get(construct);
    String otherScheme = other.codebooks.get(construct);
    if (scheme != null && otherScheme != null && !scheme.equals(otherScheme)) {
      differences.add("codebook version");
    }
    return differences;
  }

  /** A therapist is somebody, too. */
  @Override
  public String toString() {
    return "Setting[" + source + ", " + prompt + ", " + language + ", " + codebooks + "]";
  }
}
