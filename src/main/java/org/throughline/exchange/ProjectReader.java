package org.throughline.exchange;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.QdaProject.Coding;
import org.throughline.exchange.QdaProject.Selection;
import org.throughline.exchange.QdaProject.TextSource;
import org.throughline.exchange.QdaProject.Value;
import org.throughline.transcript.Span;

/** Makes a project of {@code project.qde} and the texts beside it. */
final class ProjectReader {

  private static final Map<String, String> NOT_TEXT =
      Map.of(
          "PictureSource", "pictures",
          "PDFSource", "PDF documents",
          "AudioSource", "recordings",
          "VideoSource", "recordings");

  /** A text that was found, with its element. */
  private record Found(Element element, String guid, PlainText text) {}

  private final Element root;
  private final Map<String, byte[]> files;
  private final Findings findings;
  private final CodesReader codes;

  ProjectReader(Element root, Map<String, byte[]> files, Findings findings) {
    this.root = root;
    this.files = files;
    this.findings = findings;
    this.codes = new CodesReader(findings);
  }

  Imported read(@Nullable SideFile side) {
    List<QdaProject.Code> tree = new ArrayList<>();
    root.all("CodeBook")
        .flatMap(book -> book.all("Codes"))
        .forEach(element -> tree.addAll(codes.codes(element, "")));
    List<Found> found = texts();
    List<Trial.Case> cases = found.stream().map(this::trial).toList();
    Trial.Outcome outcome = Trial.choose(cases);
    List<TextSource> sources = new ArrayList<>();
    for (Found each : found) {
      sources.add(source(each, outcome));
    }
    warn(outcome, cases);
    losses();
    QdaProject project =
        new QdaProject(
            root.attribute("name"),
            users(),
            tree,
            codes.sets(root),
            variables(),
            root.inside("Cases").stream().map(this::oneCase).toList(),
            sources,
            root.inside("Notes").stream().map(this::note).toList());
    return new Imported(
        project,
        outcome.reading(),
        outcome.quoted(),
        outcome.agreed(),
        findings.quarantine(),
        findings.warnings(),
        findings.losses(),
        side);
  }

  private void warn(Trial.Outcome outcome, List<Trial.Case> cases) {
    boolean selections = cases.stream().anyMatch(each -> !each.pointers().isEmpty());
    if (selections && outcome.quoted() == 0) {
      findings.warn(
          "no selection carries its words, so the positions could not be tested; they were read as "
              + outcome.reading().inWords());
    } else if (!outcome.reading().equals(Reading.STANDARD)) {
      findings.warn(
          "positions are not counted as the standard says, but as " + outcome.reading().inWords());
    }
  }

  private List<QdaProject.User> users() {
    return root.inside("Users").stream()
        .map(
            user ->
                new QdaProject.User(Guids.plain(user.attribute("guid")), user.attribute("name")))
        .toList();
  }

  private List<QdaProject.Variable> variables() {
    return root.inside("Variables").stream()
        .map(
            variable ->
                new QdaProject.Variable(
                    Guids.plain(variable.attribute("guid")),
                    variable.attribute("name"),
                    QdaProject.Type.of(variable.attribute("typeOfVariable"))))
        .toList();
  }

  private QdaProject.Case oneCase(Element one) {
    findings.lose("codes on cases", (int) one.all("CodeRef").count(), "cases are not coded here");
    findings.lose(
        "selections in cases",
        (int) one.all("SelectionRef").count(),
        "cases hold whole texts here");
    return new QdaProject.Case(
        Guids.plain(one.attribute("guid")),
        one.attribute("name"),
        values(one),
        one.all("SourceRef").map(ref -> Guids.plain(ref.attribute("targetGUID"))).toList());
  }

  private static List<Value> values(Element of) {
    return of.all("VariableValue")
        .map(
            value ->
                new Value(
                    value
                        .all("VariableRef")
                        .map(ref -> Guids.plain(ref.attribute("targetGUID")))
                        .findFirst()
                        .orElse(""),
                    value.children().stream()
                        .filter(child -> child.name().endsWith("Value"))
                        .map(child -> child.content().toString())
                        .findFirst()
                        .orElse("")))
        .toList();
  }

  private QdaProject.Note note(Element note) {
    findings.lose(
        "codings in memos",
        (int) note.all("PlainTextSelection").count(),
        "memos are not coded here");
    PlainText text = text(note);
    return new QdaProject.Note(
        Guids.plain(note.attribute("guid")),
        note.attribute("name"),
        text == null ? "" : text.text());
  }

  private List<Found> texts() {
    List<Found> found = new ArrayList<>();
    for (Element source : root.inside("Sources")) {
      String kind = NOT_TEXT.get(source.name());
      if (kind != null) {
        findings.lose(kind, 1, "only texts are read");
        continue;
      }
      PlainText text = text(source);
      if (text == null) {
        findings.lose("texts", 1, "they are not in the archive");
        continue;
      }
      if (text.guessed()) {
        findings.warn("a text is not UTF-8; it was read as Windows-1252");
      }
      String guid = Guids.plain(source.attribute("guid"));
      found.add(
          new Found(
              source,
              Guids.isGuid(guid) ? guid : Guids.of("imported source", source.attribute("name")),
              text));
    }
    return found;
  }

  private @Nullable PlainText text(Element source) {
    if (source.has("PlainTextContent")) {
      return new PlainText(source.text("PlainTextContent"), false, false);
    }
    String path = source.attribute("plainTextPath");
    byte[] bytes =
        path.startsWith("absolute:") ? null : files.get(QdaReader.key(path.replace(":", "/")));
    return bytes == null ? null : PlainText.of(bytes);
  }

  private Trial.Case trial(Found found) {
    return new Trial.Case(
        found.text(),
        found.element().all("PlainTextSelection").map(ProjectReader::pointer).toList());
  }

  private static Pointer pointer(Element selection) {
    String name = selection.attribute("name");
    return new Pointer(
        number(selection.attribute("startPosition")),
        number(selection.attribute("endPosition")),
        name.isBlank() ? selection.text("Description") : name);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private TextSource source(Found found, Trial.Outcome outcome) {
    Element element = found.element();
    String text = found.text().text();
    int[] positions = found.text().positions(outcome.reading());
    String flat = Pointer.flat(text);
    List<Selection> selections = new ArrayList<>();
    for (Element each : element.all("PlainTextSelection").toList()) {
      Pointer pointer = pointer(each);
      Span span = pointer.span(positions, outcome.reading());
      String doubt = doubt(pointer, span, text, flat, outcome);
      if (span == null || doubt != null) {
        findings.quarantine(
            new Quarantined(
                element.attribute("name"),
                each.attribute("guid"),
                pointer.start(),
                pointer.end(),
                codeNames(each),
                pointer.quote(),
                span == null ? null : span.of(text),
                doubt == null ? "the positions point at nothing" : doubt));
      } else {
        selections.add(selection(each, span));
      }
    }
    return new TextSource(
        found.guid(),
        element.attribute("name"),
        text,
        selections,
        codings(element),
        notes(element),
        values(element));
  }

  /** Why a selection is not to be trusted; null if it is. */
  private static @Nullable String doubt(
      Pointer pointer, @Nullable Span span, String text, String flat, Trial.Outcome outcome) {
    if (span == null || pointer.quote().isBlank() || pointer.agrees(span.of(text))) {
      return null;
    }
    if (pointer.occursIn(flat)) {
      return "its words stand elsewhere in the text";
    }
    // Where other names are quotes this one is too, and its words are gone; else it is a label.
    return outcome.quoted() > 0 ? "its words are not in the text" : null;
  }

  private List<String> codeNames(Element selection) {
    return selection
        .all("Coding")
        .flatMap(coding -> coding.all("CodeRef"))
        .map(ref -> codes.name(Guids.plain(ref.attribute("targetGUID"))))
        .toList();
  }

  private Selection selection(Element element, Span span) {
    return new Selection(
        Guids.plain(element.attribute("guid")),
        element.attribute("name"),
        span.start(),
        span.end(),
        user(element),
        time(element),
        codings(element),
        notes(element));
  }

  private List<Coding> codings(Element of) {
    List<Coding> codings = new ArrayList<>();
    for (Element coding : of.all("Coding").toList()) {
      String code =
          coding
              .all("CodeRef")
              .map(ref -> Guids.plain(ref.attribute("targetGUID")))
              .findFirst()
              .orElse("");
      if (codes.knows(code)) {
        codings.add(
            new Coding(
                Guids.plain(coding.attribute("guid")),
                code,
                user(coding),
                time(coding),
                notes(coding)));
      } else {
        findings.lose("codings", 1, "their code is not in the code book");
      }
    }
    return codings;
  }

  private static List<String> notes(Element of) {
    return of.all("NoteRef").map(note -> Guids.plain(note.attribute("targetGUID"))).toList();
  }

  private static @Nullable String user(Element of) {
    String user = of.attribute("creatingUser");
    return user.isBlank() ? null : Guids.plain(user);
  }

  private static @Nullable Instant time(Element of) {
    String time = of.attribute("creationDateTime").strip();
    try {
      return time.isEmpty() ? null : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException e) {
      try {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
      } catch (DateTimeParseException again) {
        return null;
      }
    }
  }

  private void losses() {
    Map<String, String> left = new LinkedHashMap<>();
    left.put("Links", "links");
    left.put("Graphs", "graphs");
    left.forEach(
        (container, what) ->
            findings.lose(what, root.inside(container).size(), "there is no place for them here"));
    int rich =
        (int)
            root.inside("Sources").stream()
                .filter(source -> !source.attribute("richTextPath").isEmpty())
                .count();
    findings.lose("formatted versions of texts", rich, "only plain text is read");
    findings.lose(
        "memos on the project",
        (int) root.all("NoteRef").count(),
        "memos are on codes, texts and codings");
  }
}
