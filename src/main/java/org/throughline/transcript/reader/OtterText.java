package org.throughline.transcript.reader;

import java.util.Optional;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;

/** Text as Otter exports it: name and time on one line, the words on the next. */
final class OtterText implements TranscriptReader {

  @Override
  public String dialect() {
    return "otter-text";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Lines file && !HeadedTurns.of(file).isEmpty()
        ? Optional.of("lines with a name, blanks and a time stand above the words")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) {
    HeadedTurns.of((Lines) source).read(draft);
  }
}
