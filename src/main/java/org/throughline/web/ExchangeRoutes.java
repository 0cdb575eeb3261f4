package org.throughline.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.throughline.desk.Desk;
import org.throughline.desk.Exchanging;
import org.throughline.exchange.QdaFile;
import org.throughline.research.StudyCode;

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

  /** What a file holds, and which of its codes a study has; keeps nothing of it. */
  void look(Context ctx) throws IOException {
    String study = ctx.queryParam("study");
    List<StudyCode> codes =
        study == null
            ? List.of()
            : desk.studies().open(Requests.actor(ctx), study).study().codes().codes();
    ctx.json(Exchanging.look(Requests.upload(ctx).bytes(), desk.codebooks(), codes));
  }
}
