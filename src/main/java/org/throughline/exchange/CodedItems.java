package org.throughline.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.QdaProject.Selection;
import org.throughline.exchange.QdaProject.TextSource;

/**
 * An imported project as plain lines: texts, and codings in them with UTF-16 offsets. A project of
 * our own comes back turn by turn, another's text by text.
 */
public final class CodedItems {

  /** A text: a whole source, or a part of it. */
  public record Item(String id, String client, String text) {
    @Override
    public String toString() {
      return "Item[" + id + ", length=" + text.length() + "]";
    }
  }

  /**
   * A coding of an item.
   *
   * @param rater the project's user; "" for nobody
   */
  public record Line(String id, String code, int start, int end, String quote, String rater) {
    @Override
    public String toString() {
      return "Line[" + id + ", " + code + " " + start + "-" + end + "]";
    }
  }

  /** A code by its path: "agency/chose". */
  public record Path(String code, String guid, boolean codable, String description) {}

  private record Part(int start, int end) {}

  private final Imported imported;
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> users = new HashMap<>();
  private final Map<String, String> clients = new HashMap<>();
  private final List<Path> paths = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private int across;

  private CodedItems(Imported imported) {
    this.imported = imported;
    imported.project().users().forEach(user -> users.put(user.guid(), user.name()));
    for (QdaProject.Case one : imported.project().cases()) {
      one.sources().forEach(source -> clients.put(source, one.name()));
    }
    paths(imported.project().codes(), "");
  }

  /** Whether a code is the heading of our own roles, which the standard has no other place for. */
  public static boolean isSpeakers(QdaProject.Code root) {
    return root.guid().equals(Guids.of("heading", "Speakers"));
  }

  public static CodedItems of(Imported imported) {
    var items = new CodedItems(imported);
    imported.project().sources().forEach(items::add);
    return items;
  }

  public List<Item> items() {
    return List.copyOf(items);
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }

  public List<Path> codes() {
    return List.copyOf(paths);
  }

  /** Codings that reach over the end of a turn and were cut there. */
  public int across() {
    return across;
  }

  private void paths(List<QdaProject.Code> tree, String above) {
    for (QdaProject.Code code : tree) {
      SideFile side = imported.side();
      Map<String, Object> ours = side == null ? null : side.codes().get(code.guid());
      String path = ours != null && ours.get("id") instanceof String id ? id : above + code.name();
      codes.put(code.guid(), path);
      paths.add(new Path(path, code.guid(), code.codable(), code.description()));
      paths(code.children(), path + "/");
    }
  }

  private void add(TextSource source) {
    Map<String, Object> ours = ours(source);
    List<Part> parts = parts(source, ours);
    String id = ours.get("id") instanceof String named ? named : source.name();
    String client = clients.getOrDefault(source.guid(), id);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String item = parts.size() == 1 ? id : id + "/" + i;
      items.add(new Item(item, client, source.text().substring(part.start(), part.end())));
      for (Selection selection : source.selections()) {
        cut(item, part, selection, source.text());
      }
    }
  }

  private void cut(String item, Part part, Selection selection, String text) {
    int start = Math.max(part.start(), selection.start());
    int end = Math.min(part.end(), selection.end());
    for (QdaProject.Coding coding : selection.codings()) {
      String code = codes.getOrDefault(coding.code(), coding.code());
      if (start < end && !code.startsWith("Speakers/")) {
        across += start > selection.start() ? 1 : 0;
        lines.add(
            new Line(
                item,
                code,
                start - part.start(),
                end - part.start(),
                text.substring(start, end),
                user(coding.user() == null ? selection.user() : coding.user())));
      }
    }
  }

  private String user(@Nullable String guid) {
    return guid == null ? "" : users.getOrDefault(guid, guid);
  }

  private Map<String, Object> ours(TextSource source) {
    SideFile side = imported.side();
    return side == null
        ? Map.of()
        : side.sources().getOrDefault(source.guid(), new LinkedHashMap<>());
  }

  /** The turns of our own export, if another program has left the text alone. */
  private static List<Part> parts(TextSource source, Map<String, Object> ours) {
    List<Part> parts = new ArrayList<>();
    if (ours.get("parts") instanceof List<?> listed) {
      for (Object each : listed) {
        if (each instanceof Map<?, ?> place
            && place.get("start") instanceof Integer start
            && place.get("end") instanceof Integer end
            && start <= end
            && end <= source.text().length()) {
          parts.add(new Part(start, end));
        }
      }
    }
    boolean whole = !parts.isEmpty() && parts.getLast().end() == source.text().length();
    return whole ? parts : List.of(new Part(0, source.text().length()));
  }
}
