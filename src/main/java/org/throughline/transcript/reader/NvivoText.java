package org.throughline.transcript.reader;

import java.util.Optional;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/** NVivo and its kind: each paragraph begins with a time, then the name. */
final class NvivoText implements TranscriptReader {

  @Override
  public String dialect() {
    return "nvivo";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Lines file && TimeFirst.of(file, false).count() > 0
        ? Optional.of("paragraphs begin with a time, then a name")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    new LabelledLines(file, draft, TimeFirst.of(file, false)).read(false);
  }
}
