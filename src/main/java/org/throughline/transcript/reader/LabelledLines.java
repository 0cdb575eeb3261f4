package org.throughline.transcript.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Limits;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.UnreadableException;

/**
 * The walk that all dialects share in which a line opens a turn and the lines below continue it.
 *
 * <p>Time marks between hashes, as f4 and ATLAS.ti set them at the end of a paragraph, end what
 * stands before them, wherever they are met.
 */
final class LabelledLines {

  /** How one dialect's lines open turns. */
  interface Opener {
    /** The opening, or null if the line continues the turn before. */
    @Nullable Opening at(Line line);
  }

  static final Pattern HASHED = Pattern.compile("#(\\d{1,2}:\\d{2}:\\d{2})(?:[-.,](\\d{1,3}))?#");
  private static final Pattern TIME_ALONE =
      Pattern.compile("\\s*[\\[(]?(\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?)[\\])]?\\s*");

  private final Lines file;
  private final Draft draft;
  private final Opener opener;
  private @Nullable Long sectionMs;

  LabelledLines(Lines file, Draft draft, Opener opener) {
    this.file = file;
    this.draft = draft;
    this.opener = opener;
  }

  /** Labels before a colon that the file's lines open with. */
  static Set<String> speakers(Lines file) {
    Map<String, Integer> spaced = new HashMap<>();
    Map<String, Integer> tight = new HashMap<>();
    for (Line line : file.lines()) {
      count(Labels.prefix(file.text(), line.start(), line.end()), file, spaced, tight);
    }
    return Labels.speakers(spaced, tight);
  }

  static void count(
      Labels.@Nullable Prefix prefix,
      Lines file,
      Map<String, Integer> spaced,
      Map<String, Integer> tight) {
    if (prefix != null) {
      (prefix.tight() ? tight : spaced).merge(prefix.label(file.text()), 1, Integer::sum);
    }
  }

  /** Opens lines at those labels. */
  static Opener at(Lines file, Set<String> speakers) {
    return line -> {
      Labels.Prefix prefix = Labels.prefix(file.text(), line.start(), line.end());
      return prefix != null && speakers.contains(prefix.label(file.text()))
          ? Opening.of(prefix.label(file.text()), null, prefix.textStart())
          : null;
    };
  }

  /** Whether a line is nothing but a time. */
  static boolean isTimeAlone(String line) {
    return line.length() < 40 && TIME_ALONE.matcher(line).matches();
  }

  /**
   * Walks over the file.
   *
   * @param sections whether a time alone on a line dates the turn that follows, and only that one
   */
  void read(boolean sections) throws UnreadableException {
    boolean open = false;
    for (Line line : file.lines()) {
      if (line.end() - line.start() > Limits.LINE) {
        throw new UnreadableException(
            "a line has more than " + Limits.LINE + " characters",
            "Put each turn on a line of its own.",
            line.number());
      }
      String text = file.of(line);
      Opening opening = opener.at(line);
      String boilerplate = Boilerplate.reason(text);
      if (opening != null) {
        open(line, opening);
        open = true;
      } else if (sections && isTimeAlone(text)) {
        draft.structure(line.start(), line.end());
        Matcher time = TIME_ALONE.matcher(text);
        sectionMs = time.matches() ? Clock.millis(time.group(1)) : null;
      } else if (boilerplate != null) {
        draft.drop(line.start(), line.end(), boilerplate);
      } else if (open) {
        words(line.start(), line.end());
      } else {
        draft.drop(line.start(), line.end(), "before the first speaker");
      }
    }
  }

  private void open(Line line, Opening opening) {
    draft.structure(line.start(), opening.textStart());
    Long startMs = opening.startMs() == null ? sectionMs : opening.startMs();
    sectionMs = null;
    if (opening.carried()) {
      draft.carriedOver(startMs);
    } else {
      draft.turn(opening.label(), startMs);
    }
    words(opening.textStart(), line.end());
  }

  private void words(int start, int end) {
    Matcher mark = HASHED.matcher(file.text()).region(start, end);
    int at = start;
    while (mark.find()) {
      draft.say(at, mark.start(), at == start ? "\n" : " ");
      draft.structure(mark.start(), mark.end());
      draft.until(millis(mark));
      at = mark.end();
    }
    if (at < end) {
      draft.say(at, end, at == start ? "\n" : " ");
    }
  }

  /** The time of the mark between two places. */
  static @Nullable Long millis(String text, int start, int end) {
    Matcher mark = HASHED.matcher(text).region(start, end);
    return mark.find() ? millis(mark) : null;
  }

  private static @Nullable Long millis(Matcher mark) {
    String fraction = mark.group(2);
    return Clock.millis(mark.group(1) + (fraction == null ? "" : "." + fraction));
  }
}
