package org.throughline.transcript.reader;

import java.util.Optional;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/** WebVTT with voice tags, as Teams writes it: {@code <v Full Name>words</v>}. */
final class TeamsVtt implements TranscriptReader {

  @Override
  public String dialect() {
    return "teams-vtt";
  }

  @Override
  public Optional<String> detect(Source source) {
    String text = source.text();
    return Vtt.is(source) && (text.contains("<v ") || text.contains("<v."))
        ? Optional.of("WEBVTT, and voice tags name the speakers")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    Vtt vtt = Vtt.parse(file);
    vtt.book(draft);
    for (Cue cue : vtt.cues()) {
      if (!cue.lines().isEmpty()) {
        int start = cue.lines().getFirst().start();
        int end = cue.lines().getLast().end();
        new CueMarkup(file.text(), draft).say(start, end, cue.startMs(), false);
        draft.until(cue.endMs());
      }
    }
  }
}
