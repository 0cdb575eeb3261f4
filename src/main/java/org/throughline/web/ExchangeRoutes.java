package org.throughline.web;

import io.javalin.http.Context;
import java.io.IOException;
import org.throughline.desk.Desk;
import org.throughline.desk.Exchanging;
import org.throughline.exchange.QdaFile;

/** REFI-QDA files that belong to no study. */
final class ExchangeRoutes {

  private final Desk desk;

  ExchangeRoutes(Desk desk) {
    this.desk = desk;
  }

  void codebooks(Context ctx) {
    QdaFile file = Exchanging.codebooks(desk.codebooks());
    ctx.contentType("application/octet-stream")
        .header("Content-Disposition", "attachment; filename=\"codebooks.qdc\"")
        .header("Throughline-Losses", Json.MAPPER.writeValueAsString(file.losses()))
        .result(file.bytes());
  }

  /** What a file holds; keeps nothing of it. */
  void look(Context ctx) throws IOException {
    ctx.json(Exchanging.look(Requests.upload(ctx).bytes(), desk.codebooks()));
  }
}
