package org.throughline.transcript.reader;

import java.util.Optional;
import java.util.Set;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/** WebVTT that names nobody. */
final class PlainVtt implements TranscriptReader {

  @Override
  public String dialect() {
    return "vtt";
  }

  @Override
  public Optional<String> detect(Source source) {
    return Vtt.is(source) ? Optional.of("WEBVTT, without speakers") : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    cues((Lines) source, draft);
  }

  static void cues(Lines file, Draft draft) throws UnreadableException {
    Vtt vtt = Vtt.parse(file);
    vtt.book(draft);
    new PrefixedCues(file, Set.of()).read(vtt.cues(), draft);
  }
}
