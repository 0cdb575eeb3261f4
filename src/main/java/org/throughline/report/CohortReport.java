package org.throughline.report;

import static org.throughline.report.Document.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.claim.ClaimEvent.Status;
import org.throughline.indicator.Indicator;
import org.throughline.report.CohortMember.Course;
import org.throughline.statistic.Tally;
import org.throughline.statistic.Wilson;
import org.throughline.trajectory.Figures;

/**
 * Many clients, one question: in how many does a figure rise, fall, or do neither? With definition,
 * numerator, denominator, exclusions and interval. Subgroups of one attribute stand each for itself
 * and are not ranked.
 *
 * @param printed the table as printed: kept for the report after this one, so that no difference of
 *     the two reveals anybody
 */
public record CohortReport(Document document, Printed printed) {

  private static final String HIDDEN = "not shown";
  private static final List<Course> ELIGIBLE = List.of(Course.RISE, Course.FALL, Course.NO_CHANGE);

  /** The column of those left out. That nobody was may be said: it tells nothing of anybody. */
  private static final int LEFT_OUT = 3;

  /**
   * What is asked.
   *
   * @param cohort who belongs to it, in plain words
   * @param attribute by which subgroups are formed; "" for none. One in a report: two tables that
   *     share their totals could be played against each other.
   */
  public record Question(String cohort, Indicator indicator, String attribute) {}

  /**
   * A table as printed, totals in the last row and column.
   *
   * @param rows values of the attribute, without the totals
   * @param cells null where hidden
   */
  public record Printed(List<String> rows, List<List<@Nullable Long>> cells) {

    public static final Printed NOTHING = new Printed(List.of(), List.of());

    /** The cells of these rows, and the totals; a row that was not there has none. */
    List<List<Optional<Long>>> of(List<String> wanted) {
      List<List<Optional<Long>>> lines = new ArrayList<>();
      for (String row : wanted) {
        int at = rows.indexOf(row);
        lines.add(at < 0 ? List.of() : line(cells.get(at)));
      }
      if (!cells.isEmpty()) {
        lines.add(line(cells.getLast()));
      }
      return lines;
    }

    private static List<Optional<Long>> line(List<@Nullable Long> cells) {
      List<Optional<Long>> line = new ArrayList<>();
      cells.forEach(one -> line.add(Optional.ofNullable(one)));
      return line;
    }
  }

  /** What the cells of a row are, the total last. */
  public static List<String> columns() {
    List<String> columns = new ArrayList<>();
    ELIGIBLE.forEach(course -> columns.add(course.label()));
    columns.add("left out");
    columns.add("all");
    return List.copyOf(columns);
  }

  /**
   * The report.
   *
   * @param before what the report before printed; {@link Printed#NOTHING} for the first
   */
  public static CohortReport of(Question question, List<CohortMember> members, Printed before) {
    var writer = new Document.Writer("Cohort report: " + question.indicator().label());
    writer.text("Cohort: " + question.cohort() + ".");
    writer.text(
        "Definition: among clients with five comparable sessions or more that hold enough text, in"
            + " how many “%s” rises or falls over the sessions by the exact trend test; tentative"
                .formatted(question.indicator().label())
            + " trends are counted. A rise or fall that the client disputes counts as no change.");
    Map<String, List<CohortMember>> groups =
        members.stream()
            .collect(
                Collectors.groupingBy(
                    member -> group(question, member), TreeMap::new, Collectors.toList()));
    if (groups.isEmpty()) {
      return new CohortReport(writer.text("No client belongs to it.").done(), Printed.NOTHING);
    }
    List<String> rows = List.copyOf(groups.keySet());
    List<List<Optional<Long>>> cells =
        Suppression.of(
            groups.values().stream().map(group -> counts(question.indicator(), group)).toList(),
            LEFT_OUT,
            before.of(rows));
    table(question, rows, cells, writer);
    shares(question, cells.getLast(), writer);
    leftOut(question, members, cells.getLast(), writer);
    agreed(question, members, cells.getLast(), writer);
    writer.text(
        "Cells of fewer than %d people are not shown, nor any cell from which one could be worked out, here or together with the report before. Groups differ in more than their name: each stands for itself, and they are not to be ranked. No figure here says that therapy caused anything, or how well a therapist works."
            .formatted(Suppression.LEAST));
    return new CohortReport(writer.done(), kept(rows, cells));
  }

  private static String group(Question question, CohortMember member) {
    return question.attribute().isEmpty()
        ? "all"
        : member.groups().getOrDefault(question.attribute(), "not recorded");
  }

  private static List<Long> counts(Indicator indicator, List<CohortMember> group) {
    List<Long> counts = new ArrayList<>();
    ELIGIBLE.forEach(
        course -> counts.add(group.stream().filter(m -> counted(indicator, m) == course).count()));
    counts.add(group.stream().filter(m -> !counted(indicator, m).isEligible()).count());
    return counts;
  }

  /** A disputed rise or fall never counts as one. */
  private static Course counted(Indicator indicator, CohortMember member) {
    Course course = member.course().getOrDefault(indicator, Course.TOO_FEW_SESSIONS);
    boolean disputed = member.standing().get(indicator) == Status.DISPUTED;
    return disputed && course.isEligible() ? Course.NO_CHANGE : course;
  }

  private static void table(
      Question question,
      List<String> rows,
      List<List<Optional<Long>>> cells,
      Document.Writer writer) {
    List<String> header = new ArrayList<>();
    header.add(question.attribute().isEmpty() ? "Clients" : question.attribute());
    header.addAll(columns());
    List<List<Block.Paragraph>> lines = new ArrayList<>();
    // One group alone is its own total.
    int printed = rows.size() == 1 ? 1 : rows.size() + 1;
    for (int row = 0; row < printed; row++) {
      String name = row < rows.size() ? rows.get(row) : "all";
      List<Block.Paragraph> line = new ArrayList<>();
      line.add(cell(name));
      for (int column = 0; column < cells.get(row).size(); column++) {
        line.add(
            cell(
                figure(
                    question,
                    name + "/" + header.get(column + 1),
                    cells.get(row).get(column).map(Figures::count).orElse(HIDDEN),
                    "clients whose course this is")));
      }
      lines.add(line);
    }
    writer.table(header, lines);
  }

  private static Figure figure(Question question, String id, String text, String recipe) {
    return new Figure(
        "cohort/" + question.indicator().id() + "/" + question.attribute() + "/" + id,
        text,
        recipe,
        List.of());
  }

  private static void shares(
      Question question, List<Optional<Long>> totals, Document.Writer writer) {
    boolean all = totals.stream().limit(LEFT_OUT).allMatch(Optional::isPresent);
    long eligible = totals.stream().limit(LEFT_OUT).mapToLong(cell -> cell.orElse(0L)).sum();
    for (int column = 0; column < LEFT_OUT; column++) {
      String course = ELIGIBLE.get(column).label();
      String text =
          all && eligible > 0 ? share(new Tally(totals.get(column).orElse(0L), eligible)) : HIDDEN;
      writer.paragraph(
          Document.text(course + ": "),
          Document.number(
              figure(
                  question,
                  "share/" + course,
                  text,
                  "of those not left out; 95 % Wilson interval")));
    }
  }

  private static String share(Tally tally) {
    var interval = Wilson.interval(tally).times(100);
    return "%s, 95 %% interval %s to %s"
        .formatted(
            Figures.share(tally),
            Figures.percent(interval.low()),
            Figures.percent(interval.high()));
  }

  /** Why clients were left out, where each reason holds for enough of them. */
  private static void leftOut(
      Question question,
      List<CohortMember> members,
      List<Optional<Long>> totals,
      Document.Writer writer) {
    Map<Course, Long> reasons =
        members.stream()
            .map(member -> counted(question.indicator(), member))
            .filter(course -> !course.isEligible())
            .collect(Collectors.groupingBy(course -> course, TreeMap::new, Collectors.counting()));
    boolean tellable =
        totals.get(LEFT_OUT).isPresent()
            && reasons.values().stream().allMatch(many -> many >= Suppression.LEAST);
    if (tellable && !reasons.isEmpty()) {
      writer.text(
          "Left out: "
              + ClientFigures.list(
                  reasons.entrySet().stream()
                      .map(reason -> reason.getKey().label() + " " + reason.getValue())
                      .toList())
              + ".");
    }
  }

  /** How many of the rises and falls the clients themselves have agreed to. */
  private static void agreed(
      Question question,
      List<CohortMember> members,
      List<Optional<Long>> totals,
      Document.Writer writer) {
    List<CohortMember> changed =
        members.stream()
            .filter(
                m -> {
                  Course course = counted(question.indicator(), m);
                  return course == Course.RISE || course == Course.FALL;
                })
            .toList();
    long agreed =
        changed.stream()
            .filter(m -> m.standing().get(question.indicator()) == Status.AGREED)
            .count();
    boolean small =
        agreed < Suppression.LEAST
            || changed.size() - agreed < Suppression.LEAST
            || totals.stream().limit(2).anyMatch(Optional::isEmpty);
    writer.paragraph(
        Document.text("Rises and falls that the clients themselves agreed to: "),
        Document.number(
            figure(
                question,
                "agreed",
                small ? HIDDEN : Figures.share(new Tally(agreed, changed.size())),
                "of all rises and falls")));
  }

  private static Printed kept(List<String> rows, List<List<Optional<Long>>> cells) {
    List<List<@Nullable Long>> lines = new ArrayList<>();
    for (List<Optional<Long>> line : cells) {
      List<@Nullable Long> kept = new ArrayList<>();
      line.forEach(one -> kept.add(one.orElse(null)));
      lines.add(kept);
    }
    return new Printed(rows, lines);
  }
}
