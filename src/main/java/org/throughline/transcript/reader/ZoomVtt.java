package org.throughline.transcript.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.transcript.source.Line;
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
      Vtt vtt = Vtt.parse(file);
      Set<String> speakers = speakers(file, vtt);
      return speakers.isEmpty()
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
    new PrefixedCues(file, speakers(file, vtt)).read(vtt.cues(), draft);
  }

  private static Set<String> speakers(Lines file, Vtt vtt) {
    Map<String, Integer> spaced = new HashMap<>();
    Map<String, Integer> tight = new HashMap<>();
    for (Cue cue : vtt.cues()) {
      if (!cue.lines().isEmpty()) {
        Line line = cue.lines().getFirst();
        Labels.Prefix prefix = Labels.prefix(file.text(), line.start(), line.end());
        if (prefix != null) {
          (prefix.tight() ? tight : spaced).merge(prefix.label(file.text()), 1, Integer::sum);
        }
      }
    }
    return Labels.speakers(spaced, tight);
  }
}
