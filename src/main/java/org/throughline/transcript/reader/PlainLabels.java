package org.throughline.transcript.reader;

import java.util.Optional;
import java.util.Set;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/** Typed by hand: a label and a colon open each turn ({@code T:}, {@code Client:}, initials). */
final class PlainLabels implements TranscriptReader {

  @Override
  public String dialect() {
    return "plain-labels";
  }

  @Override
  public Optional<String> detect(Source source) {
    if (!(source instanceof Lines file)) {
      return Optional.empty();
    }
    Set<String> speakers = LabelledLines.speakers(file);
    return speakers.isEmpty()
        ? Optional.empty()
        : Optional.of("lines open with a label and a colon: " + speakers.size() + " labels");
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    Set<String> speakers = LabelledLines.speakers(file);
    new LabelledLines(file, draft, LabelledLines.at(file, speakers)).read(false);
  }
}
