package org.throughline.desk.view;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.Rater;
import org.throughline.quote.Hit;
import org.throughline.quote.IndexedCoding;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/**
 * A turn that answers a search, verbatim, with where it stands.
 *
 * @param entry session or check-in
 * @param number of the session, null for a check-in
 * @param startMs when the turn begins in the recording, null where not known
 * @param marks where in the text the words that answer stand
 * @param codes ids of the codes on the turn, each once
 * @param codings on the turn, with their explanation
 * @param before the turn before, null at the beginning
 * @param after the turn after, null at the end
 * @param link where the transcript opens at this turn: the page's address without its host
 */
public record QuoteView(
    String client,
    String entry,
    @Nullable Integer number,
    String date,
    int turn,
    String role,
    String text,
    @Nullable Long startMs,
    @Nullable Long endMs,
    List<MarkView> marks,
    List<String> codes,
    List<NoteView> codings,
    @Nullable TurnView before,
    @Nullable TurnView after,
    String link,
    FoundView found) {

  /** A stretch of the turn's text. */
  public record MarkView(int start, int end) {
    public static MarkView of(Span span) {
      return new MarkView(span.start(), span.end());
    }
  }

  /**
   * A coding on the turn.
   *
   * @param rater "human", "machine" for a codebook's cue, "model" for what was learned here
   * @param status "suggested" or "confirmed"
   */
  public record NoteView(
      String id,
      String code,
      int start,
      int end,
      String quote,
      String explanation,
      String rater,
      String status) {

    static NoteView of(IndexedCoding indexed) {
      var coding = indexed.coding();
      return new NoteView(
          indexed.id(),
          coding.code(),
          coding.span().start(),
          coding.span().end(),
          coding.quote(),
          coding.evidence().explanation(),
          switch (coding.rater()) {
            case Rater.Human human -> "human";
            case Rater.Machine machine -> "machine";
            case Rater.Model model -> "model";
          },
          indexed.status().name().toLowerCase(Locale.ROOT));
    }

    /** Never the words. */
    @Override
    public String toString() {
      return "NoteView[" + id + " " + code + "]";
    }
  }

  /**
   * By what it was found.
   *
   * @param by "words" or "likeness"
   * @param likeness cosine, −1 to 1; null where found by words
   */
  public record FoundView(String by, @Nullable Double likeness) {
    static FoundView of(Hit.Found found) {
      return switch (found) {
        case Hit.Found.ByWords words -> new FoundView("words", null);
        case Hit.Found.ByLikeness like ->
            new FoundView("likeness", Math.round(like.likeness() * 1_000) / 1_000.0);
      };
    }
  }

  public QuoteView {
    marks = List.copyOf(marks);
    codes = List.copyOf(codes);
    codings = List.copyOf(codings);
  }

  public static QuoteView of(Hit hit) {
    return new QuoteView(
        hit.client(),
        hit.session(),
        hit.number() > 0 ? hit.number() : null,
        hit.date().toString(),
        hit.turn().index(),
        hit.role().id(),
        hit.turn().text(),
        hit.turn().startMs(),
        hit.turn().endMs(),
        hit.marks().stream().map(MarkView::of).toList(),
        hit.codings().stream().map(coding -> coding.coding().code()).distinct().toList(),
        hit.codings().stream().map(NoteView::of).toList(),
        turn(hit.before()),
        turn(hit.after()),
        hit.link(),
        FoundView.of(hit.found()));
  }

  private static @Nullable TurnView turn(@Nullable Turn turn) {
    return turn == null ? null : TurnView.of(turn);
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "QuoteView[entry=" + entry + ", turn=" + turn + "]";
  }
}
