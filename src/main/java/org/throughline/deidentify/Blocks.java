package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.transcript.Span;

/**
 * Lines of a letterhead, a signature, an address: what stands alone on a line between lines that
 * identify belongs to them.
 */
final class Blocks {

  private static final int LONGEST_TITLE = 6;

  private Blocks() {}

  /** Adds such lines to what is settled. */
  static List<Finding> find(Passage passage, List<Finding> settled) {
    List<Finding> found = new ArrayList<>();
    List<Span> lines = lines(passage);
    for (int i = 1; i < lines.size() && lines.size() >= 3; i++) {
      Span line = lines.get(i);
      Span before = lines.get(i - 1);
      boolean single = line.length() <= 2 && lastIsLetters(passage, line);
      boolean address =
          single
              && i + 1 < lines.size()
              && isPlace(passage, before, settled)
              && isPlace(passage, lines.get(i + 1), settled);
      Span span = passage.span(line.start(), line.end());
      if (address) {
        found.add(Finding.sure(span, Kind.ADDRESS, Evidence.FORM));
      } else if (line.length() <= LONGEST_TITLE
          && !isSentence(passage, line)
          && isName(passage, before, settled)) {
        found.add(Finding.unsure(span, Kind.UNKNOWN, Evidence.FORM));
      }
    }
    return found;
  }

  /** Index ranges of the words of each line that has any. */
  private static List<Span> lines(Passage passage) {
    List<Span> lines = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= passage.size(); i++) {
      boolean ends = i == passage.size();
      if (!ends) {
        int from = passage.word(i - 1).end();
        ends = passage.text().substring(from, passage.word(i).start()).indexOf('\n') >= 0;
      }
      if (ends) {
        lines.add(new Span(first, i));
        first = i;
      }
    }
    return lines;
  }

  private static boolean lastIsLetters(Passage passage, Span line) {
    return passage.word(line.end() - 1).isLetters();
  }

  private static boolean isSentence(Passage passage, Span line) {
    return Set.of(".", "!", "?", ":").contains(passage.folded(line.end() - 1))
        || !passage.word(line.end() - 1).isLetters();
  }

  private static boolean isName(Passage passage, Span line, List<Finding> settled) {
    Span span = passage.span(line.start(), line.end());
    return settled.stream()
        .anyMatch(f -> f.sure() && f.kind() == Kind.NAME && f.span().contains(span));
  }

  private static boolean isPlace(Passage passage, Span line, List<Finding> settled) {
    Span span = passage.span(line.start(), line.end());
    return settled.stream().anyMatch(f -> f.sure() && f.span().overlaps(span));
  }
}
