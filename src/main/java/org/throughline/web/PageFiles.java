package org.throughline.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The page's own files, from the class path. Only names made of plain parts are looked up, so no
 * request can climb out of the folder.
 */
final class PageFiles {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private PageFiles() {}

  static void index(Context ctx) throws IOException {
    serve(ctx, "index.html");
  }

  static void file(Context ctx) throws IOException {
    serve(ctx, ctx.pathParam("file"));
  }

  private static void serve(Context ctx, String name) throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !name.matches("[a-z0-9-]+(/[a-z0-9-]+)*\\.[a-z]+")) {
      throw new NotFoundResponse();
    }
    try (InputStream in = PageFiles.class.getResourceAsStream("/page/" + name)) {
      if (in == null) {
        throw new NotFoundResponse();
      }
      ctx.contentType(type).result(in.readAllBytes());
    }
  }
}
