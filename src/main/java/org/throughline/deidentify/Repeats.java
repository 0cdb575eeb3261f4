package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What reviewers marked by hand, looked for in all of the client's texts: each is asked about. */
final class Repeats {

  /** Words that a reviewer marked, folded, without marks between them. */
  record Added(Kind kind, List<String> words) {
    @Override
    public String toString() {
      return "Added[" + kind + "]";
    }
  }

  private final List<Added> added;

  private Repeats(List<Added> added) {
    this.added = List.copyOf(added);
  }

  /** Nothing was added. */
  static Repeats none() {
    return new Repeats(List.of());
  }

  /** Of all turns with their decided marks. */
  static Repeats of(List<List<DraftTurn>> sessions) {
    List<Added> added = new ArrayList<>();
    for (List<DraftTurn> session : sessions) {
      for (DraftTurn turn : session) {
        for (Mark mark : turn.marks()) {
          if (mark.evidence() == Evidence.REVIEWER && mark.standing() == Mark.Standing.ACCEPTED) {
            List<String> words = words(mark.span().of(turn.text()));
            if (!words.isEmpty()) {
              added.add(new Added(mark.kind(), words));
            }
          }
        }
      }
    }
    return new Repeats(added.stream().distinct().toList());
  }

  private static List<String> words(String text) {
    return Words.of(text, Lexicon.shipped()).stream()
        .filter(Repeats::counts)
        .map(Word::folded)
        .toList();
  }

  private static boolean counts(Word word) {
    return !word.isMark() && word.sort() != Word.Sort.TAIL;
  }

  List<Finding> find(Passage passage) {
    if (added.isEmpty()) {
      return List.of();
    }
    List<Word> words = passage.words().stream().filter(Repeats::counts).toList();
    List<String> folded = words.stream().map(Word::folded).toList();
    List<Finding> found = new ArrayList<>();
    for (Added one : added) {
      int length = one.words().size();
      for (int at = 0; at + length <= folded.size(); at++) {
        int next = Collections.indexOfSubList(folded.subList(at, folded.size()), one.words());
        if (next < 0) {
          break;
        }
        at += next;
        found.add(
            Finding.unsure(
                words.get(at).span().cover(words.get(at + length - 1).span()),
                one.kind(),
                Evidence.ELSEWHERE));
      }
    }
    return found;
  }
}
