package org.throughline.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Action;
import org.throughline.access.View;
import org.throughline.desk.Cohorts;
import org.throughline.desk.Desk;
import org.throughline.desk.view.Page;
import org.throughline.indicator.Indicator;
import org.throughline.report.CohortReport;

/** Reports about many clients at once: those of whom the caller may read reports. */
final class CohortRoutes {

  private static final int MOST = 200;

  record NewCohort(
      @Nullable String cohort, @Nullable String indicator, @Nullable String attribute) {}

  private final Cohorts cohorts;

  CohortRoutes(Desk desk) {
    this.cohorts = desk.casework().cohorts();
  }

  void printed(Context ctx) {
    ctx.json(Page.whole(cohorts.printed(Requests.actor(ctx))));
  }

  void report(Context ctx) throws IOException {
    String type = Documents.wantedData(ctx);
    NewCohort given = Requests.body(ctx, NewCohort.class);
    String attribute = Objects.requireNonNullElse(given.attribute(), "");
    var question =
        new CohortReport.Question(
            Requests.text("cohort", given.cohort(), MOST),
            Indicator.of(Requests.text("indicator", given.indicator(), MOST)),
            attribute.isBlank() ? "" : Requests.text("attribute", attribute, MOST));
    Cohorts.Made made = cohorts.report(Requests.actor(ctx), clients(ctx), question);
    Documents.answer(ctx.status(201), type, made.document(), made.view(), "cohort");
  }

  void exceptions(Context ctx) throws IOException {
    String type = Documents.wantedData(ctx);
    Cohorts.Exceptions found = cohorts.exceptions(Requests.actor(ctx), clients(ctx));
    Documents.answer(ctx, type, found.document(), found.view(), "exceptions");
  }

  /** Figures without words may be seen by whoever may read reports in any view. */
  private static List<String> clients(Context ctx) {
    return Requests.caller(ctx).clients(Action.READ_REPORT).entrySet().stream()
        .filter(one -> one.getValue() != View.NO_WORDS)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
