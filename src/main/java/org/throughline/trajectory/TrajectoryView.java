package org.throughline.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quote;
import org.throughline.indicator.Quotes;
import org.throughline.indicator.SessionKind;
import org.throughline.measure.Entry;
import org.throughline.statistic.Interval;
import org.throughline.transcript.Span;

/**
 * A trajectory as it is printed: the same JSON from the command line and over REST. Nothing but
 * strings, numbers and lists; dates as ISO 8601.
 *
 * @param silences codes of the first meetings that the latest do not hold
 * @param firstWords words for feelings used for the first time, meeting by meeting
 * @param coincidences meetings close to something from outside
 * @param trends how many trends were tested, and their p adjusted for
 * @param badges how each code that occurs fares against people here
 * @param exploratory "left_out", or "included" where trends of exploratory codes were asked for
 */
public record TrajectoryView(
    String client,
    List<MeetingView> meetings,
    List<SeriesView> series,
    List<SilenceView> silences,
    List<FirstWordsView> firstWords,
    List<CoincidenceView> coincidences,
    int trends,
    List<BadgeView> badges,
    String exploratory) {

  /** The figures alone, for those who may not read the client's words; says so. */
  public TrajectoryView withoutWords() {
    return new TrajectoryView(
        client,
        meetings,
        series.stream().map(SeriesView::withoutWords).toList(),
        silences,
        firstWords.stream().map(FirstWordsView::withoutWords).toList(),
        coincidences,
        trends,
        badges,
        exploratory);
  }

  /** With each quote as the caller wants it. */
  public TrajectoryView quoting(UnaryOperator<QuoteView> change) {
    return new TrajectoryView(
        client,
        meetings,
        series.stream().map(one -> one.quoting(change)).toList(),
        silences,
        firstWords.stream().map(first -> first.quoting(change)).toList(),
        coincidences,
        trends,
        badges,
        exploratory);
  }

  /** A meeting within a fortnight of something from outside; it says nothing of causes. */
  public record CoincidenceView(
      String sessionId, int number, String event, String category, long days) {

    static CoincidenceView of(Coincidence coincidence) {
      return new CoincidenceView(
          coincidence.sessionId(),
          coincidence.number(),
          coincidence.event(),
          coincidence.category(),
          coincidence.days());
    }
  }

  /** Something that is no longer said. */
  public record SilenceView(String kind, String code, String wording) {}

  /** New words for feelings in one meeting; the list only grows. */
  public record FirstWordsView(
      String sessionId, int number, String date, List<QuoteView> words, int known) {

    static FirstWordsView of(FirstWords first) {
      return new FirstWordsView(
          first.sessionId(),
          first.number(),
          first.date().toString(),
          first.words().stream().map(QuoteView::of).toList(),
          first.known());
    }

    FirstWordsView withoutWords() {
      return new FirstWordsView(sessionId, number, date, List.of(), known);
    }

    FirstWordsView quoting(UnaryOperator<QuoteView> change) {
      return new FirstWordsView(
          sessionId, number, date, words.stream().map(change).toList(), known);
    }
  }

  /**
   * One meeting's counts.
   *
   * @param therapistShare of the words of both, 0 to 1
   * @param codes how often each code counts
   * @param confirmed codings that a person confirmed
   * @param suggested codings that nobody has looked at
   * @param stories stories told in it
   */
  public record MeetingView(
      String sessionId,
      int number,
      String date,
      String kind,
      int clientWords,
      int therapistWords,
      int unattributedWords,
      double therapistShare,
      int confirmed,
      int suggested,
      int stories,
      Map<String, Integer> codes) {

    static MeetingView of(Indicators meeting) {
      return new MeetingView(
          meeting.sessionId(),
          meeting.number(),
          meeting.date().toString(),
          meeting.kind().id(),
          meeting.clientWords(),
          meeting.therapistWords(),
          meeting.unattributedWords(),
          meeting.therapistShare(),
          meeting.confirmed(),
          meeting.suggested(),
          meeting.episodes().size(),
          meeting.codes());
    }
  }

  /**
   * One indicator over one kind of text.
   *
   * @param claim the name under which people review it and clients agree or dispute
   * @param prompt id of the question that the texts answer; "" for sessions
   * @param minimum what there must be, in plain words
   * @param restsOn the codes in its figures that occur; see the badges
   * @param evidence null where no quotes were asked for
   */
  public record SeriesView(
      String claim,
      String indicator,
      String label,
      String construct,
      String kind,
      String prompt,
      String unit,
      String minimum,
      List<String> restsOn,
      long equalWords,
      List<PointView> points,
      @Nullable BaselineView baseline,
      VerdictView verdict,
      @Nullable EvidenceView evidence) {

    SeriesView withoutWords() {
      return with(evidence == null ? null : evidence.withoutWords());
    }

    SeriesView quoting(UnaryOperator<QuoteView> change) {
      return with(evidence == null ? null : evidence.quoting(change));
    }

    private SeriesView with(@Nullable EvidenceView other) {
      return new SeriesView(
          claim,
          indicator,
          label,
          construct,
          kind,
          prompt,
          unit,
          minimum,
          restsOn,
          equalWords,
          points.stream().map(PointView::withoutWords).toList(),
          baseline,
          verdict,
          other);
    }
  }

  /**
   * One place on the axis of time.
   *
   * @param state "value", "too_little_text" or "missed"; the figures are null unless it is "value"
   * @param text the point in plain words
   */
  public record PointView(
      String state,
      @Nullable String sessionId,
      @Nullable Integer number,
      String date,
      @Nullable Double value,
      @Nullable Long k,
      @Nullable Long n,
      @Nullable Double low,
      @Nullable Double high,
      boolean entersTrend,
      String text) {

    /** The reason why a meeting was missed is somebody's words. */
    PointView withoutWords() {
      return state.equals("missed")
          ? new PointView(
              state, null, null, date, null, null, null, null, null, false, "–  missed on " + date)
          : this;
    }

    static PointView of(Indicator indicator, Point point) {
      return switch (point) {
        case Point.Value v ->
            new PointView(
                "value",
                v.sessionId(),
                v.number(),
                v.date().toString(),
                v.value(),
                v.tally().k(),
                v.tally().n(),
                v.interval().low(),
                v.interval().high(),
                v.entersTrend(),
                TrajectoryText.point(indicator, v));
        case Point.TooLittleText t ->
            new PointView(
                "too_little_text",
                t.sessionId(),
                t.number(),
                t.date().toString(),
                null,
                null,
                null,
                null,
                null,
                false,
                TrajectoryText.point(indicator, t));
        case Point.Missed m ->
            new PointView(
                "missed",
                null,
                null,
                m.date().toString(),
                null,
                null,
                null,
                null,
                null,
                false,
                TrajectoryText.point(indicator, m));
      };
    }
  }

  /** The first meetings taken together. */
  public record BaselineView(
      List<String> sessions, double value, long k, long n, double low, double high) {

    static BaselineView of(Baseline baseline) {
      Interval interval = baseline.interval();
      return new BaselineView(
          baseline.sessions(),
          baseline.value(),
          baseline.tally().k(),
          baseline.tally().n(),
          interval.low(),
          interval.high());
    }
  }

  /**
   * What may be said.
   *
   * @param kind "change", "tentative", "no_change_distinguishable", "not_enough_text",
   *     "not_enough_sessions", "not_comparable" or "left_out"
   * @param direction "rise" or "fall"; null where neither may be said
   * @param rung two or three words
   * @param wording one or two sentences
   * @param trend null where none was computed
   */
  public record VerdictView(
      String kind, @Nullable String direction, String rung, String wording, @Nullable Trend trend) {

    static VerdictView of(Verdict verdict) {
      Direction direction = Wording.direction(verdict);
      return new VerdictView(
          Wording.kind(verdict),
          direction == null ? null : direction.label(),
          Wording.rung(verdict),
          Wording.sentence(verdict),
          Trajectory.trend(verdict));
    }
  }

  /** The two panes. */
  public record EvidenceView(String claim, PaneView supports, PaneView opposes, String rule) {

    public static EvidenceView of(Evidence evidence) {
      return new EvidenceView(
          evidence.claim(),
          PaneView.of(evidence.supports()),
          PaneView.of(evidence.opposes()),
          evidence.rule());
    }

    EvidenceView quoting(UnaryOperator<QuoteView> change) {
      return new EvidenceView(claim, supports.quoting(change), opposes.quoting(change), rule);
    }

    EvidenceView withoutWords() {
      return new EvidenceView(
          claim,
          supports.withoutWords(),
          opposes.withoutWords(),
          rule
              + " The words are left out: the client has not agreed to show them to this account.");
    }
  }

  /** One side. */
  public record PaneView(List<QuoteView> quotes, int found, String searched) {

    static PaneView of(Evidence.Pane pane) {
      return new PaneView(
          pane.quotes().stream().map(QuoteView::of).toList(), pane.found(), pane.searched());
    }

    PaneView quoting(UnaryOperator<QuoteView> change) {
      return new PaneView(quotes.stream().map(change).toList(), found, searched);
    }

    PaneView withoutWords() {
      return new PaneView(List.of(), found, searched);
    }
  }

  /**
   * A client's words and where they stand; offsets in UTF-16 units within the turn.
   *
   * @param context the sentence around the words
   * @param contextStart where in the turn it begins
   */
  public record QuoteView(
      String sessionId,
      int number,
      String date,
      int turn,
      int start,
      int end,
      String code,
      String quote,
      String context,
      int contextStart,
      double confidence,
      boolean confirmed) {

    public static QuoteView of(Quote quote) {
      Span around = quote.context();
      return new QuoteView(
          quote.sessionId(),
          quote.number(),
          quote.date().toString(),
          quote.turn(),
          quote.start(),
          quote.end(),
          quote.code(),
          quote.text(),
          around.of(quote.turnText()),
          around.start(),
          quote.confidence(),
          quote.confirmed());
    }

    /** Never the words. */
    @Override
    public String toString() {
      return "QuoteView[" + code + " session=" + sessionId + " turn=" + turn + "]";
    }
  }

  /** The printable form, of a client without entries from outside. */
  public static TrajectoryView of(Trajectory trajectory, List<Quote> quotes) {
    return of(trajectory, Quotes.of(quotes), quotes, List.of());
  }

  /**
   * The printable form.
   *
   * @param bySession all quotes of the client that count; empty to leave the evidence out
   * @param quotes the same, in order
   * @param outside events from outside
   */
  public static TrajectoryView of(
      Trajectory trajectory, Quotes bySession, List<Quote> quotes, List<Entry.Context> outside) {
    return new TrajectoryView(
        trajectory.history().client(),
        trajectory.history().meetings().stream().map(MeetingView::of).toList(),
        trajectory.series().stream().map(series -> of(trajectory, series, bySession)).toList(),
        silences(trajectory),
        FirstWords.in(quotes).stream().map(FirstWordsView::of).toList(),
        Coincidence.in(trajectory.history(), outside).stream().map(CoincidenceView::of).toList(),
        trajectory.trends(),
        trajectory.occurring().stream().map(BadgeView::of).toList(),
        trajectory.exploratory() ? "included" : "left_out");
  }

  private static List<SilenceView> silences(Trajectory trajectory) {
    List<SilenceView> silences = new ArrayList<>();
    for (SessionKind kind : SessionKind.values()) {
      Silence.in(trajectory.history(), kind)
          .forEach(s -> silences.add(new SilenceView(kind.id(), s.code(), s.wording())));
    }
    return silences;
  }

  private static SeriesView of(Trajectory trajectory, Series series, Quotes quotes) {
    Indicator indicator = series.indicator();
    var least = indicator.minimum();
    return new SeriesView(
        series.claim(),
        indicator.id(),
        indicator.label(),
        indicator.construct(),
        series.kind().id(),
        series.prompt(),
        indicator.unit().label(),
        "%d %s to show, %d for a trend".formatted(least.shown(), least.what(), least.trend()),
        Trajectory.occurring(series, trajectory.history()),
        series.equalWords(),
        series.points().stream().map(point -> PointView.of(indicator, point)).toList(),
        series.baseline().map(BaselineView::of).orElse(null),
        VerdictView.of(series.verdict()),
        quotes.bySession().isEmpty()
            ? null
            : EvidenceView.of(Evidence.of(series, trajectory.history(), quotes)));
  }
}
