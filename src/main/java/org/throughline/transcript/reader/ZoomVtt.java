package org.throughline.transcript.reader;

import java.util.Optional;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/** WebVTT as Zoom writes it: the speaker's name and a colon open the cue's text. */
final class ZoomVtt implements TranscriptReader {

  @Override
  public String dialect() {
    return "zoom-vtt";
  }

  @Override
  public Optional<String> detect(Source source) {
    if (!Vtt.is(source) || !(source instanceof Lines file)) {
      return Optional.empty();
    }
    try {
      return PrefixedCues.of(file, Vtt.parse(file).cues()).speakers().isEmpty()
          ? Optional.empty()
          : Optional.of("WEBVTT, and cues begin with a name and a colon");
    } catch (UnreadableException e) {
      return Optional.of("WEBVTT");
    }
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    Vtt vtt = Vtt.parse(file);
    vtt.book(draft);
    PrefixedCues.of(file, vtt.cues()).read(vtt.cues(), draft);
  }
}
