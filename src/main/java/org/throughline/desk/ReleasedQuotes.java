package org.throughline.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.desk.view.ReleasedCounts;
import org.throughline.desk.view.ReleasedQuotePage;
import org.throughline.desk.view.ReleasedQuotePage.LineOfRelease;
import org.throughline.desk.view.ReleasedQuotePage.Neighbour;
import org.throughline.desk.view.ReleasedQuotePage.QuoteOfRelease;
import org.throughline.quote.Concordance;
import org.throughline.quote.Expression;
import org.throughline.quote.Filter;
import org.throughline.quote.GroupBy;
import org.throughline.quote.Groups;
import org.throughline.quote.Hit;
import org.throughline.quote.Hits;
import org.throughline.quote.QuoteQuery;
import org.throughline.quote.TurnSource;
import org.throughline.quote.Visible;
import org.throughline.record.Actor;
import org.throughline.record.Releases.Candidate;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.research.Themes;

/**
 * Verbatim quotes of released text, for researchers. What is released, current and consented to is
 * asked at each call and stands inside the question, session by session: what the index may still
 * hold of others changes no hit and no count. Words are shown of those who agreed to be quoted;
 * counts are over all, and of fewer than {@value #LEAST} clients nothing is told.
 */
public final class ReleasedQuotes {

  /** Of fewer clients nothing is counted out. */
  static final int LEAST = Themes.SMALLEST_GROUP;

  private static final int MOST_CODES = 100;

  private final Store store;
  private final ReleasedIndex index;
  private final ReleasedTexts texts;
  private final Engine engine;

  ReleasedQuotes(Store store, ReleasedIndex index, ReleasedTexts texts, Engine engine) {
    this.store = store;
    this.index = index;
    this.texts = texts;
    this.engine = engine;
  }

  /**
   * The turns that answer, in the question's order.
   *
   * @throws IllegalArgumentException if the question cannot be read, naming the column, or asks for
   *     what released text has not: clinicians, problems, dates
   */
  public ReleasedQuotePage<QuoteOfRelease> search(Actor by, Question question) {
    return answer(
        by,
        "released.search",
        question,
        (released, source) -> {
          QuoteQuery query =
              QuoteQuery.of(released.narrow(what(question, released), true))
                  .page(question.from(), question.limit())
                  .order(question.order());
          Hits hits = index.words().search(query, Visible.clients(released.quotable()), source);
          return released.page(
              hits.hits().stream().map(released::quote).toList(),
              question.next(hits.hits().size()),
              hits);
        });
  }

  /** Every match in a line of its own, under the same rules. */
  public ReleasedQuotePage<LineOfRelease> lines(
      Actor by, Question question, Concordance.SortBy sort, int width) {
    if (width < 0 || width > Quoting.WIDEST) {
      throw new IllegalArgumentException("width is a number from 0 to " + Quoting.WIDEST);
    }
    return answer(
        by,
        "released.lines",
        question,
        (released, source) -> {
          Concordance lines =
              index
                  .words()
                  .concordance(
                      released.narrow(what(question, released), true),
                      sort,
                      question.from(),
                      question.limit(),
                      width,
                      Visible.clients(released.quotable()),
                      source);
          Hits count = new Hits(lines.total(), lines.exact(), lines.partial(), List.of());
          return released.page(
              lines.lines().stream().map(released::line).toList(),
              question.next(lines.lines().size()),
              count);
        });
  }

  /**
   * How many turns of how many clients answer, and with which of the machine's codes; in steps of
   * {@value #LEAST}, rounded down, so that what one client adds does not show between two counts.
   *
   * @throws IllegalArgumentException also where it asks about one client or session
   */
  public ReleasedCounts counts(Actor by, Question question) {
    return answer(
        by,
        "released.counts",
        question,
        (released, source) -> {
          Expression asked = question.what(engine.questions());
          return counts(released, resolved(asked.filtered(ReleasedQuotes::ofAll), released));
        });
  }

  /** What may be counted of all tells of one, asked of one, or of all but one. */
  private static Filter ofAll(Filter filter) {
    if (filter instanceof Filter.Client || filter instanceof Filter.Session) {
      throw new IllegalArgumentException(
          "counts are over the whole corpus: leave out client: and session:");
    }
    return filter;
  }

  private static int stepped(int count) {
    return count - count % LEAST;
  }

  private ReleasedCounts counts(Released released, Expression asked) throws IOException {
    Expression what = released.narrow(asked, false);
    Visible all = Visible.clients(Set.copyOf(released.clients().values()));
    Groups clients = index.words().groups(what, GroupBy.CLIENT, all);
    int with = clients.groups().size();
    boolean told = with == 0 || with >= LEAST;
    List<ReleasedCounts.CodeCount> codes = new ArrayList<>();
    boolean partial = clients.partial();
    if (told && with > 0) {
      Groups coded = index.words().groups(what, GroupBy.CODE, all);
      partial |= coded.partial();
      for (Groups.Group code : coded.groups().stream().limit(MOST_CODES).toList()) {
        Expression so = what.and(engine.questions().parse("code:" + code.key()));
        Groups having = index.words().groups(so, GroupBy.CLIENT, all);
        partial |= having.partial();
        int many = having.groups().size();
        boolean enough = many >= LEAST;
        codes.add(
            new ReleasedCounts.CodeCount(
                code.key(), enough ? stepped(code.turns()) : null, enough ? stepped(many) : null));
      }
    }
    return new ReleasedCounts(
        released.clients().size(),
        released.sessions().size(),
        LEAST,
        told ? stepped(clients.total()) : null,
        told ? stepped(with) : null,
        partial,
        codes);
  }

  @FunctionalInterface
  private interface Answering<T> {
    T answer(Released released, Source source) throws IOException;
  }

  /** Asks again where a client withdrew between the question and the answer. */
  private <T> T answer(Actor by, String action, Question question, Answering<T> answering) {
    while (true) {
      Released released = released(by);
      Source source = new Source(by, released);
      T answer;
      try {
        answer = answering.answer(released, source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (store.releases().opened(by, action, question.fingerprint(), source.opened())) {
        return answer;
      }
    }
  }

  private Expression what(Question question, Released released) {
    return resolved(question.what(engine.questions()), released);
  }

  private static Expression resolved(Expression what, Released released) {
    return what.filtered(filter -> resolved(filter, released));
  }

  private static Filter resolved(Filter filter, Released released) {
    return switch (filter) {
      case Filter.Client client ->
          new Filter.AnyClient(
              released.clients().entrySet().stream()
                  .filter(one -> one.getKey().equals(client.id()))
                  .map(Map.Entry::getValue)
                  .collect(Collectors.toSet()));
      case Filter.Session session ->
          new Filter.AnySession(
              released.sessions().entrySet().stream()
                  .filter(one -> one.getValue().head().session().equals(session.id()))
                  .map(Map.Entry::getKey)
                  .collect(Collectors.toSet()));
      case Filter.Speaker speaker -> speaker;
      case Filter.Codebook codebook -> codebook;
      case Filter.AnyClient any -> throw absent();
      case Filter.AnySession any -> throw absent();
      case Filter.Turns turns -> throw absent();
      case Filter.Numbers numbers -> throw absent();
      case Filter.Dates dates -> throw absent();
      case Filter.KeptElsewhere elsewhere -> throw absent();
      case Filter.Source source -> throw absent();
    };
  }

  private static IllegalArgumentException absent() {
    return new IllegalArgumentException(
        "released text has no clinicians, problems, session numbers or dates; ask by words, code:,"
            + " speaker:, or client: and session: with the ids that the corpus shows");
  }

  /** What is released at this moment, by the ids under which the index knows it. */
  private Released released(Actor by) {
    Map<String, One> sessions = new LinkedHashMap<>();
    Map<String, String> clients = new LinkedHashMap<>();
    List<String> quotable = new ArrayList<>();
    ReleasedCorpus.released(store, by, store.clients().ids())
        .forEach(
            (client, own) -> {
              Map<String, ReleasedTexts.Head> heads = texts.heads(by, own);
              for (Candidate candidate : own) {
                ReleasedTexts.Head head = heads.get(candidate.entry());
                if (head != null) {
                  int day = ReleasedCorpus.day(candidate, own);
                  sessions.put(index.session(candidate.entry()), new One(candidate, head, day));
                  clients.put(candidate.pseudonym(), index.client(client));
                }
              }
              if (store.consents().permits(client, Scope.QUOTE_VERBATIM)) {
                quotable.add(index.client(client));
              }
            });
    return new Released(sessions, clients, Set.copyOf(quotable));
  }

  private record One(Candidate candidate, ReleasedTexts.Head head, int day) {
    @Override
    public String toString() {
      return "One[" + candidate + "]";
    }
  }

  /**
   * @param sessions by the index's id
   * @param clients the index's ids by surrogate id
   * @param quotable the index's ids of those who agreed to be quoted
   */
  private record Released(
      Map<String, One> sessions, Map<String, String> clients, Set<String> quotable) {

    /** The question among what is released, or what of it may be quoted. */
    Expression narrow(Expression what, boolean quoted) {
      Set<String> ids = sessions.keySet();
      Expression among = new Expression.Where(new Filter.AnySession(ids));
      return quoted
          ? what.and(among).and(new Expression.Where(new Filter.AnyClient(quotable)))
          : what.and(among);
    }

    One one(String session) {
      return Objects.requireNonNull(sessions.get(session));
    }

    QuoteOfRelease quote(Hit hit) {
      One one = one(hit.session());
      return new QuoteOfRelease(
          one.candidate().pseudonym(),
          one.head().session(),
          one.day(),
          hit.turn().index(),
          hit.role().id(),
          hit.turn().text(),
          ReleasedQuotePage.marks(hit.marks()),
          Neighbour.of(hit.before()),
          Neighbour.of(hit.after()));
    }

    LineOfRelease line(Concordance.Line line) {
      One one = one(line.session());
      return new LineOfRelease(
          one.candidate().pseudonym(),
          one.head().session(),
          one.day(),
          line.turn(),
          line.role().id(),
          line.span().start(),
          line.span().end(),
          line.left(),
          line.match(),
          line.right());
    }

    <T> ReleasedQuotePage<T> page(List<T> items, @Nullable String next, Hits hits) {
      long quoted = clients.values().stream().filter(quotable::contains).count();
      return new ReleasedQuotePage<>(
          items,
          next,
          hits.count(),
          hits.total(),
          hits.exact(),
          hits.partial(),
          (int) quoted,
          clients.size() - (int) quoted);
    }
  }

  /** Opens the released turns behind one question's hits. Not for use by several threads. */
  private final class Source implements TurnSource {

    private final Actor by;
    private final Released released;
    private final Map<String, List<ReleasedTurn>> opened = new HashMap<>();

    Source(Actor by, Released released) {
      this.by = by;
      this.released = released;
    }

    @Override
    public List<SourceTurn> turns(String session, int from, int to) {
      return ReleasedIndex.turns(
              opened.computeIfAbsent(session, id -> texts.turns(by, released.one(id).candidate())))
          .stream()
          .filter(turn -> turn.index() >= from && turn.index() < to)
          .map(turn -> new SourceTurn(turn, List.of()))
          .toList();
    }

    List<Candidate> opened() {
      return opened.keySet().stream().map(id -> released.one(id).candidate()).toList();
    }
  }
}
