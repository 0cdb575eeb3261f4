package org.throughline.transcript.reader;

import java.util.Optional;
import org.throughline.transcript.source.Limits;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/**
 * Text in which nobody is named: each paragraph comes in without a speaker, and somebody is asked.
 */
final class Prose implements TranscriptReader {

  @Override
  public String dialect() {
    return "prose";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Lines ? Optional.of("no line opens with a speaker") : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    boolean open = false;
    for (Line line : file.lines()) {
      if (line.end() - line.start() > Limits.LINE) {
        throw new UnreadableException(
            "a line has more than " + Limits.LINE + " characters",
            "Put each turn on a line of its own.",
            line.number());
      }
      String boilerplate = Boilerplate.reason(file.of(line));
      if (boilerplate != null) {
        draft.drop(line.start(), line.end(), boilerplate);
      } else if (file.isBlank(line)) {
        open = false;
      } else {
        if (!open || (file.isDocument() && !line.soft())) {
          draft.separateTurn(null, null);
        }
        draft.say(line.start(), line.end(), "\n");
        open = true;
      }
    }
  }
}
