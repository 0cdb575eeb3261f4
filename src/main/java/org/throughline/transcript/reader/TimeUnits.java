package org.throughline.transcript.reader;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.transcript.source.Node;
import org.throughline.transcript.source.Tree;

/**
 * Whether bare numbers are seconds or milliseconds.
 *
 * <p>A decimal point means seconds. Whole numbers are judged by the pace of talk: a word takes
 * about 0.4 of a second, so 400 units a word are milliseconds.
 */
final class TimeUnits {

  private static final int UNITS_A_WORD = 20;

  private TimeUnits() {}

  /** Milliseconds in one unit: 1000 or 1. */
  static int of(Tree tree, List<Node> pieces) {
    long words = 0;
    double last = 0;
    for (Node piece : pieces) {
      Node text = TurnListJson.text(piece);
      Node word = text == null ? TreeDraft.member(piece, "w", "word") : text;
      String said = word == null ? "" : tree.text().substring(word.start(), word.end());
      words += said.strip().split("\\s+", -1).length;
      for (Node time : piece.children()) {
        if (time.kind() == Node.Kind.NUMBER && isTime(time.name())) {
          String number = tree.text().substring(time.start(), time.end());
          if (number.indexOf('.') >= 0) {
            return 1000;
          }
          last = Math.max(last, new BigDecimal(number).doubleValue());
        }
      }
    }
    return last > (double) UNITS_A_WORD * Math.max(words, 1) ? 1 : 1000;
  }

  private static boolean isTime(String name) {
    return switch (name) {
      case "start", "end", "s", "e", "start_time", "end_time", "time", "timestamp" -> true;
      default -> false;
    };
  }
}
