package org.throughline.transcript.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;

/**
 * Captions that roll: the lower line of one cue comes again as the upper line of the next.
 *
 * <p>People repeat themselves too, in short words mostly. So a line counts as shown again only if
 * it has three words, or if the whole file rolls.
 */
final class Rolling {

  private static final int WORDS = 3;

  private final Lines file;
  private final List<Cue> cues;
  private final boolean throughout;

  Rolling(Lines file, List<Cue> cues) {
    this.file = file;
    this.cues = cues;
    int tall = 0;
    int again = 0;
    for (int i = 1; i < cues.size(); i++) {
      List<Line> lines = cues.get(i).lines();
      if (lines.size() > 1) {
        tall++;
        again += same(lines.getFirst(), last(i - 1)) ? 1 : 0;
      }
    }
    this.throughout = again >= 2 && again * 2 >= tall;
  }

  /** Whether this line of a cue repeats what the cue before has just shown. */
  boolean repeats(int cue, Line line) {
    if (cue == 0 || cues.get(cue).lines().isEmpty()) {
      return false;
    }
    List<Line> lines = cues.get(cue).lines();
    List<Line> before = cues.get(cue - 1).lines();
    boolean whole = lines.size() == before.size();
    for (int i = 0; whole && i < lines.size(); i++) {
      whole = same(lines.get(i), before.get(i));
    }
    if (whole) {
      return words(lines) >= WORDS || throughout;
    }
    boolean upper = line.equals(lines.getFirst()) && lines.size() > 1 && same(line, last(cue - 1));
    return upper && (throughout || words(List.of(line)) >= WORDS);
  }

  private @Nullable Line last(int cue) {
    List<Line> lines = cues.get(cue).lines();
    return lines.isEmpty() ? null : lines.getLast();
  }

  private boolean same(Line a, @Nullable Line b) {
    return b != null && file.of(a).strip().equals(file.of(b).strip());
  }

  private int words(List<Line> lines) {
    int words = 0;
    for (Line line : lines) {
      words += file.of(line).strip().split("\\s+", -1).length;
    }
    return words;
  }
}
