package org.throughline.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.throughline.exchange.QdaProject.Coding;
import org.throughline.exchange.QdaProject.Selection;
import org.throughline.exchange.QdaProject.TextSource;
import org.throughline.exchange.QdaProject.Value;
import org.throughline.exchange.QdaProject.Variable;
import org.throughline.transcript.Role;

/**
 * Makes a project of coded texts: a case for each client, a source for each text, a user for each
 * rater. The standard knows no speakers: each role becomes a code in a set "Speakers" with one
 * selection a turn, and its name stands in the text before the turn.
 */
public final class QdaExport {

  private final CodeTrees trees;
  private final Map<String, QdaProject.User> users = new TreeMap<>();
  private final Map<String, Variable> variables = new TreeMap<>();
  private final Map<String, List<String>> sourcesOf = new TreeMap<>();
  private final Set<Role> roles = new TreeSet<>();
  private final Set<String> codesUsed = new TreeSet<>();
  private final List<TextSource> sources = new ArrayList<>();
  private final List<QdaProject.Note> notes = new ArrayList<>();
  private final Map<String, Map<String, Object>> codingParts = new TreeMap<>();
  private final Map<String, Map<String, Object>> sourceParts = new TreeMap<>();
  private int returns;

  private QdaExport(CodeTrees trees) {
    this.trees = trees;
  }

  /** The project of some texts as a {@code .qdpx} file, with its list of what is lost. */
  public static QdaFile file(String name, CodeTrees trees, List<CodedText> texts) {
    return file(name, trees, List.of(), texts);
  }

  /**
   * The same.
   *
   * @param onCodes notes that the trees refer to
   */
  public static QdaFile file(
      String name, CodeTrees trees, List<QdaProject.Note> onCodes, List<CodedText> texts) {
    var export = new QdaExport(trees);
    export.notes.addAll(onCodes);
    texts.forEach(export::add);
    QdaFile file = QdaFile.project(export.project(name), export.side());
    List<Loss> losses = new ArrayList<>(file.losses());
    if (export.returns > 0) {
      losses.add(
          new Loss("carriage returns", export.returns, "blanks stand there; offsets are kept"));
    }
    int beside = export.codingParts.size();
    if (beside > 0) {
      losses.add(
          new Loss(
              "attributes, cues and decisions of codings",
              beside,
              "other programs do not see them; they are in throughline.json"));
    }
    return new QdaFile(file.bytes(), losses);
  }

  private void add(CodedText text) {
    String guid = Guids.of("source", text.id());
    sourcesOf.computeIfAbsent(text.client(), absent -> new ArrayList<>()).add(guid);
    StringBuilder whole = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    List<Selection> selections = new ArrayList<>();
    List<Object> parts = new ArrayList<>();
    for (CodedText.Part part : text.parts()) {
      Role role = part.role();
      int from = whole.length();
      if (role != null) {
        whole.append(role.name()).append(": ");
      }
      starts.add(whole.length());
      whole.append(clean(part.text()));
      Map<String, Object> place = new LinkedHashMap<>();
      place.put("start", starts.getLast());
      place.put("end", whole.length());
      if (role != null) {
        place.put("role", role.id());
        selections.add(speaker(guid, parts.size(), role, whole, from));
      }
      parts.add(place);
      if (parts.size() < text.parts().size()) {
        whole.append('\n');
      }
    }
    for (CodedText.Mark mark : text.marks()) {
      selections.add(selection(mark, starts.get(mark.part()), whole));
    }
    Map<String, Object> side = new LinkedHashMap<>();
    side.put("id", text.id());
    side.put("client", text.client());
    side.put("parts", parts);
    sourceParts.put(guid, side);
    sources.add(
        new TextSource(
            guid, text.id(), whole.toString(), selections, List.of(), memos(text), values(text)));
  }

  private List<String> memos(CodedText text) {
    List<String> guids = new ArrayList<>();
    for (int i = 0; i < text.memos().size(); i++) {
      String memo = text.memos().get(i);
      String note = Guids.of("memo on text", text.id() + "/" + i);
      notes.add(new QdaProject.Note(note, Names.of(memo), memo));
      guids.add(note);
    }
    return guids;
  }

  private String clean(String text) {
    returns += (int) text.chars().filter(c -> c == '\r').count();
    return text.replace('\r', ' ');
  }

  private Selection speaker(String source, int part, Role role, StringBuilder whole, int from) {
    roles.add(role);
    String id = source + "/" + part;
    return new Selection(
        Guids.of("turn", id),
        Names.of(whole.substring(from)),
        from,
        whole.length(),
        null,
        null,
        List.of(
            new Coding(Guids.of("speaker coding", id), speakerCode(role), null, null, List.of())),
        List.of());
  }

  private static String speakerCode(Role role) {
    return Guids.of("speaker", role.id());
  }

  private Selection selection(CodedText.Mark mark, int partStart, StringBuilder whole) {
    QdaProject.User user =
        users.computeIfAbsent(
            mark.rater(), rater -> new QdaProject.User(Guids.of("user", rater), rater));
    codesUsed.add(mark.code());
    int start = partStart + mark.span().start();
    int end = partStart + mark.span().end();
    String coding = Guids.of("coding", mark.id());
    if (!mark.more().isEmpty()) {
      codingParts.put(coding, mark.more());
    }
    List<String> memos = new ArrayList<>();
    String memo = mark.memo();
    if (memo != null) {
      String note = Guids.of("memo", mark.id());
      notes.add(new QdaProject.Note(note, Names.of(memo), memo));
      memos.add(note);
    }
    return new Selection(
        Guids.of("selection", mark.id()),
        Names.of(whole.substring(start, end)),
        start,
        end,
        user.guid(),
        mark.at(),
        List.of(
            new Coding(
                /* guid= */ coding, CodeTrees.guid(mark.code()), user.guid(), mark.at(), memos)),
        List.of());
  }

  private List<Value> values(CodedText text) {
    List<Value> values = new ArrayList<>();
    text.variables()
        .forEach(
            (name, value) -> {
              Variable variable =
                  variables.computeIfAbsent(
                      name,
                      absent ->
                          new Variable(Guids.of("variable", absent), absent, QdaProject.Type.TEXT));
              values.add(new Value(variable.guid(), value));
            });
    return values;
  }

  private QdaProject project(String name) {
    List<QdaProject.Code> codes = new ArrayList<>(trees.roots());
    List<QdaProject.CodeSet> sets = new ArrayList<>();
    if (!roles.isEmpty()) {
      List<QdaProject.Code> speakers =
          roles.stream().map(role -> plain(speakerCode(role), words(role))).toList();
      codes.add(
          new QdaProject.Code(
              Guids.of("heading", "Speakers"), "Speakers", false, null, "", List.of(), speakers));
      sets.add(
          new QdaProject.CodeSet(
              Guids.of("set", "Speakers"),
              "Speakers",
              "Who speaks: one selection for each turn.",
              speakers.stream().map(QdaProject.Code::guid).toList(),
              List.of()));
    }
    for (String code : codesUsed) {
      if (!isKnown(codes, CodeTrees.guid(code))) {
        codes.add(plain(CodeTrees.guid(code), code));
      }
    }
    List<QdaProject.Case> cases = new ArrayList<>();
    sourcesOf.forEach(
        (client, texts) ->
            cases.add(new QdaProject.Case(Guids.of("case", client), client, List.of(), texts)));
    return new QdaProject(
        name,
        List.copyOf(users.values()),
        codes,
        sets,
        List.copyOf(variables.values()),
        cases,
        sources,
        notes);
  }

  private static String words(Role role) {
    return role.id().substring(0, 1).toUpperCase(Locale.ROOT) + role.id().substring(1);
  }

  private static QdaProject.Code plain(String guid, String name) {
    return new QdaProject.Code(guid, name, true, null, "", List.of(), List.of());
  }

  private static boolean isKnown(List<QdaProject.Code> codes, String guid) {
    return codes.stream()
        .anyMatch(code -> code.guid().equals(guid) || isKnown(code.children(), guid));
  }

  private SideFile side() {
    Map<String, Map<String, Object>> codes = new TreeMap<>(trees.parts());
    for (String code : codesUsed) {
      codes.putIfAbsent(CodeTrees.guid(code), Map.of("id", code));
    }
    return SideFile.of(codes, codingParts, sourceParts);
  }
}
