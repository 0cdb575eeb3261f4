package org.throughline.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.QdaProject.TextSource;
import org.throughline.exchange.QdaProject.Value;

/**
 * A project's {@code project.qde}, in the order that the schema fixes. Positions are code points
 * from 0, the end exclusive (specification 1.5, annex A.2).
 */
final class ProjectXml {

  static final String NAMESPACE = "urn:QDA-XML:project:1.0";

  private final QdaProject project;
  private final XmlText xml = new XmlText();
  private final CodesXml codes = new CodesXml(xml);

  private ProjectXml(QdaProject project) {
    this.project = project;
  }

  static XmlText of(QdaProject project, String origin) {
    var written = new ProjectXml(project);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("name", project.name());
    attributes.put("origin", origin);
    written.xml.root("Project", NAMESPACE, attributes, written::all);
    return written.xml;
  }

  private void all() {
    each(
        "Users",
        project.users(),
        user -> xml.empty("User", CodesXml.named(user.guid(), user.name())));
    if (!project.codes().isEmpty()) {
      xml.element(
          "CodeBook",
          Map.of(),
          () -> xml.element("Codes", Map.of(), () -> codes.codes(project.codes(), true)));
    }
    each("Variables", project.variables(), this::variable);
    each("Cases", project.cases(), this::oneCase);
    each("Sources", project.sources(), this::source);
    each("Notes", project.notes(), this::note);
    each("Sets", project.sets(), set -> codes.set(set, "targetGUID"));
  }

  /** A container that is present needs a member. */
  private <T> void each(String container, List<T> members, Consumer<T> member) {
    if (!members.isEmpty()) {
      xml.element(container, Map.of(), () -> members.forEach(member));
    }
  }

  private void variable(QdaProject.Variable variable) {
    Map<String, String> attributes = CodesXml.named(variable.guid(), variable.name());
    attributes.put("typeOfVariable", variable.type().word());
    xml.empty("Variable", attributes);
  }

  private void oneCase(QdaProject.Case one) {
    xml.element(
        "Case",
        CodesXml.named(one.guid(), one.name()),
        () -> {
          one.values().forEach(this::value);
          one.sources().forEach(source -> xml.empty("SourceRef", Map.of("targetGUID", source)));
        });
  }

  private void value(Value value) {
    QdaProject.Type type =
        project.variables().stream()
            .filter(variable -> variable.guid().equals(value.variable()))
            .findFirst()
            .map(QdaProject.Variable::type)
            .orElse(QdaProject.Type.TEXT);
    xml.element(
        "VariableValue",
        Map.of(),
        () -> {
          xml.empty("VariableRef", Map.of("targetGUID", value.variable()));
          xml.text(type.word() + "Value", value.value());
        });
  }

  private void source(TextSource source) {
    Map<String, String> attributes = CodesXml.named(source.guid(), source.name());
    attributes.put("plainTextPath", "internal://" + source.guid() + ".txt");
    xml.element(
        "TextSource",
        attributes,
        () -> {
          source.selections().forEach(selection -> selection(source.text(), selection));
          source.codings().forEach(this::coding);
          codes.notes(source.notes());
          source.values().forEach(this::value);
        });
  }

  private void selection(String text, QdaProject.Selection selection) {
    Map<String, String> attributes = CodesXml.named(selection.guid(), selection.name());
    int start = text.codePointCount(0, selection.start());
    int length = text.codePointCount(selection.start(), selection.end());
    attributes.put("startPosition", Integer.toString(start));
    attributes.put("endPosition", Integer.toString(start + length));
    by(attributes, selection.user(), selection.created());
    xml.element(
        "PlainTextSelection",
        attributes,
        () -> {
          selection.codings().forEach(this::coding);
          codes.notes(selection.notes());
        });
  }

  private void coding(QdaProject.Coding coding) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("guid", coding.guid());
    by(attributes, coding.user(), coding.created());
    xml.element(
        "Coding",
        attributes,
        () -> {
          xml.empty("CodeRef", Map.of("targetGUID", coding.code()));
          codes.notes(coding.notes());
        });
  }

  private void note(QdaProject.Note note) {
    xml.element(
        "Note",
        CodesXml.named(note.guid(), note.name()),
        () -> xml.text("PlainTextContent", note.text()));
  }

  private static void by(
      Map<String, String> attributes, @Nullable String user, @Nullable Instant created) {
    if (user != null) {
      attributes.put("creatingUser", user);
    }
    if (created != null) {
      attributes.put("creationDateTime", created.truncatedTo(ChronoUnit.SECONDS).toString());
    }
  }
}
