package org.throughline.transcript.reader;

import java.util.Optional;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/** MAXQDA: the time is glued to the name, {@code 00:03:40.5Name: words}. */
final class MaxqdaText implements TranscriptReader {

  @Override
  public String dialect() {
    return "maxqda";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Lines file && TimeFirst.of(file, true).count() > 0
        ? Optional.of("lines begin with a time and, without a blank, a name")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    new LabelledLines(file, draft, TimeFirst.of(file, true)).read(false);
  }
}
