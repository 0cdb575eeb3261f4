package org.throughline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.coding.Coder;
import org.throughline.desk.view.CohortView;
import org.throughline.desk.view.ExceptionsView;
import org.throughline.record.Actor;
import org.throughline.record.PrintedTables;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.report.CohortMember;
import org.throughline.report.CohortReport;
import org.throughline.report.Document;
import org.throughline.report.ExceptionReport;
import org.throughline.report.Manifest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports about many clients at once. They are made from kept figures; text is opened only for
 * sessions that nobody has counted yet.
 */
public final class Cohorts {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Store store;
  private final Courses courses;

  Cohorts(Store store, Courses courses) {
    this.store = store;
    this.courses = courses;
  }

  /** A cohort report with what is kept of it. */
  public record Made(CohortView view, Document document, Manifest manifest) {
    @Override
    public String toString() {
      return "Made[" + view.id() + "]";
    }
  }

  /** What is kept of a printed table. */
  private record Stored(
      CohortReport.Question question, CohortReport.Printed printed, Manifest manifest) {}

  /** Ids of all clients who consent to the analysis at this moment. */
  public List<String> everybody() {
    return store.clients().ids().stream()
        .filter(id -> store.consents().permits(id, Scope.TREATMENT_ANALYSIS))
        .toList();
  }

  /**
   * How many of these clients rise, fall, or do neither. The table is kept, and no cell is printed
   * that reveals anybody together with the last table of the same figure.
   *
   * @param clients ids; those without consent are left out
   */
  public Made report(Actor by, List<String> clients, CohortReport.Question question) {
    List<CohortMember> members = members(by, "cohort", clients, false);
    CohortReport[] made = new CohortReport[1];
    Manifest[] manifest = new Manifest[1];
    PrintedTables.Table table =
        store
            .printed()
            .add(
                by,
                question.indicator().id() + " " + question.attribute(),
                (id, earlier) -> {
                  made[0] = CohortReport.of(question, members, before(earlier, question));
                  manifest[0] =
                      Manifest.of(
                          "cohort",
                          question.cohort(),
                          parameters(question),
                          Coder.ENGINE,
                          made[0].document());
                  return JSON.writeValueAsString(
                      new Stored(question, made[0].printed(), manifest[0]));
                });
    return new Made(
        CohortView.of(
            table.id(), table.at(), table.account(), question, made[0].printed(), manifest[0]),
        made[0].document(),
        manifest[0]);
  }

  private static Map<String, String> parameters(CohortReport.Question question) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("indicator", question.indicator().id());
    parameters.put("attribute", question.attribute());
    return parameters;
  }

  /** The last table of the same figure by the same attribute, whatever the cohort was called. */
  private static CohortReport.Printed before(
      List<PrintedTables.Table> earlier, CohortReport.Question question) {
    return earlier.stream()
        .map(table -> JSON.readValue(table.json(), Stored.class))
        .filter(
            stored ->
                stored.question().indicator() == question.indicator()
                    && stored.question().attribute().equals(question.attribute()))
        .map(Stored::printed)
        .reduce(CohortReport.Printed.NOTHING, (one, later) -> later);
  }

  /** Tables that were printed, in order. */
  public List<CohortView> printed(Actor by) {
    return store.printed().all(by).stream()
        .map(
            table -> {
              Stored stored = JSON.readValue(table.json(), Stored.class);
              return CohortView.of(
                  table.id(),
                  table.at(),
                  table.account(),
                  stored.question(),
                  stored.printed(),
                  stored.manifest());
            })
        .toList();
  }

  /** Exceptions for people and for programs. */
  public record Exceptions(ExceptionsView view, Document document) {
    @Override
    public String toString() {
      return "Exceptions[]";
    }
  }

  /** Clients whose record asks for a second look. */
  public Exceptions exceptions(Actor by, List<String> clients) {
    List<CohortMember> members = members(by, "exceptions", clients, true);
    Map<String, String> names = new TreeMap<>();
    for (CohortMember member : members) {
      names.put(member.client(), store.clients().find(by, member.client()).pseudonym());
    }
    return new Exceptions(
        ExceptionsView.of(ExceptionReport.sections(members), names, members.size()),
        ExceptionReport.of(members, names));
  }

  private List<CohortMember> members(
      Actor by, String why, List<String> clients, boolean withWords) {
    List<String> consenting =
        clients.stream()
            .filter(id -> store.consents().permits(id, Scope.TREATMENT_ANALYSIS))
            .toList();
    List<CohortMember> members = new ArrayList<>();
    courses.each(by, why, consenting, withWords, members::add);
    return members;
  }
}
