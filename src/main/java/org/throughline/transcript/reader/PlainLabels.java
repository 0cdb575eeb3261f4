package org.throughline.transcript.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.transcript.source.Limits;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/** Typed by hand: a label and a colon open each turn ({@code T:}, {@code Client:}, initials). */
final class PlainLabels implements TranscriptReader {

  @Override
  public String dialect() {
    return "plain-labels";
  }

  @Override
  public Optional<String> detect(Source source) {
    if (!(source instanceof Lines file)) {
      return Optional.empty();
    }
    Set<String> speakers = speakers(file);
    if (speakers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(speakers.size() + " labels with a colon open lines");
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    Set<String> speakers = speakers(file);
    for (Line line : file.lines()) {
      if (line.end() - line.start() > Limits.LINE) {
        throw new UnreadableException(
            "a line has more than " + Limits.LINE + " characters",
            "Put each turn on a line of its own.",
            line.number());
      }
      Labels.Prefix prefix = Labels.prefix(file.text(), line.start(), line.end());
      if (prefix != null && speakers.contains(prefix.label(file.text()))) {
        draft.structure(line.start(), prefix.textStart());
        draft.turn(prefix.label(file.text()), null);
        draft.say(prefix.textStart(), line.end(), "\n");
      } else if (file.isBlank(line)) {
        draft.structure(line.start(), line.end());
      } else if (draft.hasTurn()) {
        draft.say(line.start(), line.end(), "\n");
      } else {
        draft.drop(line.start(), line.end(), "before the first speaker");
      }
    }
  }

  private static Set<String> speakers(Lines file) {
    Map<String, Integer> spaced = new HashMap<>();
    Map<String, Integer> tight = new HashMap<>();
    for (Line line : file.lines()) {
      Labels.Prefix prefix = Labels.prefix(file.text(), line.start(), line.end());
      if (prefix != null) {
        (prefix.tight() ? tight : spaced).merge(prefix.label(file.text()), 1, Integer::sum);
      }
    }
    return Labels.speakers(spaced, tight);
  }
}
