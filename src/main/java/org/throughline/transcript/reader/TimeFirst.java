package org.throughline.transcript.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Blank;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;

/**
 * Lines that begin with a time: {@code 00:03:40.5Name: …}, {@code [00:01:02] Name: …}, {@code
 * 0:01:02,3 - 0:01:09,0<tab>Name<tab>…}.
 */
record TimeFirst(Lines file, Set<String> speakers, boolean glued) implements LabelledLines.Opener {

  private static final int LONGEST_NAME = 60;

  /** A time at the beginning of a line and where the rest begins. */
  private record Lead(long millis, int end, boolean glued) {}

  static TimeFirst of(Lines file, boolean glued) {
    Map<String, Integer> spaced = new HashMap<>();
    Map<String, Integer> tight = new HashMap<>();
    for (Line line : file.lines()) {
      Lead lead = lead(file.text(), line);
      if (lead != null && lead.glued == glued) {
        LabelledLines.count(Labels.prefix(file.text(), lead.end, line.end()), file, spaced, tight);
        String tabbed = tabbed(file.text(), lead.end, line.end());
        if (tabbed != null) {
          spaced.merge(tabbed, 1, Integer::sum);
        }
      }
    }
    return new TimeFirst(file, Labels.speakers(spaced, tight), glued);
  }

  /** How many lines begin with a time of this kind and a name. */
  long count() {
    return file.lines().stream()
        .map(this::at)
        .filter(opening -> opening != null && opening.startMs() != null && !opening.carried())
        .count();
  }

  @Override
  public @Nullable Opening at(Line line) {
    String text = file.text();
    Lead lead = lead(text, line);
    int from = lead == null ? line.start() : lead.end;
    Long startMs = lead == null ? null : (Long) lead.millis;
    Labels.Prefix prefix = Labels.prefix(text, from, line.end());
    if (prefix != null && speakers.contains(prefix.label(text))) {
      return Opening.of(prefix.label(text), startMs, prefix.textStart());
    }
    String tabbed = lead == null ? null : tabbed(text, from, line.end());
    if (tabbed != null && speakers.contains(tabbed)) {
      return Opening.of(tabbed, startMs, text.indexOf('\t', text.indexOf(tabbed, from)) + 1);
    }
    boolean words = lead != null && from < line.end();
    return words ? new Opening(null, true, startMs, from) : null;
  }

  private static @Nullable Lead lead(String text, Line line) {
    int at = line.start();
    while (at < line.end() && (Blank.is(text.charAt(at)) || "[(#".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    Clock.Time time = Clock.at(text, at, line.end());
    if (time == null) {
      return null;
    }
    int end = time.end();
    int span = skip(text, end, line.end(), " \u00A0\t-–—>");
    Clock.Time second = span > end ? Clock.at(text, span, line.end()) : null;
    end = second == null ? end : second.end();
    int rest = skip(text, end, line.end(), " \u00A0\t])#-–—");
    return new Lead(time.millis(), rest, rest == end);
  }

  private static int skip(String text, int from, int end, String chars) {
    int at = from;
    while (at < end && chars.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** A name between the time and a tab. */
  private static @Nullable String tabbed(String text, int from, int end) {
    int stop = Math.min(end, from + LONGEST_NAME);
    int tab = from;
    while (tab < stop && text.charAt(tab) != '\t') {
      tab++;
    }
    if (tab == stop || tab == from) {
      return null;
    }
    String name = text.substring(from, tab).strip();
    return name.isEmpty() || name.matches(".*[.!?;,:]") ? null : name;
  }

  @Override
  public String toString() {
    return "TimeFirst[glued=" + glued + "]";
  }
}
