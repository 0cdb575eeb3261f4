package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.WordList;

/**
 * What stands around the talk on a page: page numbers, running heads, line numbers, headings, a
 * block of dates and places, a summary that a machine wrote. It is taken out before any dialect
 * reads the rest.
 *
 * <p>Caption files, CHAT files and tables have none of it, and their numbers mean something.
 */
final class Furniture {

  private static final Pattern PAGE =
      Pattern.compile(
          "(page|seite|página|pagina|side|sida|strona|p\\.|pg\\.?|s\\.)\\s?\\d{1,4}"
              + "(\\s?(of|von|de|di|av|z|/)\\s?\\d{1,4})?|[-–—]\\s?\\d{1,4}\\s?[-–—]|\\d{1,4}\\s?/\\s?\\d{1,4}");
  private static final Set<String> METADATA =
      WordList.of(
          """
          session, session no, session number, session date, date, time, duration, length,
          location, place, topic, subject, title, transcriber, transcribed by, transcription,
          transcript, file, file name, filename, recording, recorded, participants, present,
          attendees, client id, case, case id, interview, language, version, audio, meeting,
          invited""");

  /** A name, initials, a date or a number. */
  private static final Pattern VALUE =
      Pattern.compile(
          "((\\p{Lu}[\\p{L}'-]{0,20}|\\p{Lu}\\p{L}{0,2}\\.|[\\d./:-]{1,12})(\\s+|$)){1,4}");

  private static final int TOP = 15;

  private final Lines file;
  private final Summary summary;
  private final BitSet out = new BitSet();
  private final Map<Integer, String> reasons = new HashMap<>();
  private final Map<Integer, Integer> begins = new HashMap<>();

  private Furniture(Lines file) {
    this.file = file;
    this.summary = Summary.in(file);
    summary.lines().stream().forEach(i -> take(i, "summary, not speech"));
    lineNumbers();
    pageNumbers();
    headings();
    topBlock();
    runningHeads();
  }

  /** The furniture of a source, or null where there is none to look for. */
  static @Nullable Furniture in(Source source) {
    boolean plain =
        source instanceof Lines lines
            && !lines.text().contains("-->")
            && !lines.text().startsWith("@")
            && lines.lines().stream().allMatch(line -> line.cell() == null);
    return plain ? new Furniture((Lines) source) : null;
  }

  /** Whether a machine's summary stands in the file. */
  boolean hasSummary() {
    return !summary.lines().isEmpty() || summary.byMachine();
  }

  /** How many lines the summary has. */
  int summaryLines() {
    return summary.lines().cardinality();
  }

  /** The file without its furniture. */
  Lines rest() {
    List<Line> rest = new ArrayList<>();
    for (int i = 0; i < file.lines().size(); i++) {
      if (!out.get(i)) {
        Line line = file.lines().get(i);
        Integer begin = begins.get(i);
        rest.add(begin == null ? line : line.from(begin));
      }
    }
    return file.with(rest);
  }

  void book(Draft draft) {
    out.stream()
        .forEach(
            i -> {
              Line line = file.lines().get(i);
              draft.drop(line.start(), line.end(), reasons.getOrDefault(i, "furniture"));
            });
    begins.forEach((i, begin) -> draft.structure(file.lines().get(i).start(), begin));
  }

  private void take(int line, String reason) {
    if (!out.get(line) && !file.isBlank(file.lines().get(line))) {
      out.set(line);
      reasons.put(line, reason);
    }
  }

  /** Numbers that count the lines, if nearly all lines have one. */
  private void lineNumbers() {
    int numbered = 0;
    int nonblank = 0;
    int rising = 0;
    long before = -1;
    Map<Integer, Integer> found = new HashMap<>();
    for (int i = 0; i < file.lines().size(); i++) {
      Line line = file.lines().get(i);
      if (file.isBlank(line) || out.get(i)) {
        continue;
      }
      nonblank++;
      int end = numberEnd(line);
      if (end > 0) {
        long number = Long.parseLong(file.text().substring(line.start(), end).strip());
        rising += number == before + 1 || number == 1 ? 1 : 0;
        before = number;
        numbered++;
        int words = end;
        while (words < line.end() && ".:)\t ".indexOf(file.text().charAt(words)) >= 0) {
          words++;
        }
        found.put(i, words);
      }
    }
    if (numbered >= 4 && numbered * 10 >= nonblank * 8 && rising * 10 >= numbered * 8) {
      begins.putAll(found);
    }
  }

  private int numberEnd(Line line) {
    int at = line.start();
    while (at < line.end() && file.text().charAt(at) == ' ') {
      at++;
    }
    int from = at;
    while (at < line.end() && at - from < 6 && isDigit(file.text().charAt(at))) {
      at++;
    }
    boolean number = at > from && at - from < 6;
    return number && (at == line.end() || " \t.)".indexOf(file.text().charAt(at)) >= 0) ? at : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Lines that are a page's number: said to be, or bare and rising, or alone on a page break. */
  private void pageNumbers() {
    List<Integer> bare = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (int i = 0; i < file.lines().size(); i++) {
      String text = file.of(file.lines().get(i)).strip();
      if (text.length() <= 20 && !text.isEmpty()) {
        if (PAGE.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
          take(i, "page number");
          said.add(text.replaceAll("\\D*(\\d+).*", "$1"));
        } else if (text.length() <= 4 && text.chars().allMatch(c -> isDigit((char) c))) {
          bare.add(i);
        }
      }
    }
    int before = -1;
    for (int k = 0; k < bare.size(); k++) {
      int number = number(bare.get(k));
      boolean rises = number == before + 1;
      boolean goesOn = k + 1 < bare.size() && number(bare.get(k + 1)) == number + 1;
      boolean afterSaid = said.contains(String.valueOf(number - 1));
      if (rises || goesOn || afterSaid || standsAlone(bare.get(k))) {
        take(bare.get(k), "page number");
      }
      before = number;
    }
  }

  private int number(int line) {
    return Integer.parseInt(file.of(file.lines().get(line)).strip());
  }

  private boolean standsAlone(int i) {
    boolean above = i == 0 || file.isBlank(file.lines().get(i - 1));
    boolean below = i + 1 == file.lines().size() || file.isBlank(file.lines().get(i + 1));
    return above && below && !file.isDocument();
  }

  /** Paragraphs set as headings, unless the writer set everything so. */
  private void headings() {
    long headings = file.lines().stream().filter(Line::heading).count();
    if (headings * 2 >= file.lines().size()) {
      return;
    }
    for (int i = 0; i < file.lines().size(); i++) {
      if (file.lines().get(i).heading()) {
        take(i, "heading");
      }
    }
  }

  /** {@code Date: … Client: … Duration: …} above the talk: a block with dates is no talk. */
  private void topBlock() {
    int last = -1;
    int described = 0;
    int seen = 0;
    for (int i = 0; i < file.lines().size() && seen < TOP; i++) {
      Line line = file.lines().get(i);
      seen += file.isBlank(line) ? 0 : 1;
      Labels.Prefix prefix = Labels.prefix(file.text(), line.start(), line.end());
      boolean metadata =
          prefix != null && METADATA.contains(prefix.label(file.text()).toLowerCase(Locale.ROOT));
      described += metadata ? 1 : 0;
      last = metadata ? i : last;
    }
    if (described < 2) {
      firstBlock();
      return;
    }
    int end = last;
    while (end + 1 < file.lines().size() && !file.isBlank(file.lines().get(end + 1))) {
      end++;
    }
    int to = end - last <= 4 && end + 1 < file.lines().size() ? end : last;
    for (int i = 0; i <= to; i++) {
      take(i, "heading");
    }
  }

  /** A title with {@code Therapist: Dr. A} and {@code Client: J.} under it: names, not talk. */
  private void firstBlock() {
    List<Integer> block = new ArrayList<>();
    int i = 0;
    while (i < file.lines().size() && (block.isEmpty() || !file.isBlank(file.lines().get(i)))) {
      if (!file.isBlank(file.lines().get(i))) {
        block.add(i);
      }
      if (block.size() > TOP) {
        return;
      }
      i++;
    }
    int labelled = 0;
    for (int at : block) {
      Line line = file.lines().get(at);
      Labels.Prefix prefix = Labels.prefix(file.text(), line.start(), line.end());
      if (prefix != null) {
        String value = file.text().substring(prefix.textStart(), line.end()).strip();
        if (!VALUE.matcher(value).matches()) {
          return;
        }
        labelled++;
      }
    }
    boolean titled = labelled < block.size();
    if (titled && labelled >= 2 && i < file.lines().size()) {
      block.forEach(at -> take(at, "heading"));
    }
  }

  /** A line that comes again beside page numbers or page breaks. */
  private void runningHeads() {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < file.lines().size(); i++) {
      String text = file.of(file.lines().get(i)).strip();
      boolean candidate = text.length() >= 4 && text.length() <= 120 && !out.get(i);
      if (candidate && besidePage(i)) {
        places.computeIfAbsent(text, t -> new ArrayList<>()).add(i);
      }
    }
    places.values().stream()
        .filter(at -> at.size() >= 2)
        .forEach(at -> at.forEach(i -> take(i, "running head")));
  }

  private boolean besidePage(int i) {
    if (file.of(file.lines().get(i)).indexOf('\f') >= 0) {
      return true;
    }
    int seen = 0;
    for (int k = i - 1; k >= 0 && seen < 1; k--) {
      if (isPageEdge(k)) {
        return true;
      }
      seen += file.isBlank(file.lines().get(k)) ? 0 : 1;
    }
    if (seen == 0) {
      return true;
    }
    seen = 0;
    for (int k = i + 1; k < Math.min(file.lines().size(), i + 10) && seen < 1; k++) {
      if (isPageEdge(k)) {
        return true;
      }
      seen += file.isBlank(file.lines().get(k)) ? 0 : 1;
    }
    return false;
  }

  private boolean isPageEdge(int i) {
    return "page number".equals(reasons.get(i)) || file.of(file.lines().get(i)).indexOf('\f') >= 0;
  }
}
