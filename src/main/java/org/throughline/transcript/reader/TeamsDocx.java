package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;

/**
 * A Teams transcript as a document: name, time and, after a soft break, the words.
 *
 * <p>An older form has a line with two times and an arrow, then the name, then the words.
 */
final class TeamsDocx implements TranscriptReader {

  @Override
  public String dialect() {
    return "teams-docx";
  }

  @Override
  public Optional<String> detect(Source source) {
    if (!(source instanceof Lines file) || !file.isDocument()) {
      return Optional.empty();
    }
    if (!HeadedTurns.of(file).isEmpty()) {
      return Optional.of("a document in which name and time stand above the words");
    }
    return arrows(file).isEmpty()
        ? Optional.empty()
        : Optional.of("a document in which two times with an arrow stand above name and words");
  }

  @Override
  public void read(Source source, Draft draft) {
    Lines file = (Lines) source;
    if (!HeadedTurns.of(file).isEmpty()) {
      HeadedTurns.of(file).read(draft);
      return;
    }
    boolean open = false;
    boolean nameNext = false;
    long startMs = 0;
    for (Line line : file.lines()) {
      Vtt.Timing timing = Vtt.Timing.of(file, line);
      String boilerplate = Boilerplate.reason(file.of(line));
      if (timing != null) {
        draft.structure(line.start(), line.end());
        nameNext = true;
        startMs = timing.startMs();
      } else if (boilerplate != null) {
        draft.drop(line.start(), line.end(), boilerplate);
      } else if (nameNext && !file.isBlank(line)) {
        draft.structure(line.start(), line.end());
        draft.turn(file.of(line).strip(), startMs);
        nameNext = false;
        open = true;
      } else if (open) {
        draft.say(line.start(), line.end(), "\n");
      } else {
        draft.drop(line.start(), line.end(), "before the first speaker");
      }
    }
  }

  private static List<Line> arrows(Lines file) {
    List<Line> arrows = new ArrayList<>();
    for (Line line : file.lines()) {
      if (Vtt.Timing.of(file, line) != null) {
        arrows.add(line);
      }
    }
    return arrows;
  }
}
