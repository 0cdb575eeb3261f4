package org.throughline.desk.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.report.CohortReport;
import org.throughline.report.Manifest;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;
import org.throughline.statistic.Wilson;

/**
 * A cohort's table as printed.
 *
 * @param indicator id of the figure
 * @param label of the figure, for people
 * @param attribute by which subgroups were formed; "" for none
 * @param columns what the cells of a row are, the total last
 * @param rows values of the attribute, in order; the cells of all together come after them
 * @param cells null where hidden
 * @param shares of the clients of a line who are not left out, for each course but the last two
 *     columns: null where a cell it takes is hidden, or nobody is left
 * @param figures every printed number with how it came about
 */
public record CohortView(
    String id,
    String at,
    String account,
    String cohort,
    String indicator,
    String label,
    String attribute,
    List<String> columns,
    List<String> rows,
    List<List<@Nullable Long>> cells,
    List<List<@Nullable ShareView>> shares,
    List<FigureView> figures) {

  /**
   * A share of people with its 95 % Wilson interval, from 0 to 1.
   *
   * @param n all of the line who are not left out
   */
  public record ShareView(long k, long n, double low, double high) {}

  /** A printed number. */
  public record FigureView(String id, String text, String recipe) {
    @Override
    public String toString() {
      return "FigureView[" + id.length() + "]";
    }
  }

  public static CohortView of(
      String id,
      Instant at,
      String account,
      CohortReport.Question question,
      CohortReport.Printed printed,
      Manifest manifest) {
    return new CohortView(
        id,
        at.toString(),
        account,
        question.cohort(),
        question.indicator().id(),
        question.indicator().label(),
        question.attribute(),
        CohortReport.columns(),
        printed.rows(),
        printed.cells(),
        printed.cells().stream().map(CohortView::shares).toList(),
        manifest.figures().stream()
            .map(figure -> new FigureView(figure.id(), figure.text(), figure.recipe()))
            .toList());
  }

  /** From printed cells alone, so that nothing shows which the table hides. */
  private static List<@Nullable ShareView> shares(List<@Nullable Long> line) {
    List<@Nullable Long> eligible = line.subList(0, CohortReport.columns().size() - 2);
    long n = eligible.stream().mapToLong(cell -> cell == null ? 0 : cell).sum();
    boolean told = eligible.stream().allMatch(Objects::nonNull) && n > 0;
    List<@Nullable ShareView> shares = new ArrayList<>();
    for (Long cell : eligible) {
      shares.add(told && cell != null ? share(cell, n) : null);
    }
    return shares;
  }

  private static ShareView share(long k, long n) {
    Interval interval = Wilson.interval(new Tally(k, n));
    return new ShareView(k, n, interval.low(), interval.high());
  }

  /** Not what the cohort and its groups are called. */
  @Override
  public String toString() {
    return "CohortView[" + id + ", " + indicator + "]";
  }
}
