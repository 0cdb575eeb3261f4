package org.throughline.desk.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.research.Adjudication;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.research.StudyEvent.Memo;
import org.throughline.research.StudyEvent.Settled;
import org.throughline.research.Task;
import org.throughline.research.Themes;
import org.throughline.research.Training;
import org.throughline.statistic.Tally;

/** What coders, adjudicators and trainees work with. */
public final class CodingWork {

  private CodingWork() {}

  /** A turn as it was released. */
  public record TurnView(int index, String role, String text) {
    @Override
    public String toString() {
      return "TurnView[" + index + "]";
    }
  }

  /** A coding by its place. */
  public record Mark(String id, String coder, int turn, int start, int end, String code) {

    static Mark of(Coded coded) {
      return new Mark(
          coded.id(), coded.coder(), coded.turn(), coded.start(), coded.end(), coded.code());
    }

    static @Nullable Mark orNull(@Nullable Coded coded) {
      return coded == null ? null : of(coded);
    }
  }

  /** A task with its words. */
  public record TaskDetail(
      String session,
      String duty,
      int number,
      int of,
      boolean finished,
      List<TurnView> turns,
      List<Mark> codings) {}

  public static TaskDetail of(Task task) {
    return new TaskDetail(
        task.session(),
        task.duty().name().toLowerCase(Locale.ROOT),
        task.number(),
        task.of(),
        task.finished(),
        views(task.turns()),
        task.codings().stream().map(Mark::of).toList());
  }

  private static List<TurnView> views(List<ReleasedTurn> turns) {
    return turns.stream()
        .map(turn -> new TurnView(turn.index(), turn.role().id(), turn.text()))
        .toList();
  }

  /** A verdict. */
  public record Verdict(int start, int end, String code, boolean applies, String by) {

    static Verdict of(Settled settled) {
      return new Verdict(
          settled.start(), settled.end(), settled.code(), settled.applies(), settled.by());
    }
  }

  /** Codings that overlap, side by side. */
  public record PlaceView(
      int turn,
      int start,
      int end,
      boolean unanimous,
      Map<String, List<Mark>> byCoder,
      List<Verdict> settled) {}

  /** A session's codings side by side, with its words. */
  public record SideBySide(
      String session, List<String> coders, List<TurnView> turns, List<PlaceView> places) {}

  /** The codings of a session with its turns. */
  public static SideBySide of(Adjudication adjudication, List<ReleasedTurn> turns) {
    return new SideBySide(
        adjudication.session(),
        List.copyOf(adjudication.coders()),
        views(turns),
        adjudication.places().stream().map(CodingWork::place).toList());
  }

  private static PlaceView place(Adjudication.Place place) {
    Map<String, List<Mark>> byCoder = new LinkedHashMap<>();
    place
        .byCoder()
        .forEach((coder, own) -> byCoder.put(coder, own.stream().map(Mark::of).toList()));
    return new PlaceView(
        place.turn(),
        place.span().start(),
        place.span().end(),
        place.isUnanimous(),
        byCoder,
        place.settled().stream().map(Verdict::of).toList());
  }

  /** One remark of a training. */
  public record RemarkView(String kind, @Nullable Mark key, @Nullable Mark own) {}

  /** A trainee's session against the key. */
  public record Feedback(String session, Tally hits, Tally extra, List<RemarkView> remarks) {}

  public static Feedback of(Training training) {
    return new Feedback(
        training.session(),
        training.hits(),
        training.extra(),
        training.remarks().stream()
            .map(
                remark ->
                    new RemarkView(
                        remark.kind().id(), Mark.orNull(remark.key()), Mark.orNull(remark.own())))
            .toList());
  }

  /** A memo. */
  public record MemoView(String id, String author, String on, String subject, String text) {
    @Override
    public String toString() {
      return "MemoView[" + id + "]";
    }
  }

  public static MemoView of(Memo memo) {
    return new MemoView(
        memo.id(),
        memo.author(),
        memo.on().name().toLowerCase(Locale.ROOT),
        memo.subject(),
        memo.text());
  }

  /** A quote of a theme. */
  public record ThemeQuote(String client, String session, int day, Mark coding, String quote) {
    @Override
    public String toString() {
      return "ThemeQuote[" + session + "]";
    }
  }

  public static ThemeQuote of(Themes.Quote quote) {
    return new ThemeQuote(
        quote.client(), quote.session(), quote.day(), Mark.of(quote.coding()), quote.quote());
  }
}
