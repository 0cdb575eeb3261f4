package org.throughline.transcript.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/**
 * Typed by hand without a colon: {@code T - …}, {@code (C) …}, {@code Th1 …} with a gap, or the
 * label alone on the line above.
 *
 * <p>With so little to go by, the labels must make up most of the file, and at least two must
 * return.
 */
final class BareLabels implements TranscriptReader {

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s{0,8}(?:\\(([\\p{L}\\d. ]{1,20})\\)\\s+|([\\p{L}][\\p{L}\\d.]{0,19})(?:\\t\\s*| {2,}|\\s[-–—]\\s+))");
  private static final Pattern ALONE = Pattern.compile("\\s*([\\p{L}][\\p{L}\\d. ]{0,29})\\s*");

  @Override
  public String dialect() {
    return "bare-labels";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Lines file && !labels(file).isEmpty()
        ? Optional.of("short labels without a colon open most lines")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    Set<String> labels = labels(file);
    new LabelledLines(
            file,
            draft,
            line -> {
              Opening opening = opening(file, line);
              return opening != null && labels.contains(opening.label()) ? opening : null;
            })
        .read(false);
  }

  private static Set<String> labels(Lines file) {
    Map<String, Integer> counts = new HashMap<>();
    int nonblank = 0;
    int above = 0;
    for (Line line : file.lines()) {
      nonblank += file.isBlank(line) ? 0 : 1;
      Opening opening = opening(file, line);
      String label = opening == null ? null : opening.label();
      if (opening != null && label != null && Labels.isName(label)) {
        counts.merge(label, 1, Integer::sum);
        above += opening.textStart() == line.end() ? 1 : 0;
      }
    }
    Set<String> labels = new HashSet<>();
    int lines = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() >= 2) {
        labels.add(count.getKey());
        lines += count.getValue();
      }
    }
    boolean most = lines * 10 >= nonblank * (above * 2 > lines ? 3 : 6);
    return labels.size() >= 2 && most ? labels : Set.of();
  }

  private static @Nullable Opening opening(Lines file, Line line) {
    Matcher shape = SHAPE.matcher(file.text()).region(line.start(), line.end());
    if (shape.lookingAt()) {
      String label = shape.group(1) == null ? shape.group(2) : shape.group(1);
      return Opening.of(label.strip(), null, shape.end());
    }
    Matcher alone = ALONE.matcher(file.text()).region(line.start(), line.end());
    return line.end() - line.start() <= 40 && alone.matches()
        ? Opening.of(alone.group(1).strip(), null, line.end())
        : null;
  }
}
