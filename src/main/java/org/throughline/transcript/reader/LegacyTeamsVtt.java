package org.throughline.transcript.reader;

import java.util.Optional;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/**
 * WebVTT as Stream and Teams used to write it: notes with confidences before each cue, and nobody
 * named.
 */
final class LegacyTeamsVtt implements TranscriptReader {

  @Override
  public String dialect() {
    return "teams-vtt-legacy";
  }

  @Override
  public Optional<String> detect(Source source) {
    String text = source.text();
    boolean notes = text.contains("NOTE Confidence") || text.contains("NOTE duration");
    return Vtt.is(source) && notes && !(source instanceof Lines file && PrefixedCues.named(file))
        ? Optional.of("WEBVTT with notes of confidence or duration, and no speakers")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    PlainVtt.cues((Lines) source, draft);
  }
}
