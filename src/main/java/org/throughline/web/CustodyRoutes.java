package org.throughline.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Custody;
import org.throughline.desk.Desk;
import org.throughline.desk.view.Page;
import org.throughline.record.AuditEvent;
import org.throughline.record.AuditLog;

/** What leaves the record, what is taken out of it, and the log of both. */
final class CustodyRoutes {

  /** Why names are looked at; a closed list, because it stands in the log. */
  private static final Set<String> REASONS =
      Set.of("safety", "safeguarding", "identity_check", "legal_duty");

  private static final int MOST_EVENTS = 1_000;

  record NewReveal(int turn, String reason) {
    /** Whatever was sent as the reason. */
    @Override
    public String toString() {
      return "NewReveal[turn=" + turn + "]";
    }
  }

  /** A turn as it was said. */
  record Revealed(String entry, int turn, String text) {
    /** Never the words. */
    @Override
    public String toString() {
      return "Revealed[" + entry + ", turn=" + turn + "]";
    }
  }

  /**
   * One event of the log: ids, counts and hashes, never words.
   *
   * @param name of the account; null for programs and for accounts that there never were
   */
  record EventView(
      long number,
      String at,
      String account,
      @Nullable String name,
      String role,
      String purpose,
      String action,
      @Nullable String client,
      @Nullable String object,
      String detail) {

    static EventView of(AuditEvent event, Map<String, String> names) {
      return new EventView(
          event.number(),
          event.at().toString(),
          event.by().account(),
          names.get(event.by().account()),
          event.by().role(),
          event.by().purpose(),
          event.action(),
          event.client(),
          event.object(),
          event.detail());
    }
  }

  /**
   * What a check of the whole log found.
   *
   * @param event how many events there are; or the first that is wrong
   */
  record LogView(boolean whole, long event, @Nullable String why) {}

  private final Desk desk;
  private final Custody custody;

  CustodyRoutes(Desk desk) {
    this.desk = desk;
    this.custody = desk.custody();
  }

  void erase(Context ctx) {
    ctx.json(custody.erase(Requests.actor(ctx), ctx.pathParam("id")));
  }

  void export(Context ctx) throws IOException {
    ctx.contentType("application/zip")
        .header("Content-Disposition", "attachment; filename=\"record.zip\"");
    custody.export(Requests.actor(ctx), ctx.pathParam("id"), ctx.outputStream());
  }

  void retract(Context ctx) {
    custody.retract(Requests.actor(ctx), ctx.pathParam("id"));
    ctx.status(204);
  }

  void reinstate(Context ctx) {
    custody.reinstate(Requests.actor(ctx), ctx.pathParam("id"));
    ctx.status(204);
  }

  void original(Context ctx) {
    Custody.Original original = custody.original(Requests.actor(ctx), ctx.pathParam("id"));
    String name =
        URLEncoder.encode(original.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    ctx.contentType("application/octet-stream")
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
        .result(original.bytes());
  }

  void reveal(Context ctx) {
    NewReveal reveal = Requests.body(ctx, NewReveal.class);
    if (reveal.reason() == null || !REASONS.contains(reveal.reason())) {
      throw new BadRequest("reason is safety, safeguarding, identity_check or legal_duty");
    }
    String entry = ctx.pathParam("id");
    String text = custody.reveal(Requests.actor(ctx), entry, reveal.turn(), reveal.reason());
    ctx.json(new Revealed(entry, reveal.turn(), text));
  }

  void audit(Context ctx) {
    AuditLog log = desk.house().audit();
    String client = ctx.queryParam("client");
    boolean known = client != null && client.matches("[0-9a-f]{32}");
    log.record(Requests.actor(ctx), "audit.read", known ? client : null, null, "");
    List<AuditEvent> events =
        client == null ? log.latest(MOST_EVENTS) : log.about(client, MOST_EVENTS);
    Map<String, String> names = desk.house().names();
    ctx.json(
        Page.of(
            events.stream().map(event -> EventView.of(event, names)).toList(),
            event -> Long.toString(event.number()),
            ctx.queryParam("cursor"),
            Requests.limit(ctx)));
  }

  void verify(Context ctx) {
    AuditLog log = desk.house().audit();
    log.record(Requests.actor(ctx), "audit.verify", null, null, "");
    ctx.json(
        switch (log.verify()) {
          case AuditLog.Whole whole -> new LogView(true, whole.events(), null);
          case AuditLog.Broken broken -> new LogView(false, broken.number(), broken.why());
        });
  }
}
