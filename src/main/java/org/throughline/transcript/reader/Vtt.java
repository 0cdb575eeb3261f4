package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Limits;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/**
 * A WebVTT file in blocks, as the W3C describes it: a header, cues, and blocks that are shown to
 * nobody ({@code NOTE}, {@code STYLE}, {@code REGION}).
 *
 * @param cues in order
 * @param unseen the lines of the header and of the blocks that are not cues, with what they are
 * @param counters lines that only number or time cues
 */
record Vtt(List<Cue> cues, List<Unseen> unseen, List<Line> counters) {

  /** Lines shown to nobody. */
  record Unseen(String kind, List<Line> lines) {}

  /** Whether the source begins as every WebVTT file must. */
  static boolean is(Source source) {
    return source.container().equals("text")
        && source instanceof Lines lines
        && lines.text().stripLeading().startsWith("WEBVTT");
  }

  static Vtt parse(Lines file) throws UnreadableException {
    List<Cue> cues = new ArrayList<>();
    List<Unseen> unseen = new ArrayList<>();
    List<Line> counters = new ArrayList<>();
    for (List<Line> block : blocks(file)) {
      Line first = block.getFirst();
      String opening = file.of(first);
      int timing = timingLine(file, block);
      if (timing >= 0) {
        addCues(file, block, timing, cues, unseen, counters);
      } else if (opening.stripLeading().startsWith("WEBVTT")) {
        unseen.add(new Unseen("header", block));
      } else if (opening.startsWith("NOTE")) {
        unseen.add(new Unseen("note, shown to nobody", block));
      } else if (opening.startsWith("STYLE") || opening.startsWith("REGION")) {
        unseen.add(new Unseen("style, shown to nobody", block));
      } else if (cues.isEmpty()) {
        unseen.add(new Unseen("text outside any cue", block));
      } else if (block.size() == 1 && isId(opening)) {
        counters.add(first);
      } else {
        // A blank line inside a cue cut it in two; its words are no less said.
        boolean numbered = block.size() > 1 && isId(opening);
        counters.addAll(numbered ? block.subList(0, 1) : List.of());
        cues.getLast().lines().addAll(block.subList(numbered ? 1 : 0, block.size()));
      }
      if (cues.size() > Limits.CUES) {
        throw new UnreadableException(
            "the file has more than " + Limits.CUES + " cues",
            "Split the recording into sessions.",
            first.number());
      }
    }
    return new Vtt(cues, unseen, counters);
  }

  /** A block may lack the blank line before the next cue; each timing line begins a cue. */
  private static void addCues(
      Lines file,
      List<Line> block,
      int firstTiming,
      List<Cue> cues,
      List<Unseen> unseen,
      List<Line> counters) {
    List<Line> before = new ArrayList<>(block.subList(0, firstTiming));
    if (!before.isEmpty() && file.of(before.getFirst()).stripLeading().startsWith("WEBVTT")) {
      unseen.add(new Unseen("header", List.of(before.removeFirst())));
    }
    if (!before.isEmpty() && file.of(before.getFirst()).startsWith("NOTE")) {
      // A note may not hold an arrow, so a cue begins here although no blank line says so.
      unseen.add(new Unseen("note, shown to nobody", List.of(before.removeFirst())));
    }
    counters.addAll(before);
    int timing = firstTiming;
    while (timing < block.size()) {
      int next = timing + 1;
      while (next < block.size() && Timing.of(file, block.get(next)) == null) {
        next++;
      }
      int end = next;
      boolean cutShort = next < block.size();
      if (cutShort && end - 1 > timing && isId(file.of(block.get(end - 1)))) {
        end--;
        counters.add(block.get(end));
      }
      Timing time = Timing.of(file, block.get(timing));
      counters.add(block.get(timing));
      if (time != null) {
        List<Line> lines = new ArrayList<>(block.subList(timing + 1, end));
        cues.add(new Cue(time.startMs(), time.endMs(), lines));
      }
      timing = next;
    }
  }

  private static boolean isId(String line) {
    return line.strip().matches("\\d{1,7}|[0-9a-fA-F-]{36}(/\\d+-\\d+)?");
  }

  private static int timingLine(Lines file, List<Line> block) {
    for (int i = 0; i < block.size(); i++) {
      if (Timing.of(file, block.get(i)) != null) {
        return i;
      }
    }
    return -1;
  }

  /** Lines between blank lines. */
  static List<List<Line>> blocks(Lines file) throws UnreadableException {
    List<List<Line>> blocks = new ArrayList<>();
    List<Line> block = new ArrayList<>();
    for (Line line : file.lines()) {
      if (line.end() - line.start() > Limits.CAPTION_LINE) {
        throw new UnreadableException(
            "a caption line has more than " + Limits.CAPTION_LINE + " characters",
            "Check that this is a caption file.",
            line.number());
      }
      if (!file.isBlank(line)) {
        block.add(line);
      } else if (!block.isEmpty()) {
        blocks.add(block);
        block = new ArrayList<>();
      }
    }
    if (!block.isEmpty()) {
      blocks.add(block);
    }
    return blocks;
  }

  /** Books everything that is not a cue's text. */
  void book(Draft draft) {
    for (Line line : counters) {
      draft.structure(line.start(), line.end());
    }
    for (Unseen part : unseen) {
      int start = part.lines().getFirst().start();
      int end = part.lines().getLast().end();
      if (part.kind().equals("header") && part.lines().size() == 1) {
        draft.structure(start, end);
      } else {
        draft.drop(start, end, part.kind());
      }
    }
  }

  /** Two times with an arrow between them. */
  record Timing(long startMs, @Nullable Long endMs) {

    static @Nullable Timing of(Lines file, Line line) {
      String text = file.of(line);
      int arrow = text.indexOf("-->");
      if (arrow < 0) {
        return null;
      }
      Long start = Clock.millis(text.substring(0, arrow).strip());
      if (start == null) {
        return null;
      }
      int from = arrow + 3;
      while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      Clock.Time end = Clock.at(text, from, text.length());
      return new Timing(start, end == null ? null : end.millis());
    }
  }
}
