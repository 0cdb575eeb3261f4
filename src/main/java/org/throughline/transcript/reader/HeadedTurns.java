package org.throughline.transcript.reader;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;

/** Turns under a line with name and time, as Otter and Teams write them. */
record HeadedTurns(Lines file, Set<String> names) {

  static HeadedTurns of(Lines file) {
    Set<String> names = new HashSet<>();
    for (Line line : file.lines()) {
      Header header = Header.of(file.text(), line);
      if (header != null && header.isSure()) {
        names.add(header.label());
      }
    }
    return new HeadedTurns(file, names);
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
