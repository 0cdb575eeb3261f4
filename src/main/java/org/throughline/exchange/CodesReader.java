package org.throughline.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads codes and sets, whatever is missing from them. */
final class CodesReader {

  private final Findings findings;
  private final Set<String> seen = new HashSet<>();

  /** Names by GUID, for what has to be told to people. */
  private final Map<String, String> names = new HashMap<>();

  CodesReader(Findings findings) {
    this.findings = findings;
  }

  /** The codes inside an element {@code Codes} or {@code Code}. */
  List<QdaProject.Code> codes(Element parent, String path) {
    List<QdaProject.Code> codes = new ArrayList<>();
    for (Element code : parent.all("Code").toList()) {
      codes.add(code(code, path));
    }
    return codes;
  }

  private QdaProject.Code code(Element code, String path) {
    String name = code.attribute("name").strip();
    if (name.isEmpty()) {
      findings.warn("a code has no name; it is called \"unnamed\"");
      name = "unnamed";
    }
    String here = path + "/" + name;
    String guid = guid(code, here);
    names.put(guid, name);
    return new QdaProject.Code(
        guid,
        name,
        codable(code.attribute("isCodable")),
        color(code.attribute("color")),
        code.text("Description"),
        code.all("NoteRef").map(note -> Guids.plain(note.attribute("targetGUID"))).toList(),
        codes(code, here));
  }

  private String guid(Element code, String path) {
    String guid = Guids.plain(code.attribute("guid"));
    if (!Guids.isGuid(guid)) {
      findings.warn("a code has no GUID of the right form; it got one made from its name");
      guid = Guids.of("imported code", path);
    }
    if (!seen.add(guid)) {
      findings.warn("two codes have the same GUID; the second got a new one");
      guid = Guids.of("imported code", path + "#" + seen.size());
      seen.add(guid);
    }
    return guid;
  }

  private boolean codable(String value) {
    String word = value.strip();
    if (word.isEmpty()) {
      findings.warn("isCodable is missing; such codes can be used for coding");
    }
    return !word.equals("false") && !word.equals("0");
  }

  private @Nullable String color(String value) {
    if (value.isEmpty()) {
      return null;
    }
    if (!value.matches("#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")) {
      findings.warn("a colour is not of the form #RRGGBB and was left out");
      return null;
    }
    return value;
  }

  /** Sets of codes and sources; the two file kinds name their members by different attributes. */
  List<QdaProject.CodeSet> sets(Element root) {
    if (root.has("Sets") && root.inside("Sets").isEmpty()) {
      findings.warn("there is an empty list of sets, which the schema forbids");
    }
    List<QdaProject.CodeSet> sets = new ArrayList<>();
    for (Element set : root.inside("Sets")) {
      String name = set.attribute("name");
      String guid = Guids.plain(set.attribute("guid"));
      sets.add(
          new QdaProject.CodeSet(
              Guids.isGuid(guid) ? guid : Guids.of("imported set", name),
              name,
              set.text("Description"),
              set.all("MemberCode").map(CodesReader::member).filter(seen::contains).toList(),
              set.all("MemberSource").map(CodesReader::member).toList()));
      findings.lose(
          "memos in sets", (int) set.all("MemberNote").count(), "sets hold codes and texts here");
    }
    return sets;
  }

  private static String member(Element member) {
    String guid = member.attribute("targetGUID");
    return Guids.plain(guid.isEmpty() ? member.attribute("guid") : guid);
  }

  boolean knows(String guid) {
    return seen.contains(guid);
  }

  String name(String guid) {
    return names.getOrDefault(guid, "unknown code");
  }
}
