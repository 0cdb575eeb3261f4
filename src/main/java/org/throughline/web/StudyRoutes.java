package org.throughline.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.CodingUnit;
import org.throughline.desk.Desk;
import org.throughline.desk.House;
import org.throughline.desk.Studying;
import org.throughline.desk.view.CodingWork;
import org.throughline.desk.view.Page;
import org.throughline.desk.view.StudyView;
import org.throughline.exchange.QdaFile;
import org.throughline.record.Actor;
import org.throughline.research.CaseAttribute;
import org.throughline.research.Criteria;
import org.throughline.research.StudyCode;
import org.throughline.research.StudyEvent;
import org.throughline.research.StudyEvent.Duty;
import org.throughline.research.Themes;
import org.throughline.transcript.Span;

/** Studies over released sessions. */
final class StudyRoutes {

  record NewCriteria(
      @Nullable Integer fromDay,
      @Nullable Integer toDay,
      @Nullable Integer leastWords,
      @Nullable Integer sessionsPerClient,
      @Nullable Integer clients,
      @Nullable Set<String> only) {

    Criteria criteria() {
      Criteria all = Criteria.ALL;
      return new Criteria(
          Objects.requireNonNullElse(fromDay, all.fromDay()),
          Objects.requireNonNullElse(toDay, all.toDay()),
          Objects.requireNonNullElse(leastWords, all.leastWords()),
          Objects.requireNonNullElse(sessionsPerClient, all.sessionsPerClient()),
          Objects.requireNonNullElse(clients, all.clients()),
          Objects.requireNonNullElse(only, all.only()));
    }
  }

  record NewStudy(
      @Nullable String name,
      @Nullable String question,
      @Nullable NewCriteria criteria,
      @Nullable Long seed) {}

  record NewCodes(@Nullable List<StudyCode> codes) {}

  record NewAssignment(
      @Nullable List<String> coders, @Nullable Integer twice, @Nullable String duty) {}

  record NewCoding(
      @Nullable Integer turn,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable String code,
      @Nullable Boolean applies) {

    Span span() {
      Integer from = start;
      Integer to = end;
      if (from == null || to == null || from < 0 || to <= from) {
        throw new BadRequest("a coding has a turn, start and end, end behind start");
      }
      return new Span(from, to);
    }

    int inTurn() {
      return Objects.requireNonNullElse(turn, -1);
    }
  }

  record NewMemo(@Nullable String on, @Nullable String subject, @Nullable String text) {
    /** A memo may quote. */
    @Override
    public String toString() {
      return "NewMemo[]";
    }
  }

  private static final String CSV = "text/csv; charset=utf-8";
  private static final String QDPX = "application/octet-stream";
  private static final int SAMPLE = 20;

  /** Somebody who may code. */
  record Researcher(String account, String name) {
    /** A name. */
    @Override
    public String toString() {
      return "Researcher[" + account + "]";
    }
  }

  private final Studying studies;
  private final House house;

  StudyRoutes(Desk desk) {
    this.studies = desk.studies();
    this.house = desk.house();
  }

  void researchers(Context ctx) {
    ctx.json(
        Page.whole(
            house.researchers().stream()
                .map(account -> new Researcher(account.id(), account.name()))
                .toList()));
  }

  void progress(Context ctx) {
    ctx.json(Page.whole(studies.progress(Requests.actor(ctx), id(ctx))));
  }

  void list(Context ctx) {
    ctx.json(Page.whole(studies.all(Requests.actor(ctx)).stream().map(StudyView::of).toList()));
  }

  void begin(Context ctx) {
    NewStudy given = Requests.body(ctx, NewStudy.class);
    NewCriteria criteria = given.criteria();
    String id =
        studies.begin(
            Requests.actor(ctx),
            Requests.text("name", given.name(), 200),
            Objects.requireNonNullElse(given.question(), ""),
            criteria == null ? Criteria.ALL : criteria.criteria(),
            Objects.requireNonNullElseGet(
                given.seed(), () -> ThreadLocalRandom.current().nextLong(1L << 53)));
    ctx.status(201).json(view(ctx, id));
  }

  void get(Context ctx) {
    ctx.json(view(ctx, id(ctx)));
  }

  private StudyView view(Context ctx, String id) {
    return StudyView.of(studies.open(Requests.actor(ctx), id));
  }

  void setCodes(Context ctx) {
    List<StudyCode> codes = Requests.body(ctx, NewCodes.class).codes();
    studies.setCodes(Requests.actor(ctx), id(ctx), codes == null ? List.of() : codes);
    get(ctx);
  }

  void pin(Context ctx) {
    studies.pin(Requests.actor(ctx), id(ctx));
    get(ctx);
  }

  void assign(Context ctx) {
    NewAssignment given = Requests.body(ctx, NewAssignment.class);
    studies.assign(
        Requests.actor(ctx),
        id(ctx),
        Objects.requireNonNullElse(given.coders(), List.of()),
        Objects.requireNonNullElse(given.twice(), Integer.MAX_VALUE),
        Requests.oneOf("duty", Objects.requireNonNullElse(given.duty(), "coding"), Duty.class));
    get(ctx);
  }

  void tasks(Context ctx) {
    ctx.json(
        Page.whole(
            studies.tasks(Requests.actor(ctx), id(ctx)).stream().map(StudyView::task).toList()));
  }

  void task(Context ctx) {
    ctx.json(CodingWork.of(studies.task(Requests.actor(ctx), id(ctx), session(ctx))));
  }

  void code(Context ctx) {
    NewCoding given = Requests.body(ctx, NewCoding.class);
    String coding =
        studies.code(
            Requests.actor(ctx),
            id(ctx),
            session(ctx),
            given.inTurn(),
            given.span(),
            Requests.text("code", given.code(), 100));
    ctx.status(201).json(Map.of("id", coding));
  }

  void remove(Context ctx) {
    studies.remove(Requests.actor(ctx), id(ctx), ctx.pathParam("coding"));
    ctx.status(204);
  }

  void finish(Context ctx) {
    studies.finish(Requests.actor(ctx), id(ctx), session(ctx));
    task(ctx);
  }

  void adjudication(Context ctx) {
    Actor by = Requests.actor(ctx);
    ctx.json(
        CodingWork.of(
            studies.adjudication(by, id(ctx), session(ctx)),
            studies.turns(by, id(ctx), session(ctx))));
  }

  void settle(Context ctx) {
    NewCoding given = Requests.body(ctx, NewCoding.class);
    studies.settle(
        Requests.actor(ctx),
        id(ctx),
        session(ctx),
        given.inTurn(),
        given.span(),
        Requests.text("code", given.code(), 100),
        !Boolean.FALSE.equals(given.applies()));
    adjudication(ctx);
  }

  void training(Context ctx) {
    ctx.json(CodingWork.of(studies.training(Requests.actor(ctx), id(ctx), session(ctx))));
  }

  void agreement(Context ctx) {
    String unit = Objects.requireNonNullElse(ctx.queryParam("unit"), "item");
    ctx.json(
        Page.whole(
            studies
                .agreement(
                    Requests.actor(ctx), id(ctx), Requests.oneOf("unit", unit, CodingUnit.class))
                .stream()
                .map(StudyView::agreement)
                .toList()));
  }

  void memos(Context ctx) {
    ctx.json(
        Page.whole(
            studies.memos(Requests.actor(ctx), id(ctx)).stream().map(CodingWork::of).toList()));
  }

  void memo(Context ctx) {
    NewMemo given = Requests.body(ctx, NewMemo.class);
    String memo =
        studies.memo(
            Requests.actor(ctx),
            id(ctx),
            Requests.oneOf("on", Requests.text("on", given.on(), 20), StudyEvent.On.class),
            Requests.text("subject", given.subject(), 200),
            Requests.text("text", given.text(), 20_000));
    ctx.status(201).json(Map.of("id", memo));
  }

  void themes(Context ctx) {
    Themes themes = studies.themes(Requests.actor(ctx), id(ctx));
    String by = Objects.requireNonNullElse(ctx.queryParam("by"), "all");
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("codings", themes.codings().size());
    found.put("pairs", themes.pairs());
    found.put("codes", themes.byCase(Requests.oneOf("by", by, CaseAttribute.class)));
    found.put("saturation", themes.saturation());
    ctx.json(found);
  }

  void quotes(Context ctx) {
    String seed = ctx.queryParam("seed");
    ctx.json(
        Page.whole(
            studies
                .quotes(
                    Requests.actor(ctx),
                    id(ctx),
                    Requests.text("code", ctx.queryParam("code"), 100),
                    ctx.queryParam("limit") == null ? SAMPLE : Requests.limit(ctx),
                    seed == null ? 1 : Requests.number("seed", seed))
                .stream()
                .map(CodingWork::of)
                .toList()));
  }

  void table(Context ctx) {
    ctx.contentType(CSV)
        .header("Content-Disposition", "attachment; filename=\"codings.csv\"")
        .result(studies.table(Requests.actor(ctx), id(ctx)));
  }

  /** The project; how many of what it does not hold is in a header, as the body is a file. */
  void project(Context ctx) {
    QdaFile file = studies.project(Requests.actor(ctx), id(ctx));
    ctx.contentType(QDPX)
        .header("Content-Disposition", "attachment; filename=\"study.qdpx\"")
        .header("Throughline-Losses", Json.MAPPER.writeValueAsString(file.losses()))
        .result(file.bytes());
  }

  void take(Context ctx) throws IOException {
    ctx.json(
        studies.take(
            Requests.actor(ctx), id(ctx), Requests.upload(ctx).bytes(), ctx.queryParam("user")));
  }

  void freeze(Context ctx) {
    studies.freeze(Requests.actor(ctx), id(ctx));
    get(ctx);
  }

  private static String id(Context ctx) {
    return ctx.pathParam("id");
  }

  private static String session(Context ctx) {
    return ctx.pathParam("session");
  }
}
