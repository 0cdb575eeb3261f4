package org.throughline.transcript.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;

/** Turns under a line with name and time, as Otter and Teams write them. */
record HeadedTurns(Lines file, Set<String> names) {

  static HeadedTurns of(Lines file) {
    Set<String> names = new HashSet<>();
    Map<String, Integer> narrow = new HashMap<>();
    List<Line> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      Header header = Header.of(file.text(), lines.get(i));
      String label = header == null ? null : header.label();
      if (header != null && label != null && header.isSure()) {
        names.add(label);
      } else if (label != null && Labels.isName(label) && standsAbove(file, i)) {
        narrow.merge(label, 1, Integer::sum);
      }
    }
    if (names.isEmpty() && narrow.values().stream().anyMatch(count -> count >= 2)) {
      // Somebody's editor made one blank of two; names that return above paragraphs are headers.
      names.addAll(narrow.keySet());
    }
    return new HeadedTurns(file, names);
  }

  private static boolean standsAbove(Lines file, int i) {
    List<Line> lines = file.lines();
    boolean first = i == 0 || file.isBlank(lines.get(i - 1));
    return first && i + 1 < lines.size() && !file.isBlank(lines.get(i + 1));
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  void read(Draft draft) {
    boolean blankBefore = true;
    boolean open = false;
    for (Line line : file.lines()) {
      Header header = header(line, blankBefore);
      String boilerplate = Boilerplate.reason(file.of(line));
      blankBefore = file.isBlank(line);
      if (header != null) {
        draft.structure(line.start(), line.end());
        draft.turn(header.label(), header.startMs());
        open = true;
      } else if (boilerplate != null) {
        draft.drop(line.start(), line.end(), boilerplate);
      } else if (open) {
        draft.say(line.start(), line.end(), "\n");
      } else {
        draft.drop(line.start(), line.end(), "before the first speaker");
      }
    }
  }

  /** A name seen with a clear gap counts with a narrow one too; a bare time needs a paragraph. */
  private @Nullable Header header(Line line, boolean blankBefore) {
    Header header = Header.of(file.text(), line);
    if (header == null) {
      return null;
    }
    boolean bare = header.label() == null;
    boolean paragraph = blankBefore || (file.isDocument() && !line.soft());
    return bare ? (paragraph ? header : null) : names.contains(header.label()) ? header : null;
  }
}
