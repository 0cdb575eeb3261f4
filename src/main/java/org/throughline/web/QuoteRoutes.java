package org.throughline.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Action;
import org.throughline.desk.Asker;
import org.throughline.desk.Desk;
import org.throughline.desk.Exporting;
import org.throughline.desk.House;
import org.throughline.desk.Likening;
import org.throughline.desk.Question;
import org.throughline.desk.Quoting;
import org.throughline.desk.view.LinePage;
import org.throughline.desk.view.Page;
import org.throughline.desk.view.QuotePage;
import org.throughline.desk.view.QuoteView;
import org.throughline.quote.Concordance;
import org.throughline.quote.GroupBy;
import org.throughline.quote.QuoteQuery;

/** Everything under {@code /quotes}. */
final class QuoteRoutes {

  /** What the search language takes. */
  static final int LONGEST = 2_000;

  private static final int USUAL_WIDTH = 60;
  private static final int USUAL_SAMPLE = 20;

  record NewExport(
      @Nullable String q,
      @Nullable String code,
      @Nullable String client,
      @Nullable String title,
      @Nullable String format) {
    /** A question may quote. */
    @Override
    public String toString() {
      return "NewExport[" + format + "]";
    }
  }

  private final House house;
  private final Quoting quoting;
  private final Likening likening;
  private final Exporting exporting;

  QuoteRoutes(Desk desk) {
    this.house = desk.house();
    this.quoting = desk.quoting();
    this.likening = desk.likening();
    this.exporting = desk.exporting();
  }

  void search(Context ctx) {
    Question question = question(ctx);
    QuoteQuery.Order order =
        one(QuoteQuery.Order.class, "order", ctx.queryParam("order"), QuoteQuery.Order.NEWEST);
    answer(house, ctx, quoting.search(asker(ctx), question.in(order)));
  }

  void lines(Context ctx) {
    Concordance.SortBy sort =
        one(Concordance.SortBy.class, "sort", ctx.queryParam("sort"), Concordance.SortBy.NEWEST);
    int width = Requests.number(ctx, "width", USUAL_WIDTH);
    LinePage page = quoting.lines(asker(ctx), question(ctx), sort, width);
    looked(house, ctx, page.items().stream().map(LinePage.LineView::client));
    ctx.json(page);
  }

  static void answer(House house, Context ctx, QuotePage page) {
    looked(house, ctx, page.items().stream().map(QuoteView::client));
    ctx.json(page);
  }

  /** Hits are looked at like a client's record. */
  private static void looked(House house, Context ctx, Stream<String> clients) {
    house.looked(Requests.actor(ctx), clients.distinct().toList());
  }

  void groups(Context ctx) {
    List<GroupBy> by = new ArrayList<>();
    for (String name : Objects.requireNonNullElse(ctx.queryParam("by"), "").split(",", -1)) {
      by.add(one(GroupBy.class, "by", name, null));
    }
    ctx.json(quoting.groups(asker(ctx), question(ctx), by));
  }

  void sample(Context ctx) {
    int size = Requests.number(ctx, "size", USUAL_SAMPLE);
    int seed = Requests.number(ctx, "seed", 1);
    answer(house, ctx, quoting.sample(asker(ctx), question(ctx), seed, size));
  }

  void like(Context ctx) {
    Question question = question(ctx);
    answer(house, ctx, likening.like(asker(ctx), model(ctx), question));
  }

  private static Likening.Model model(Context ctx) {
    String text = ctx.queryParam("text");
    String entry = ctx.queryParam("entry");
    if ((text == null) == (entry == null)) {
      throw new BadRequest("say what it should be like: either text, or entry and turn");
    }
    if (entry == null) {
      return new Likening.Wording(Requests.text("text", text, LONGEST));
    }
    return new Likening.Passage(
        entry,
        Requests.number("turn", ctx.queryParam("turn")),
        ctx.queryParam("start") == null ? null : Requests.number(ctx, "start", 0),
        ctx.queryParam("end") == null ? null : Requests.number(ctx, "end", 0));
  }

  void export(Context ctx) {
    Caller caller = Requests.caller(ctx);
    NewExport wanted = Requests.body(ctx, NewExport.class);
    Exporting.Format format =
        one(Exporting.Format.class, "format", wanted.format(), Exporting.Format.CSV);
    String title = wanted.title() == null || wanted.title().isBlank() ? "Quotes" : wanted.title();
    Exporting.Exported made =
        exporting.export(
            new Asker(caller.actor(), caller.clients(Action.EXPORT_CLIENT)),
            question(wanted.q(), wanted.code(), wanted.client(), null, 1),
            Requests.text("title", title, 200),
            format);
    looked(house, ctx, made.clients().stream());
    ctx.header("Content-Disposition", "attachment; filename=\"quotes." + format.ending() + "\"")
        .header("X-Quotes", Integer.toString(made.quotes()))
        .header("X-Left-Out", Integer.toString(made.leftOut()))
        .contentType(format.mediaType())
        .result(made.bytes());
  }

  void suggestions(Context ctx) {
    ctx.json(
        Page.whole(quoting.suggestions(Requests.text("prefix", ctx.queryParam("prefix"), 100))));
  }

  /** Who asks, and of whom. */
  static Asker asker(Context ctx) {
    Caller caller = Requests.caller(ctx);
    return new Asker(caller.actor(), caller.clients(Action.SEARCH_QUOTES));
  }

  private static Question question(Context ctx) {
    return question(
        ctx.queryParam("q"),
        ctx.queryParam("code"),
        ctx.queryParam("client"),
        ctx.queryParam("cursor"),
        Requests.limit(ctx));
  }

  static Question question(
      @Nullable String q,
      @Nullable String code,
      @Nullable String client,
      @Nullable String cursor,
      int limit) {
    String words = Objects.requireNonNullElse(q, "");
    if (words.length() > LONGEST) {
      throw new BadRequest("q has at most 2,000 characters");
    }
    return Question.of(words, code, client, cursor, limit);
  }

  /** One of an enum's words, as the contract writes them. */
  private static <E extends Enum<E>> E one(
      Class<E> type, String name, @Nullable String given, @Nullable E usual) {
    List<String> words = new ArrayList<>();
    for (E value : Objects.requireNonNull(type.getEnumConstants())) {
      String word = value.name().toLowerCase(Locale.ROOT);
      if (word.equals(given) || (given == null && value == usual)) {
        return value;
      }
      words.add(word);
    }
    throw new BadRequest(name + " is one of " + String.join(", ", words));
  }
}
