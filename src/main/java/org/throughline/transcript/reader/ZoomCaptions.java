package org.throughline.transcript.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;

/**
 * Captions saved in a Zoom meeting: {@code [Name] 14:03:22}, then the words.
 *
 * <p>The time is the time of day, not of the recording, so no turn gets a start from it.
 */
final class ZoomCaptions implements TranscriptReader {

  private static final Pattern HEADER =
      Pattern.compile(
          "\\s*\\[([^\\[\\]\\n]{1,80})\\]\\s*(\\d{1,2}:\\d{2}:\\d{2}(?:\\s?[AaPp][Mm])?)\\s*");

  @Override
  public String dialect() {
    return "zoom-captions";
  }

  @Override
  public Optional<String> detect(Source source) {
    if (source instanceof Lines file) {
      for (Line line : file.lines()) {
        if (HEADER.matcher(file.of(line)).matches()) {
          return Optional.of("lines with a name in brackets and a time of day");
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) {
    Lines file = (Lines) source;
    boolean open = false;
    for (Line line : file.lines()) {
      String text = file.of(line);
      Matcher header = HEADER.matcher(text);
      String boilerplate = Boilerplate.reason(text);
      if (header.matches()) {
        draft.structure(line.start(), line.end());
        draft.turn(header.group(1).strip(), null);
        open = true;
      } else if (boilerplate != null) {
        draft.drop(line.start(), line.end(), boilerplate);
      } else if (open) {
        draft.say(line.start(), line.end(), " ");
      } else {
        draft.drop(line.start(), line.end(), "before the first speaker");
      }
    }
    draft.note("times of day are in the file; they say nothing of the recording and were not used");
  }
}
