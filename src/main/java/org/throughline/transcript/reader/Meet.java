package org.throughline.transcript.reader;

import java.util.Optional;
import java.util.Set;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/**
 * Google Meet: every few minutes a time alone on a line, then {@code Name: words}.
 *
 * <p>The time holds for the turn right below it and for no other. The summary that a machine wrote
 * above the transcript is taken out before by {@link Furniture}.
 */
final class Meet implements TranscriptReader {

  @Override
  public String dialect() {
    return "google-meet";
  }

  @Override
  public Optional<String> detect(Source source) {
    if (!(source instanceof Lines file) || LabelledLines.speakers(file).isEmpty()) {
      return Optional.empty();
    }
    boolean blankBefore = true;
    for (Line line : file.lines()) {
      String text = file.of(line);
      if (LabelledLines.isTimeAlone(text) && (blankBefore || file.isDocument())) {
        return Optional.of("times stand alone on lines between names with a colon");
      }
      blankBefore = file.isBlank(line);
    }
    return Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    Set<String> speakers = LabelledLines.speakers(file);
    new LabelledLines(file, draft, LabelledLines.at(file, speakers)).read(true);
  }
}
