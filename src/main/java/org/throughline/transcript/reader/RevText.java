package org.throughline.transcript.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/** Rev and Descript as text: {@code Speaker 1 (00:00:05):}, then the words. */
final class RevText implements TranscriptReader {

  private static final Pattern OPENING =
      Pattern.compile(
          "[\\s\\u00A0]{0,20}+([^\\n:()\\[\\]]{1,60}?):?[\\s\\u00A0]{0,10}"
              + "[(\\[](\\d{1,3}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?)[)\\]]:?[\\s\\u00A0]{0,20}+");

  @Override
  public String dialect() {
    return "rev-text";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Lines file
            && (file.lines().stream().anyMatch(line -> opening(file, line) != null)
                || bareTimes(file))
        ? Optional.of("lines with a name and a time in brackets stand above or before the words")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    boolean bare = bareTimes(file);
    new LabelledLines(file, draft, line -> bare ? bare(file, line) : opening(file, line))
        .read(false);
  }

  /** {@code Speaker 1: 00:05} alone on lines, in nearly all lines that have a label. */
  private static boolean bareTimes(Lines file) {
    int labelled = 0;
    int timed = 0;
    for (Line line : file.lines()) {
      labelled += Labels.prefix(file.text(), line.start(), line.end()) == null ? 0 : 1;
      timed += bare(file, line) == null ? 0 : 1;
    }
    return timed >= 2 && timed * 10 >= labelled * 8;
  }

  private static @Nullable Opening bare(Lines file, Line line) {
    Labels.Prefix prefix = Labels.prefix(file.text(), line.start(), line.end());
    Long startMs =
        prefix == null || line.end() - prefix.textStart() > 20
            ? null
            : Clock.millis(file.text().substring(prefix.textStart(), line.end()).strip());
    return prefix == null || startMs == null
        ? null
        : Opening.of(prefix.label(file.text()), startMs, line.end());
  }

  private static @Nullable Opening opening(Lines file, Line line) {
    Matcher opening = OPENING.matcher(file.text()).region(line.start(), line.end());
    if (!opening.lookingAt()) {
      return null;
    }
    String label = opening.group(1).strip();
    // Either a colon marks the label, or nothing else stands on the line.
    boolean marked =
        file.text().substring(line.start(), opening.end()).indexOf(':', label.length()) >= 0
            && colonOutside(file.text().substring(line.start(), opening.end()));
    boolean alone = opening.end() == line.end();
    boolean named = Labels.isName(label) && !label.matches(".*[.!?;,].*");
    return named && (marked || alone)
        ? Opening.of(label, Clock.millis(opening.group(2)), opening.end())
        : null;
  }

  private static boolean colonOutside(String opening) {
    return opening.replaceAll("[(\\[][^)\\]]*[)\\]]", "").indexOf(':') >= 0;
  }
}
