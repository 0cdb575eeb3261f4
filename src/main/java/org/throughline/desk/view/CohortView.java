package org.throughline.desk.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.report.CohortReport;
import org.throughline.report.Manifest;

/**
 * A cohort's table as printed.
 *
 * @param indicator id of the figure
 * @param label of the figure, for people
 * @param attribute by which subgroups were formed; "" for none
 * @param columns what the cells of a row are, the total last
 * @param rows values of the attribute, in order; the cells of all together come after them
 * @param cells null where hidden
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
    List<FigureView> figures) {

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
        manifest.figures().stream()
            .map(figure -> new FigureView(figure.id(), figure.text(), figure.recipe()))
            .toList());
  }

  /** Not what the cohort and its groups are called. */
  @Override
  public String toString() {
    return "CohortView[" + id + ", " + indicator + "]";
  }
}
