package org.throughline.transcript.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Line;
import org.throughline.transcript.source.Lines;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/** A document in which names in bold print, without a colon, open the turns. */
final class BoldNames implements TranscriptReader {

  @Override
  public String dialect() {
    return "bold-names";
  }

  @Override
  public Optional<String> detect(Source source) {
    if (!(source instanceof Lines file) || !file.isDocument()) {
      return Optional.empty();
    }
    Map<String, Integer> names = names(file);
    boolean returning = names.values().stream().anyMatch(count -> count >= 2);
    return returning && LabelledLines.speakers(file).isEmpty()
        ? Optional.of("names in bold print open the paragraphs")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) throws UnreadableException {
    Lines file = (Lines) source;
    Map<String, Integer> names = names(file);
    new LabelledLines(
            file,
            draft,
            line -> {
              String name = name(file, line);
              return name != null && names.containsKey(name)
                  ? Opening.of(name, null, line.boldTo())
                  : null;
            })
        .read(false);
  }

  private static Map<String, Integer> names(Lines file) {
    Map<String, Integer> names = new HashMap<>();
    for (Line line : file.lines()) {
      String name = name(file, line);
      if (name != null && Labels.isName(name)) {
        names.merge(name, 1, Integer::sum);
      }
    }
    return names;
  }

  private static @Nullable String name(Lines file, Line line) {
    if (line.boldTo() == line.start() || line.heading() || line.boldTo() - line.start() > 60) {
      return null;
    }
    String name = file.text().substring(line.start(), line.boldTo()).strip();
    return name.isEmpty() || name.matches(".*[.!?;,].*") ? null : name;
  }
}
