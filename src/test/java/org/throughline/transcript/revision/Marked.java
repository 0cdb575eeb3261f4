package org.throughline.transcript.revision;

import java.util.ArrayList;
import java.util.List;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/** A transcript written one turn a line, with the marked words in brackets. */
record Marked(Transcript transcript, List<Place> places) {

  static Marked of(String lines) {
    List<Turn> turns = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (String line : lines.strip().split("\n", -1)) {
      StringBuilder text = new StringBuilder();
      int open = -1;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '[') {
          open = text.length();
        } else if (c == ']') {
          places.add(new Place(turns.size(), new Span(open, text.length())));
        } else {
          text.append(c);
        }
      }
      turns.add(new Turn(turns.size(), "C", null, text.toString(), null, null));
    }
    return new Marked(new Transcript(turns), places);
  }

  /** The text with its held places in brackets, and a line for each lost one. */
  static String show(Transcript transcript, List<Anchor> anchors) {
    StringBuilder shown = new StringBuilder();
    for (Turn turn : transcript.turns()) {
      StringBuilder text = new StringBuilder(turn.text());
      anchors.stream()
          .filter(a -> a instanceof Anchor.Held held && held.to().turn() == turn.index())
          .map(a -> ((Anchor.Held) a).to().span())
          .sorted(java.util.Comparator.reverseOrder())
          .forEach(span -> text.insert(span.end(), ']').insert(span.start(), '['));
      shown.append(text).append('\n');
    }
    anchors.forEach(
        a -> shown.append(a instanceof Anchor.Lost lost ? "lost: " + lost.reason() + "\n" : ""));
    return shown.toString();
  }
}
