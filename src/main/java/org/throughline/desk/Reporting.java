package org.throughline.desk;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.coding.Coder;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.SessionKind;
import org.throughline.record.Actor;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.report.Manifest;
import org.throughline.report.Reports;
import org.throughline.report.Verification;

/** Reports about one client, made from what is kept at this moment. */
final class Reporting {

  private final Store store;

  Reporting(Store store) {
    this.store = store;
  }

  /** What the client must have agreed to, for whom the report is. */
  private static Set<Scope> needed(String report) {
    return switch (report) {
      case "supervision-snapshot", "reconciliation" ->
          Set.of(Scope.SUPERVISION, Scope.QUOTE_VERBATIM);
      case "funder" -> Set.of(Scope.EXTERNAL_EXPORT);
      default -> Set.of();
    };
  }

  void requireConsent(String client, String report) {
    for (Scope scope : needed(report)) {
      if (!store.consents().permits(client, scope)) {
        throw new StoreException.ConsentMissing(scope);
      }
    }
  }

  /** A report, with its making in the log as something that was handed out. */
  Reports.Made make(
      Actor by, String client, Course course, String report, Map<String, String> parameters) {
    Map<String, String> resolved = new TreeMap<>(parameters);
    if (report.equals("session-note")) {
      resolved.putIfAbsent("session", latestSession(course));
    }
    resolved.computeIfPresent("session", (name, session) -> sessionId(course, session));
    Reports.Made made = Reports.make(report, course.file(), resolved, Coder.ENGINE);
    store
        .audit()
        .record(by, "export.report", client, null, report + " " + made.manifest().document());
    return made;
  }

  Verification verify(Actor by, String client, Course course, Manifest kept) {
    if (!kept.subject().equals(course.pseudonym())) {
      throw new IllegalArgumentException("this manifest is of a report about another client");
    }
    return Reports.verify(kept, course.file(), Coder.ENGINE);
  }

  /** People say "session 4"; a manifest names the session for good. */
  private static String sessionId(Course course, String session) {
    return course.trajectory().history().meetings().stream()
        .filter(meeting -> meeting.kind() == SessionKind.SESSION)
        .filter(meeting -> session.equals(Integer.toString(meeting.number())))
        .map(Indicators::sessionId)
        .findFirst()
        .orElse(session);
  }

  /** "" where there is none; the report then says that it needs one. */
  private static String latestSession(Course course) {
    return course.trajectory().history().meetings().stream()
        .filter(meeting -> meeting.kind() == SessionKind.SESSION)
        .map(Indicators::sessionId)
        .reduce("", (earlier, later) -> later);
  }
}
