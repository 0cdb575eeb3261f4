package org.throughline.exchange;

import java.util.ArrayList;
import java.util.List;
import org.throughline.transcript.Span;

/**
 * Puts every reading to the test: under the right one the positions point at the words that the
 * program quotes.
 */
final class Trial {

  /** A text with the selections in it. */
  record Case(PlainText text, List<Pointer> pointers) {}

  /**
   * The reading chosen for a whole file: one program wrote it.
   *
   * @param quoted how many selections carry words to test against
   * @param agreed how many of them agree
   */
  record Outcome(Reading reading, int quoted, int agreed) {}

  private Trial() {}

  /**
   * The best reading. The standard's own is given up only for one under which more quotes agree, or
   * more selections point at anything; what else speaks for a reading only ranks the others.
   */
  static Outcome choose(List<Case> cases) {
    int quoted = 0;
    for (Case each : cases) {
      String flat = Pointer.flat(each.text().text());
      quoted += (int) each.pointers().stream().filter(p -> p.occursIn(flat)).count();
    }
    Reading best = Reading.STANDARD;
    long[] bestScore = score(best, cases);
    long[] standard = bestScore;
    long selections = cases.stream().mapToLong(each -> each.pointers().size()).sum();
    if (quoted > 0 && standard[0] >= quoted && standard[2] == selections) {
      return new Outcome(best, (int) standard[0], (int) standard[0]);
    }
    for (Reading reading : readings(cases)) {
      long[] score = score(reading, cases);
      boolean moreThanStandard =
          score[0] > standard[0] || (standard[0] == 0 && quoted == 0 && score[2] > standard[2]);
      if (moreThanStandard && better(score, bestScore)) {
        best = reading;
        bestScore = score;
      }
    }
    return new Outcome(best, Math.max(quoted, (int) bestScore[0]), (int) bestScore[0]);
  }

  /** From the standard outwards; readings that no text here can tell apart are left out. */
  private static List<Reading> readings(List<Case> cases) {
    boolean marks = cases.stream().anyMatch(each -> each.text().marked());
    boolean returns = cases.stream().anyMatch(each -> each.text().has('\r'));
    boolean lines = cases.stream().anyMatch(each -> each.text().has('\n'));
    List<Reading> readings = new ArrayList<>();
    for (boolean included : new boolean[] {false, true}) {
      for (Reading.Unit unit : Reading.Unit.values()) {
        for (Reading.LineEnd lineEnd : Reading.LineEnd.values()) {
          boolean possible =
              switch (lineEnd) {
                case AS_WRITTEN -> true;
                case ONE -> returns;
                case TWO -> lines;
              };
          if (possible) {
            readings.add(new Reading(false, lineEnd, unit, included));
            if (marks) {
              readings.add(new Reading(true, lineEnd, unit, included));
            }
          }
        }
      }
    }
    return readings;
  }

  /**
   * Quotes that agree; those that do without a blank at an edge; selections that point at
   * something; ends that do not cut a word.
   */
  private static long[] score(Reading reading, List<Case> cases) {
    long agreed = 0;
    long exact = 0;
    long pointing = 0;
    long whole = 0;
    for (Case each : cases) {
      int[] positions = each.text().positions(reading);
      String text = each.text().text();
      for (Pointer pointer : each.pointers()) {
        Span span = pointer.span(positions, reading);
        if (span != null) {
          pointing++;
          if (pointer.agrees(span.of(text))) {
            agreed++;
            exact += span.of(text).equals(span.of(text).strip()) ? 1 : 0;
          }
          whole += (edge(text, span.start()) ? 1 : 0) + (edge(text, span.end()) ? 1 : 0);
        }
      }
    }
    return new long[] {agreed, exact, pointing, whole};
  }

  private static boolean edge(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }

  private static boolean better(long[] score, long[] than) {
    for (int i = 0; i < score.length; i++) {
      if (score[i] != than[i]) {
        return score[i] > than[i];
      }
    }
    return false;
  }
}
