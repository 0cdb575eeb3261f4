package org.throughline.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.access.View;
import org.throughline.desk.Desk;
import org.throughline.desk.Tags;
import org.throughline.desk.view.Page;
import org.throughline.report.Document;
import org.throughline.report.Reports;
import org.throughline.report.Verification;

/** Reports about one client, and the manifests of those that were made. */
final class ReportRoutes {

  /** Whether a report still holds. */
  record Verified(int figures, boolean holds, List<String> problems) {

    static Verified of(Verification found) {
      return new Verified(found.figures(), found.holds(), found.problems());
    }
  }

  private static final List<String> PARAMETERS =
      List.of("session", "figure", "size", "seed", "exploratory");

  /** What those who do not treat the client may have, with tags in the place of names. */
  private static final List<String> FOR_SUPERVISION =
      List.of("supervision-snapshot", "reconciliation");

  private final Desk desk;

  ReportRoutes(Desk desk) {
    this.desk = desk;
  }

  void report(Context ctx) throws IOException {
    String type = Documents.wantedReport(ctx);
    String name = ctx.pathParam("name");
    boolean full = Requests.view(ctx) == View.FULL;
    if (!full && !FOR_SUPERVISION.contains(name)) {
      throw Refusal.forbidden();
    }
    if (!full && type.equals(Documents.DOCX)) {
      throw new HttpResponseException(406, "with tags there is Markdown and HTML");
    }
    Map<String, String> parameters = new TreeMap<>();
    for (String parameter : PARAMETERS) {
      String value = ctx.queryParam(parameter);
      if (value != null) {
        parameters.put(parameter, value);
      }
    }
    Reports.Made made = desk.report(Requests.actor(ctx), ctx.pathParam("id"), name, parameters);
    if (full) {
      Documents.answer(ctx, type, made.document(), made.manifest(), name);
      return;
    }
    // First whoever is named in what the client says; then who speaks, wherever it is printed.
    Document said = desk.house().tags(ctx.pathParam("id")).on(made.document());
    Tags printed = desk.house().tagsOfDocuments(ctx.pathParam("id"), made.manifest().subject());
    Documents.answer(ctx, type, said, made.manifest(), name, printed::on);
  }

  void manifests(Context ctx) {
    ctx.json(Page.whole(desk.casework().manifests().all(Requests.actor(ctx), ctx.pathParam("id"))));
  }

  void manifest(Context ctx) {
    Requests.requireWords(ctx);
    ctx.json(
        desk.casework()
            .manifests()
            .find(Requests.actor(ctx), ctx.pathParam("id"), ctx.pathParam("manifest")));
  }

  void verify(Context ctx) {
    Requests.requireWords(ctx);
    ctx.json(
        Verified.of(
            desk.casework()
                .manifests()
                .verify(Requests.actor(ctx), ctx.pathParam("id"), ctx.pathParam("manifest"))));
  }
}
