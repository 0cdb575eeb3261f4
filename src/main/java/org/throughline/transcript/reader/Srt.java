package org.throughline.transcript.reader;

import java.util.Optional;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/**
 * SubRip captions from Otter and many others: a counter, two times, one or two short lines.
 *
 * <p>The name stands only where the speaker changes; every cue without one is given to the speaker
 * before and marked as a guess.
 */
final class Srt implements TranscriptReader {

  @Override
  public String dialect() {
    return "srt";
  }

  @Override
  public Optional<String> detect(Source source) {
    if (!(source instanceof Lines file) || file.isDocument() || !file.text().contains("-->")) {
      return Optional.empty();
    }
    for (Line line : file.lines()) {
      if (Vtt.Timing.of(file, line) != null) {
        return Optional.of("lines with two times and an arrow, without the WEBVTT header");
      }
    }
    return Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    Vtt vtt = Vtt.parse(file);
    vtt.book(draft);
    PrefixedCues.of(file, vtt.cues()).read(vtt.cues(), draft);
  }
}
