package org.throughline.transcript.reader;

import java.util.Optional;
import java.util.Set;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/**
 * f4 and ATLAS.ti: a time between hashes ends each paragraph, {@code #00:01:02-3#}.
 *
 * <p>It is when the paragraph ends, so it gives the next turn no start.
 */
final class F4Text implements TranscriptReader {

  @Override
  public String dialect() {
    return "f4";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Lines file && LabelledLines.HASHED.matcher(file.text()).find()
        ? Optional.of("times between hashes end the paragraphs")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    Set<String> speakers = LabelledLines.speakers(file);
    LabelledLines.Opener opener = LabelledLines.at(file, speakers);
    if (speakers.isEmpty()) {
      opener = line -> file.isBlank(line) ? null : new Opening(null, false, null, line.start());
    }
    new LabelledLines(file, draft, opener).read(false);
  }
}
