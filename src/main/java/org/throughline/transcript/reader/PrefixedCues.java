package org.throughline.transcript.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.UnreadableException;

/**
 * Captions whose text may begin with a name and a colon, after the marks {@code >>} or {@code -}
 * that some captioners put where the speaker changes.
 */
record PrefixedCues(Lines file, Set<String> speakers) {

  private static final Pattern LEAD =
      Pattern.compile(
          "\\s*+(?:<(?:[biu]|font[^>\\n]{0,80})>\\s*+){0,3}"
              + "((?:>>+|&gt;&gt;(?:&gt;)?|[-–—](?=\\s))\\s*+)?");

  /**
   * Where the words of a line begin, and whether a mark before them says that the speaker changes.
   */
  private record Lead(int end, boolean changed) {
    static Lead of(Lines file, Line line) {
      Matcher lead = LEAD.matcher(file.text()).region(line.start(), line.end());
      return lead.lookingAt()
          ? new Lead(lead.end(), lead.group(1) != null)
          : new Lead(line.start(), false);
    }
  }

  /** The names that open cues. */
  static PrefixedCues of(Lines file, List<Cue> cues) {
    Map<String, Integer> spaced = new HashMap<>();
    Map<String, Integer> tight = new HashMap<>();
    for (Cue cue : cues) {
      Line line = cue.lines().isEmpty() ? null : cue.lines().getFirst();
      Labels.Prefix prefix =
          line == null ? null : Labels.prefix(file.text(), Lead.of(file, line).end(), line.end());
      if (prefix != null) {
        (prefix.tight() ? tight : spaced).merge(prefix.label(file.text()), 1, Integer::sum);
      }
    }
    return new PrefixedCues(file, Set.copyOf(Labels.speakers(spaced, tight)));
  }

  /** Whether names open at least half of a file's cues. */
  static boolean named(Lines file) {
    try {
      List<Cue> cues = Vtt.parse(file).cues();
      Set<String> speakers = of(file, cues).speakers();
      long named =
          cues.stream()
              .filter(cue -> !cue.lines().isEmpty())
              .map(cue -> Lead.of(file, cue.lines().getFirst()).end())
              .map(
                  from ->
                      Labels.prefix(file.text(), from, Math.min(file.text().length(), from + 80)))
              .filter(p -> p != null && speakers.contains(p.label(file.text())))
              .count();
      return named > 0 && named * 2 >= cues.size();
    } catch (UnreadableException e) {
      return false;
    }
  }

  void read(List<Cue> cues, Draft draft) {
    Rolling rolling = new Rolling(file, cues);
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      boolean owned = false;
      for (Line line : cue.lines()) {
        if (rolling.repeats(i, line)) {
          draft.drop(line.start(), line.end(), "caption shown again");
          continue;
        }
        String boilerplate = Boilerplate.reason(file.of(line));
        if (boilerplate != null) {
          draft.drop(line.start(), line.end(), boilerplate);
          continue;
        }
        owned = line(cue, line, owned, draft);
      }
      if (owned) {
        draft.until(cue.endMs());
      }
    }
  }

  private boolean line(Cue cue, Line line, boolean owned, Draft draft) {
    Lead lead = Lead.of(file, line);
    int from = lead.end();
    Labels.Prefix prefix = Labels.prefix(file.text(), from, line.end());
    boolean speaks = owned;
    if (prefix != null && speakers.contains(prefix.label(file.text()))) {
      draft.structure(line.start(), prefix.textStart());
      draft.turn(Entity.decode(prefix.label(file.text())), cue.startMs());
      from = prefix.textStart();
      speaks = true;
    } else if (lead.changed()) {
      // The mark says that somebody else speaks now, not who.
      draft.structure(line.start(), from);
      draft.turn(null, cue.startMs());
      speaks = true;
    } else if (owned) {
      from = line.start();
    } else {
      draft.carriedOver(cue.startMs());
      from = line.start();
      speaks = true;
    }
    new CueMarkup(file.text(), draft).say(from, line.end(), cue.startMs(), true);
    return speaks;
  }
}
