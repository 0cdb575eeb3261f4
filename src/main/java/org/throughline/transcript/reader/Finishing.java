package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;
import org.throughline.transcript.report.Conservation;
import org.throughline.transcript.report.ImportReport.CarriedOver;

/** A draft brought to its end: remarks out, one speaker's pieces joined, the sum drawn. */
record Finishing(
    List<Turn> turns, List<CarriedOver> carriedOver, int mergedPieces, Conservation conservation) {

  static Finishing of(Draft draft) {
    List<Utterance> joined = new ArrayList<>();
    List<CarriedOver> guesses = new ArrayList<>();
    int merged = 0;
    @Nullable Utterance before = null;
    for (Utterance next : draft.utterances) {
      next.clean(draft.ledger);
      boolean silent = next.text.isEmpty();
      boolean sameVoice =
          before != null && Objects.equals(before.label, next.label) && !joined.isEmpty();
      // Somebody else's inaudible remark in between is an interruption all the same.
      before = next;
      if (silent) {
        continue;
      }
      Utterance last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && sameVoice && joins(last, next)) {
        int at = last.absorb(next);
        merged++;
        note(guesses, next, joined.size() - 1, new Span(at, last.text.length()));
      } else {
        joined.add(next);
        note(guesses, next, joined.size() - 1, new Span(0, next.text.length()));
      }
    }
    List<Turn> turns = new ArrayList<>();
    long characters = 0;
    for (Utterance u : joined) {
      u.book(draft.ledger);
      characters += u.text.length();
      turns.add(new Turn(turns.size(), u.label, null, u.text.toString(), u.startMs, u.endMs));
    }
    draft.ledger.close();
    return new Finishing(turns, guesses, merged, draft.ledger.conservation(characters));
  }

  private static boolean joins(Utterance last, Utterance next) {
    if (last.separate || next.separate || !Objects.equals(last.label, next.label)) {
      return false;
    }
    // Where no speaker is known, sentences cut across cues are made whole, and no more.
    return next.label != null || !endsSentence(last.text);
  }

  private static boolean endsSentence(CharSequence text) {
    int end = text.length();
    while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".!?…。！？؟।".indexOf(text.charAt(end - 1)) >= 0;
  }

  private static void note(List<CarriedOver> guesses, Utterance next, int turn, Span span) {
    if (next.guess) {
      guesses.add(new CarriedOver(turn, span));
    }
  }

  @Override
  public String toString() {
    return "Finishing[turns=" + turns.size() + "]";
  }
}
