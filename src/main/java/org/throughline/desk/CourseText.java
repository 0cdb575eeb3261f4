package org.throughline.desk;

import java.util.List;
import java.util.stream.Collectors;
import org.throughline.claim.ClaimState;
import org.throughline.measure.Board;
import org.throughline.measure.Entry;
import org.throughline.problem.Passage;
import org.throughline.problem.Strip;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.TrajectoryText;

/** A course for the terminal: the trajectory, and beside it what people wrote down. */
final class CourseText {

  private CourseText() {}

  static String of(Course course) {
    var text = new StringBuilder(TrajectoryText.of(course.trajectory(), course.bySession()));
    section(text, "Problems, stage by stage", course.problems().stream().map(CourseText::strip));
    section(text, "Questionnaires", questionnaires(course.board()).stream());
    section(text, "Goals", goals(course.board().goals()).stream());
    section(text, "In the client's own words", words(course.board()).stream());
    section(text, "Alliance", course.board().alliance().stream().map(CourseText::alliance));
    section(
        text,
        "From outside",
        course.board().context().stream()
            .map(
                event ->
                    event.date() + "  " + event.category() + ": “" + event.what().text() + "”"));
    section(
        text,
        "Reviewed, agreed or disputed",
        course.trajectory().series().stream().flatMap(series -> standing(course, series).stream()));
    return text.toString();
  }

  private static void section(
      StringBuilder text, String title, java.util.stream.Stream<String> lines) {
    List<String> all = lines.toList();
    if (!all.isEmpty()) {
      text.append('\n').append(title).append('\n');
      all.forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }

  private static String strip(Strip strip) {
    String dots = strip.passages().stream().map(CourseText::dot).collect(Collectors.joining(" "));
    return "“%s” (%s)%s\n    %s"
        .formatted(
            strip.words().text(),
            strip.namedByClient() ? "the client's words" : "the clinician's words",
            dots.isEmpty() ? "" : "\n    " + dots,
            strip.says());
  }

  /** ● confirmed, ○ suggested, · linked and neither. */
  private static String dot(Passage passage) {
    Double confirmed = passage.confirmed();
    Integer suggested = passage.suggested();
    if (confirmed != null) {
      return "●" + number(confirmed);
    }
    return suggested == null ? "·" : "○" + suggested;
  }

  private static List<String> questionnaires(Board board) {
    List<String> lines =
        new java.util.ArrayList<>(
            board.questionnaires().stream()
                .map(
                    course ->
                        "%s  %s%s (norm: %s%s)"
                            .formatted(
                                course.name(),
                                course.scores().stream()
                                    .map(score -> number(score.value()))
                                    .collect(Collectors.joining(", ")),
                                course.outcome() == null ? "" : "; " + course.outcome(),
                                course.norm().population(),
                                course.norm().confirmed() ? "" : ", threshold not yet checked"))
                .toList());
    board.alerts().forEach(alert -> lines.add("Look at: " + alert.rule()));
    return lines;
  }

  private static List<String> goals(Board.Goals goals) {
    List<String> lines = new java.util.ArrayList<>();
    goals
        .scaled()
        .forEach(
            goal ->
                lines.add(
                    "“%s”  %s"
                        .formatted(
                            goal.goal().words().text(),
                            goal.ratings().isEmpty()
                                ? "not rated yet"
                                : goal.ratings().stream()
                                    .map(rating -> "%+d".formatted(rating.level()))
                                    .collect(Collectors.joining(" → ")))));
    goals
        .described()
        .forEach(
            goal ->
                lines.add(
                    "“%s”  %s"
                        .formatted(
                            goal.goal().words().text(),
                            goal.ratings().isEmpty()
                                ? "not rated yet"
                                : goal.ratings().getLast().stage().label())));
    return lines;
  }

  private static List<String> words(Board board) {
    List<String> lines = new java.util.ArrayList<>();
    if (!board.oneWords().isEmpty()) {
      lines.add(
          board.oneWords().stream()
              .map(one -> one.word().text())
              .collect(Collectors.joining(" → ")));
    }
    for (Entry.ChapterTitle chapter : board.chapterTitles()) {
      lines.add(chapter.date() + "  chapter “" + chapter.title().text() + "”");
    }
    return lines;
  }

  private static String alliance(Board.AlliancePoint point) {
    return "%s  %d%s%s"
        .formatted(
            point.rating().date(),
            point.rating().rating(),
            point.rating().comment().isBlank() ? "" : " “" + point.rating().comment().text() + "”",
            point.dip() ? " (two or more below the client's own median)" : "");
  }

  private static List<String> standing(Course course, Series series) {
    ClaimState state = course.state(series);
    boolean nothing =
        !state.reviewed()
            && !state.outdated()
            && state.status() == org.throughline.claim.ClaimEvent.Status.PROPOSED;
    if (nothing) {
      return List.of();
    }
    String reviewed =
        state.reviewed() ? "reviewed" : state.outdated() ? "reviewed before it changed" : "";
    String client =
        switch (state.status()) {
          case PROPOSED -> "";
          case AGREED -> "the client agrees";
          case DISPUTED -> "the client disputes";
        };
    String both =
        reviewed.isEmpty() || client.isEmpty() ? reviewed + client : reviewed + ", " + client;
    return List.of(
        "%s: %s; %s%s"
            .formatted(
                series.claim(),
                state.says(),
                both,
                state.clientsWords().isBlank() ? "" : ": “" + state.clientsWords().text() + "”"));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
