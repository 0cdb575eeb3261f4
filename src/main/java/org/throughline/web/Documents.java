package org.throughline.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughline.report.Document;
import org.throughline.report.Docx;
import org.throughline.report.Html;
import org.throughline.report.Markdown;

/** Answers with a document in the format that {@code Accept} asks for. */
final class Documents {

  private static final String MARKDOWN = "text/markdown";
  private static final String HTML = "text/html";
  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String JSON = "application/json";

  private Documents() {}

  /**
   * The type that is wanted: to be asked before anything is made.
   *
   * @param usual where everything is welcome
   * @throws HttpResponseException 406 if it is none of those offered
   */
  private static String wanted(@Nullable String accept, String usual) {
    List<String> offered = List.of(MARKDOWN, HTML, DOCX, JSON);
    for (String range : Objects.requireNonNullElse(accept, "*/*").split(",", -1)) {
      String type = range.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
      if (type.equals("*/*")) {
        return usual;
      }
      if (type.equals("text/*")) {
        return MARKDOWN;
      }
      if (offered.contains(type)) {
        return type;
      }
    }
    throw new HttpResponseException(406, "a report is " + String.join(", ", offered));
  }

  /** A report that can be read, Markdown unless asked otherwise. */
  static String wantedReport(Context ctx) {
    return wanted(ctx.header("Accept"), MARKDOWN);
  }

  /** A report that can be computed with, JSON unless asked otherwise. */
  static String wantedData(Context ctx) {
    return wanted(ctx.header("Accept"), JSON);
  }

  /**
   * Answers.
   *
   * @param type as wanted
   * @param json what stands for it as JSON
   * @param name of the file, without its ending
   */
  static void answer(Context ctx, String type, Document document, Object json, String name)
      throws IOException {
    answer(ctx, type, document, json, name, UnaryOperator.identity());
  }

  /** The same with the text changed before it goes out; a DOCX file is not. */
  static void answer(
      Context ctx,
      String type,
      Document document,
      Object json,
      String name,
      UnaryOperator<String> shown)
      throws IOException {
    ctx.header("Vary", "Accept");
    switch (type) {
      case HTML -> ctx.contentType(HTML + "; charset=utf-8").result(shown.apply(Html.of(document)));
      case DOCX -> {
        var bytes = new ByteArrayOutputStream();
        Docx.write(document, bytes);
        ctx.contentType(DOCX)
            .header("Content-Disposition", "attachment; filename=\"" + name + ".docx\"")
            .result(bytes.toByteArray());
      }
      case JSON -> ctx.json(json);
      default ->
          ctx.contentType(MARKDOWN + "; charset=utf-8").result(shown.apply(Markdown.of(document)));
    }
  }
}
