package org.throughline.desk.view;

import java.util.List;
import java.util.Map;
import org.throughline.report.ExceptionReport;

/**
 * Clients whose record asks for a second look, by reason.
 *
 * @param clients how many were looked at
 */
public record ExceptionsView(int clients, List<Section> sections) {

  /**
   * One reason.
   *
   * @param id "much_contact", "disagree", "one_sided", "silent_goals" or "no_data"
   */
  public record Section(String id, String title, List<Line> lines) {
    @Override
    public String toString() {
      return "Section[" + id + ", lines=" + lines.size() + "]";
    }
  }

  /** One client. */
  public record Line(String client, String pseudonym, String why) {
    /** Not the pseudonym. */
    @Override
    public String toString() {
      return "Line[" + client + "]";
    }
  }

  public static ExceptionsView of(
      List<ExceptionReport.Section> sections, Map<String, String> names, int clients) {
    return new ExceptionsView(
        clients,
        sections.stream()
            .map(
                section ->
                    new Section(
                        section.id(),
                        section.title(),
                        section.lines().stream()
                            .map(
                                line ->
                                    new Line(
                                        line.client(),
                                        names.getOrDefault(line.client(), line.client()),
                                        line.why()))
                            .toList()))
            .toList());
  }
}
