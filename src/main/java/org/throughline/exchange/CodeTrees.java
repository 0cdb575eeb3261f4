package org.throughline.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.codebook.Code;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.Example;

/**
 * Codebooks as a tree of REFI-QDA codes: a heading for each codebook, its codes below. The standard
 * knows a name and a description; the six parts of a code are written into the description for
 * people and kept apart for {@link SideFile}.
 *
 * @param roots the headings
 * @param parts the six parts by GUID
 */
public record CodeTrees(List<QdaProject.Code> roots, Map<String, Map<String, Object>> parts) {

  public CodeTrees {
    roots = List.copyOf(roots);
    parts = new TreeMap<>(parts);
  }

  /** A code's GUID: the same in every export and every version of its codebook. */
  public static String guid(String code) {
    return Guids.of("code", code);
  }

  public static CodeTrees of(List<Codebook> codebooks) {
    List<QdaProject.Code> roots = new ArrayList<>();
    Map<String, Map<String, Object>> parts = new TreeMap<>();
    for (Codebook codebook : codebooks) {
      List<QdaProject.Code> codes = new ArrayList<>();
      for (Code code : codebook.codes()) {
        codes.add(
            new QdaProject.Code(
                guid(code.id()),
                code.label(),
                true,
                null,
                words(codebook, code),
                List.of(),
                List.of()));
        parts.put(guid(code.id()), parts(codebook, code));
      }
      roots.add(
          new QdaProject.Code(
              Guids.of("codebook", codebook.id()),
              codebook.id(),
              false,
              null,
              codebook.description() + "\nVersion " + codebook.version(),
              List.of(),
              codes));
    }
    return new CodeTrees(roots, parts);
  }

  private static Map<String, Object> parts(Codebook codebook, Code code) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("id", code.id());
    parts.put("codebook", codebook.id());
    parts.put("version", codebook.version());
    parts.put("hash", codebook.hash());
    parts.put("label", code.label());
    parts.put("brief", code.brief());
    parts.put("definition", code.definition());
    parts.put("useWhen", code.useWhen());
    parts.put("doNotUseWhen", code.doNotUseWhen());
    parts.put("boundaryCases", code.boundaryCases());
    parts.put("opposes", code.opposes());
    parts.put("provenance", code.provenance());
    parts.put(
        "examples",
        code.examples().stream()
            .map(example -> Map.of("text", example.text(), "applies", example.applies()))
            .toList());
    return parts;
  }

  private static String words(Codebook codebook, Code code) {
    StringBuilder words = new StringBuilder(code.definition());
    list(words, "Use when", code.useWhen());
    list(words, "Do not use when", code.doNotUseWhen());
    list(words, "Boundary cases", code.boundaryCases());
    list(words, "Examples", texts(code, true));
    list(words, "Near misses", texts(code, false));
    return words
        .append("\n\n")
        .append(code.id())
        .append(", ")
        .append(codebook.id())
        .append(" ")
        .append(codebook.version())
        .toString();
  }

  private static List<String> texts(Code code, boolean applies) {
    return code.examples().stream()
        .filter(example -> example.applies() == applies)
        .map(Example::text)
        .toList();
  }

  private static void list(StringBuilder words, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      words.append("\n\n").append(title).append(":");
      lines.forEach(line -> words.append("\n- ").append(line));
    }
  }
}
