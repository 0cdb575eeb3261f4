package org.throughline.codebook;

import java.util.List;

/**
 * One category of a codebook, after the six parts of MacQueen et al. 1998 (Cultural Anthropology
 * Methods 10(2):31–36): label, brief definition, full definition, when to use, when not to use,
 * examples.
 *
 * @param id stable and never reused, "agency.volitional"
 * @param boundaryCases what is easily confused, and how to decide
 * @param opposes ids of the codes that speak against this one
 * @param provenance where the construct comes from
 * @param culture where its wording is bound to a culture or a dialect
 * @param cues the patterns that suggest it
 * @param examples sentences it applies to and sentences it must leave alone
 * @param line where it begins in its file, from 1
 */
public record Code(
    String id,
    String label,
    String brief,
    String definition,
    List<String> useWhen,
    List<String> doNotUseWhen,
    List<String> boundaryCases,
    List<String> opposes,
    String provenance,
    String culture,
    List<Suggestion> cues,
    List<Example> examples,
    int line) {

  public Code {
    useWhen = List.copyOf(useWhen);
    doNotUseWhen = List.copyOf(doNotUseWhen);
    boundaryCases = List.copyOf(boundaryCases);
    opposes = List.copyOf(opposes);
    cues = List.copyOf(cues);
    examples = List.copyOf(examples);
  }
}
