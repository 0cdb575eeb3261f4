package org.throughline.transcript.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Line;
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
    Map<String, Integer> spaced = new HashMap<>();
    Map<String, Integer> tight = new HashMap<>();
    for (Line line : file.lines()) {
      LabelledLines.count(
          Labels.prefix(file.text(), afterMark(file, line), line.end()), file, spaced, tight);
    }
    Set<String> speakers = Labels.speakers(spaced, tight);
    new LabelledLines(file, draft, line -> opening(file, line, speakers, draft)).read(false);
  }

  private static @Nullable Opening opening(
      Lines file, Line line, Set<String> speakers, Draft draft) {
    int from = afterMark(file, line);
    if (file.isBlank(line) || from == line.end()) {
      return null;
    }
    Labels.Prefix prefix = Labels.prefix(file.text(), from, line.end());
    Opening opening =
        prefix != null && speakers.contains(prefix.label(file.text()))
            ? Opening.of(prefix.label(file.text()), null, prefix.textStart())
            : speakers.isEmpty() ? new Opening(null, false, null, from) : null;
    if (opening != null && from > line.start()) {
      // A mark before the words still ends what was said before it.
      draft.until(LabelledLines.millis(file.text(), line.start(), from));
    }
    return opening;
  }

  private static int afterMark(Lines file, Line line) {
    Matcher mark = LabelledLines.HASHED.matcher(file.text()).region(line.start(), line.end());
    return mark.lookingAt() ? mark.end() : line.start();
  }
}
