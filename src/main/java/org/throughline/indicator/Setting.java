package org.throughline.indicator;

import java.util.ArrayList;
import java.util.List;

/**
 * How a text came about. Two figures may only be compared if nothing of this differs: a human
 * transcript has other words than a machine's, and another question gets another answer. "" where
 * it is not known or does not apply.
 *
 * @param source "human", or the name of the speech recogniser
 * @param prompt id of the question that was asked, for check-ins and reviews
 * @param therapist account or alias
 * @param language IETF tag
 * @param codebooks name, version and hash of the codebooks, in one string
 */
public record Setting(
    String source, String prompt, String therapist, String language, String codebooks) {

  public static final Setting UNKNOWN = new Setting("", "", "", "", "");

  /** What differs, in plain words; empty where the two may be compared. */
  public List<String> differences(Setting other) {
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
    if (!codebooks.equals(other.codebooks)) {
      differences.add("codebook version");
    }
    return differences;
  }
}
