package org.throughline.transcript.reader;

import java.util.Map;
import java.util.Optional;
import org.throughline.transcript.Role;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;

/**
 * TalkBank CHAT: {@code *CLI:} and a tab open an utterance, a tab alone continues it, {@code %}
 * lines comment on it, {@code @} lines describe the file.
 */
final class Chat implements TranscriptReader {

  private static final Map<String, Role> ROLES =
      Map.of(
          "Client", Role.CLIENT,
          "Patient", Role.CLIENT,
          "Therapist", Role.THERAPIST,
          "Psychotherapist", Role.THERAPIST,
          "Counselor", Role.THERAPIST,
          "Counsellor", Role.THERAPIST,
          "Clinician", Role.THERAPIST);

  /** What a line that begins with a tab goes on with. */
  private enum Open {
    HEADER,
    SPEECH,
    TIER
  }

  @Override
  public String dialect() {
    return "chat";
  }

  @Override
  public Optional<String> detect(Source source) {
    if (!(source instanceof Lines file) || file.isDocument()) {
      return Optional.empty();
    }
    boolean header = false;
    boolean speech = false;
    for (Line line : file.lines()) {
      String text = file.of(line);
      header |= text.startsWith("@Begin") || text.startsWith("@Participants:");
      speech |= text.matches("\\*[^\\s:]{1,20}:\\t.*");
    }
    return header && speech
        ? Optional.of("a @Begin or @Participants line and lines that open with a star")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) {
    Lines file = (Lines) source;
    Open open = Open.HEADER;
    ChatMarks marks = new ChatMarks(file.text(), draft);
    for (Line line : file.lines()) {
      if (line.isEmpty()) {
        continue;
      }
      String text = file.of(line);
      char first = text.charAt(0);
      int colon = text.indexOf(':');
      if (first == '*' && colon > 1 && colon < 40) {
        int words = line.start() + colon + 1;
        draft.structure(line.start(), words);
        draft.turn(text.substring(1, colon), marks.startMs(file, line));
        marks.say(words, line.end());
        open = Open.SPEECH;
      } else if (first == '\t' && open == Open.SPEECH) {
        marks.say(line.start(), line.end());
      } else if (first == '@' || (first == '\t' && open == Open.HEADER)) {
        participants(text, draft);
        draft.drop(line.start(), line.end(), "header");
        open = Open.HEADER;
      } else if (first == '%' || (first == '\t' && open == Open.TIER)) {
        draft.drop(line.start(), line.end(), "tier that comments on the speech");
        open = Open.TIER;
      } else {
        draft.drop(line.start(), line.end(), "line without a CHAT mark");
      }
    }
  }

  /** {@code @Participants: CLI Anna Client, THE Jonas Therapist}: the last word is the role. */
  private static void participants(String line, Draft draft) {
    int colon = line.indexOf(':');
    if (!line.startsWith("@Participants") && !line.startsWith("\t")) {
      return;
    }
    for (String participant : line.substring(colon + 1).split(",", -1)) {
      String[] words = participant.strip().split("\\s+", -1);
      Role role = ROLES.get(words[words.length - 1]);
      if (words.length >= 2 && role != null) {
        draft.role(words[0], role);
      }
    }
  }
}
