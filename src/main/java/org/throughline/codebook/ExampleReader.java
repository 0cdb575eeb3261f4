package org.throughline.codebook;

import java.util.ArrayList;
import java.util.List;
import org.throughline.transcript.Span;

/** Reads "I was [afraid] of him." into a sentence and the span it marks. */
final class ExampleReader {

  private ExampleReader() {}

  static Example read(Yaml item, boolean applies) {
    String marked = item.isMapping() ? item.required("text") : item.text();
    String previous = item.isMapping() ? item.get("previous").text() : "";
    String note = item.isMapping() ? item.get("note").text() : "";
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '[') {
        open = text.length();
      } else if (c == ']' && open >= 0) {
        spans.add(new Span(open, text.length()));
        open = -1;
      } else {
        text.append(c);
      }
    }
    if (open >= 0) {
      item.problem("a bracket is opened and not closed");
    }
    if (applies && spans.isEmpty()) {
      item.problem("an example marks its words in [brackets]");
    }
    return new Example(
        text.toString(),
        applies ? spans : List.of(),
        applies,
        previous.isEmpty() ? null : previous,
        note,
        item.line());
  }
}
