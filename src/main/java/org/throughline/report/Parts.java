package org.throughline.report;

import static org.throughline.report.Document.cell;
import static org.throughline.report.Document.line;
import static org.throughline.report.Document.said;
import static org.throughline.report.Document.strong;
import static org.throughline.report.Document.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.claim.ClaimState;
import org.throughline.indicator.Badge;
import org.throughline.indicator.Indicator;
import org.throughline.indicator.SessionKind;
import org.throughline.measure.Board;
import org.throughline.measure.Goal;
import org.throughline.problem.Strip;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.Silence;
import org.throughline.trajectory.Trajectory;

/** What several reports about one client have in common. */
final class Parts {

  static final String CAVEAT =
      "These are counts of the client's own words, with what they were counted in. They say nothing"
          + " of diagnosis, risk or cause, and a rise or a fall is neither good nor bad."
          + " References are session.turn.";

  static final String NO_STAGES = "Stages of problems: none recorded.";
  static final String NO_SCORES = "Questionnaires: none recorded.";

  /** The figures that a page has room for. */
  static final List<Indicator> MAIN =
      List.of(
          Indicator.EMOTION_RANGE,
          Indicator.EMOTION_NEGATIVE,
          Indicator.EMOTION_POSITIVE,
          Indicator.AGENCY_SHARE,
          Indicator.AGENCY_UNDERGOER,
          Indicator.COHERENCE_CAUSE,
          Indicator.COHERENCE_FRAGMENT,
          Indicator.SELF_COMPASSIONATE,
          Indicator.SELF_SEPARATED,
          Indicator.CHANGE_TALK);

  private Parts() {}

  static List<Series> main(ClientFile file, SessionKind kind) {
    return MAIN.stream()
        .flatMap(indicator -> file.trajectory().series(kind, indicator).stream())
        .toList();
  }

  /** The latest score of each questionnaire, with its norm, and what it asks to look at. */
  static List<Block.Paragraph> questionnaires(Board board) {
    List<Block.Paragraph> lines = new ArrayList<>();
    for (Board.Course course : board.questionnaires()) {
      var last = course.scores().getLast();
      var outcome = course.outcome();
      lines.add(
          line(
              text(
                  "%s %s on %s%s (norm: %s%s)"
                      .formatted(
                          course.name(),
                          number(last.value()),
                          last.date(),
                          outcome == null ? "" : ", " + outcome + " since the first score",
                          course.norm().population(),
                          course.norm().confirmed() ? "" : ", threshold not yet checked"))));
    }
    board.alerts().forEach(alert -> lines.add(line(strong("Look at: "), text(alert.rule()))));
    return lines;
  }

  static List<Block.Paragraph> problems(List<Strip> strips) {
    return strips.stream()
        .map(strip -> line(said(strip.words().text()), text(": " + strip.says())))
        .toList();
  }

  static List<Block.Paragraph> goals(Board.Goals goals) {
    List<Block.Paragraph> lines = new ArrayList<>();
    for (Board.ScaledGoal scaled : goals.scaled()) {
      String where =
          scaled.ratings().isEmpty()
              ? "not rated yet"
              : level(scaled.goal(), scaled.ratings().getLast());
      lines.add(line(said(scaled.goal().words().text()), text(": " + where)));
    }
    for (Board.DescribedGoal described : goals.described()) {
      String where =
          described.ratings().isEmpty()
              ? "not rated yet"
              : described.ratings().getLast().stage().label();
      lines.add(line(said(described.goal().words().text()), text(": " + where)));
    }
    return lines;
  }

  private static String level(Goal.Scaled goal, Goal.ScaledRating rating) {
    return String.format(
        Locale.ROOT,
        "%s (level %+d on %s)",
        goal.levels().get(rating.level() + 2).text(),
        rating.level(),
        rating.date());
  }

  /**
   * How the codes behind the figures fare against people here: those of which people have judged
   * anything, and the number of the others.
   */
  static void badges(ClientFile file, List<Series> series, Document.Writer writer) {
    Set<String> codes = new TreeSet<>();
    series.forEach(one -> codes.addAll(Trajectory.occurring(one, file.trajectory().history())));
    List<Badge> all = file.trajectory().badges().of(codes);
    List<Badge> measured =
        all.stream().filter(badge -> badge.kind() != Badge.Kind.NOT_MEASURED).toList();
    if (codes.isEmpty()) {
      return;
    }
    writer.bullets(
        measured.stream()
            .map(
                badge ->
                    badge.isExploratory()
                        ? line(strong("Exploratory: "), text(badge.code() + ": " + badge.says()))
                        : line(text(badge.code() + ": " + badge.says())))
            .toList());
    writer.text(
        "Of the %d codes in these figures people have judged %d in this practice; the others are not measured here.%s"
            .formatted(
                all.size(),
                measured.size(),
                file.trajectory().exploratory()
                    ? " Trends of exploratory codes were asked for and are included."
                    : ""));
  }

  static List<Block.Paragraph> silences(ClientFile file, SessionKind kind) {
    return Silence.in(file.trajectory().history(), kind).stream()
        .map(silence -> line(text(silence.wording())))
        .toList();
  }

  /** Where a claim stands: reviewed or not, and what the client says of it. */
  static Block.Paragraph standing(ClaimState state) {
    String reviewed =
        state.reviewed()
            ? "reviewed" + (state.skipReason().isBlank() ? "" : " (evidence against not opened)")
            : state.outdated() ? "reviewed before it changed" : "not reviewed";
    String client =
        switch (state.status()) {
          case PROPOSED -> "client not asked yet";
          case AGREED -> "client agrees";
          case DISPUTED -> "client disputes";
        };
    return state.clientsWords().isBlank()
        ? cell(reviewed + "; " + client)
        : line(text(reviewed + "; " + client + ": "), said(state.clientsWords().text()));
  }

  static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
