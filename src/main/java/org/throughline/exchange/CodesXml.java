package org.throughline.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codes and sets, as code books and projects both write them. */
final class CodesXml {

  static final String CODEBOOK = "urn:QDA-XML:codebook:1.0";

  private final XmlText xml;

  CodesXml(XmlText xml) {
    this.xml = xml;
  }

  /** A code book, {@code .qdc}. It has no notes. */
  static XmlText codebook(QdaProject project, String origin) {
    var xml = new XmlText();
    var codes = new CodesXml(xml);
    xml.root(
        "CodeBook",
        CODEBOOK,
        Map.of("origin", origin),
        () -> {
          xml.element("Codes", Map.of(), () -> codes.codes(project.codes(), false));
          // An empty container is not valid.
          if (!project.sets().isEmpty()) {
            xml.element(
                "Sets", Map.of(), () -> project.sets().forEach(set -> codes.set(set, "guid")));
          }
        });
    return xml;
  }

  void codes(List<QdaProject.Code> codes, boolean withNotes) {
    for (QdaProject.Code code : codes) {
      Map<String, String> attributes = named(code.guid(), code.name());
      attributes.put("isCodable", Boolean.toString(code.codable()));
      if (code.color() != null) {
        attributes.put("color", code.color());
      }
      xml.element(
          "Code",
          attributes,
          () -> {
            xml.text("Description", code.description());
            if (withNotes) {
              notes(code.notes());
            }
            codes(code.children(), withNotes);
          });
    }
  }

  void set(QdaProject.CodeSet set, String reference) {
    xml.element(
        "Set",
        named(set.guid(), set.name()),
        () -> {
          xml.text("Description", set.description());
          set.codes().forEach(code -> xml.empty("MemberCode", Map.of(reference, code)));
          if (!reference.equals("guid")) {
            set.sources().forEach(source -> xml.empty("MemberSource", Map.of(reference, source)));
          }
        });
  }

  void notes(List<String> notes) {
    notes.forEach(note -> xml.empty("NoteRef", Map.of("targetGUID", note)));
  }

  static Map<String, String> named(String guid, String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("guid", guid);
    attributes.put("name", name);
    return attributes;
  }
}
