package org.throughline.transcript.reader;

import java.util.List;
import java.util.Set;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;

/** Captions whose text may begin with a name and a colon. */
record PrefixedCues(Lines file, Set<String> speakers) {

  void read(List<Cue> cues, Draft draft) {
    for (Cue cue : cues) {
      boolean first = true;
      for (Line line : cue.lines()) {
        Labels.Prefix prefix = Labels.prefix(file.text(), line.start(), line.end());
        if (prefix != null && speakers.contains(prefix.label(file.text()))) {
          draft.structure(line.start(), prefix.textStart());
          draft.turn(Entity.decode(prefix.label(file.text())), cue.startMs());
          draft.sayMarkup(prefix.textStart(), line.end(), " ");
        } else {
          if (first) {
            draft.carriedOver(cue.startMs());
          }
          draft.sayMarkup(line.start(), line.end(), " ");
        }
        draft.until(cue.endMs());
        first = false;
      }
    }
  }
}
