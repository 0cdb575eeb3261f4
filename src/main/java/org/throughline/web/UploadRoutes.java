package org.throughline.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Desk;
import org.throughline.desk.Received;
import org.throughline.desk.TranscriptFile;
import org.throughline.desk.TranscriptFile.Twins;
import org.throughline.desk.view.LostView;
import org.throughline.desk.view.SessionView;
import org.throughline.record.IdempotencyKey;
import org.throughline.transcript.Upload;
import org.throughline.transcript.report.ImportJson;
import org.throughline.transcript.report.ImportReport;
import org.throughline.transcript.report.Question;

/** Transcripts that come in: looked at, or kept. */
final class UploadRoutes {

  /** What an upload answers with. */
  record Imported(
      SessionView session, int codings, ImportReport report, int carried, List<LostView> lost) {}

  private final Desk desk;

  UploadRoutes(Desk desk) {
    this.desk = desk;
  }

  /** What an upload would find, with the turns it would keep; nothing of it is kept. */
  void preview(Context ctx) throws IOException {
    ctx.json(ImportJson.of(desk.preview(Requests.actor(ctx), ctx.pathParam("id"), file(ctx))));
  }

  void upload(Context ctx) throws IOException {
    TranscriptFile file = file(ctx);
    switch (desk.receive(Requests.actor(ctx), ctx.pathParam("id"), file, key(ctx, file))) {
      case Received.Kept kept ->
          ctx.status(201)
              .header("Location", Routes.API + "/sessions/" + kept.session().id())
              .json(
                  new Imported(
                      kept.session(), kept.codings(), kept.report(), kept.carried(), kept.lost()));
      case Received.Asks asks -> asks(asks).answer(ctx);
      case Received.Resembles resembles -> resembles(resembles).answer(ctx);
      case Received.Refused refused ->
          Problem.of(
                  422,
                  "unreadable",
                  "The transcript cannot be read",
                  "Nothing was kept: " + refused.reason() + ". " + refused.fix())
              .atLine(refused.line())
              .answer(ctx);
    }
  }

  private static TranscriptFile file(Context ctx) throws IOException {
    Upload upload = Requests.upload(ctx);
    if (upload.bytes().length > Requests.MOST_FILE_BYTES) {
      throw new TooLarge();
    }
    return new TranscriptFile(
        upload,
        Requests.date(ctx.formParam("date")),
        Requests.sessionNumber(ctx.formParam("number")),
        Requests.roles(ctx.formParam("roles")),
        Boolean.parseBoolean(ctx.formParam("accepted")),
        Requests.charset(ctx.formParam("encoding")),
        twins(ctx));
  }

  private static Twins twins(Context ctx) {
    String replaces = ctx.formParam("replaces");
    if (replaces != null && !replaces.isBlank()) {
      return new Twins.Replace(replaces);
    }
    return Boolean.parseBoolean(ctx.formParam("keepBoth")) ? new Twins.KeepBoth() : new Twins.Ask();
  }

  private static @Nullable IdempotencyKey key(Context ctx, TranscriptFile file) {
    return Requests.key(
        ctx,
        file.upload().bytes(),
        Requests.utf8(ctx.formParam("date")),
        Requests.utf8(ctx.formParam("number")),
        Requests.utf8(ctx.formParam("roles")),
        Requests.utf8(ctx.formParam("encoding")),
        Requests.utf8(ctx.formParam("replaces")),
        Requests.utf8(ctx.formParam("keepBoth")));
  }

  private static Problem asks(Received.Asks asks) {
    return Problem.of(
            422,
            "questions",
            "Somebody has to decide something first",
            "Nothing was kept. Send the file again with the answers: roles as a JSON object from"
                + " speaker label to role, encoding, accepted=true where a preview was found right.")
        .asking(asks.questions().stream().map(UploadRoutes::asked).toList());
  }

  private static Problem.Asked asked(Question question) {
    return new Problem.Asked(
        question.kind().name().toLowerCase(Locale.ROOT),
        question.subject(),
        question.ask(),
        question.choices());
  }

  private static Problem resembles(Received.Resembles resembles) {
    return Problem.of(
            409,
            "resembles",
            "This session seems to be here already",
            "Nothing was kept. Send the file again with replaces=<id of the session> to put it in"
                + " that session's place, with people's codings carried over, or with keepBoth=true.")
        .naming(resembles.earlier());
  }
}
