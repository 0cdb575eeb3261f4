package org.throughline.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughline.access.View;
import org.throughline.desk.Desk;
import org.throughline.desk.Tags;
import org.throughline.report.Docx;
import org.throughline.report.Html;
import org.throughline.report.Markdown;
import org.throughline.report.Reports;

/** Reports about one client; {@code Accept} chooses the format, JSON being the manifest. */
final class ReportRoutes {

  private static final String MARKDOWN = "text/markdown";
  private static final String HTML = "text/html";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String MANIFEST = "application/json";
  private static final List<String> OFFERED = List.of(MARKDOWN, HTML, DOCX, MANIFEST);
  private static final List<String> PARAMETERS = List.of("session", "figure", "size", "seed");

  /** What those who do not treat the client may have, with tags in the place of names. */
  private static final List<String> FOR_SUPERVISION =
      List.of("supervision-snapshot", "reconciliation");

  private final Desk desk;

  ReportRoutes(Desk desk) {
    this.desk = desk;
  }

  void report(Context ctx) throws IOException {
    String type = wanted(ctx.header("Accept"));
    String name = ctx.pathParam("name");
    boolean full = Requests.view(ctx) == View.FULL;
    if (!full && !FOR_SUPERVISION.contains(name)) {
      throw Refusal.forbidden();
    }
    if (!full && type.equals(DOCX)) {
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
    ctx.header("Vary", "Accept");
    Tags tags = desk.house().tags(ctx.pathParam("id"));
    UnaryOperator<String> shown = full ? UnaryOperator.identity() : tags::on;
    switch (type) {
      case HTML ->
          ctx.contentType(HTML + "; charset=utf-8").result(shown.apply(Html.of(made.document())));
      case DOCX -> {
        var bytes = new ByteArrayOutputStream();
        Docx.write(made.document(), bytes);
        ctx.contentType(DOCX)
            .header("Content-Disposition", "attachment; filename=\"" + name + ".docx\"")
            .result(bytes.toByteArray());
      }
      case MANIFEST -> ctx.json(made.manifest());
      default ->
          ctx.contentType(MARKDOWN + "; charset=utf-8")
              .result(shown.apply(Markdown.of(made.document())));
    }
  }

  /** The first type of the header that is offered; Markdown where everything is welcome. */
  private static String wanted(@Nullable String accept) {
    for (String range : Objects.requireNonNullElse(accept, "*/*").split(",", -1)) {
      String type = range.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
      if (type.equals("*/*") || type.equals("text/*")) {
        return MARKDOWN;
      }
      if (OFFERED.contains(type)) {
        return type;
      }
    }
    throw new HttpResponseException(406, "a report is " + String.join(", ", OFFERED));
  }
}
