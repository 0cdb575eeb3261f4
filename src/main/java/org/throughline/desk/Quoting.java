package org.throughline.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.codebook.Code;
import org.throughline.codebook.Codebook;
import org.throughline.desk.Asking.Asked;
import org.throughline.desk.view.FacetsView;
import org.throughline.desk.view.LinePage;
import org.throughline.desk.view.QuotePage;
import org.throughline.desk.view.SuggestionView;
import org.throughline.quote.Concordance;
import org.throughline.quote.GroupBy;
import org.throughline.quote.Groups;
import org.throughline.quote.Hits;
import org.throughline.quote.QuoteQuery;
import org.throughline.quote.TurnSource;
import org.throughline.record.Actor;
import org.throughline.record.Store;

/**
 * Verbatim quotes in every way of looking at them. Each method answers from the clients whose words
 * the {@link Asker} may see at this moment, and has written into the log who asked and which
 * entries were opened before it hands anything out.
 *
 * <p>All throw {@link IllegalArgumentException}, naming the column, where a question cannot be
 * read.
 */
public final class Quoting {

  /** How many UTF-16 units of context a line shows on each side, at most. */
  public static final int WIDEST = 200;

  private final Store store;
  private final Indexes indexes;
  private final Engine engine;
  private final Asking asking;

  Quoting(Store store, Indexes indexes, Engine engine, Asking asking) {
    this.store = store;
    this.indexes = indexes;
    this.engine = engine;
    this.asking = asking;
  }

  /** Whoever sits at the machine, and the clients who consent at this moment. */
  public Asker atTheMachine(Actor by) {
    return asking.atTheMachine(by);
  }

  /** The turns that answer, in the question's order. */
  public QuotePage search(Asker asker, Question question) {
    Asked asked = asking.read(asker, question);
    QuoteQuery query =
        QuoteQuery.of(asked.what()).page(question.from(), question.limit()).order(question.order());
    Hits hits =
        quote(
            asker,
            "quote.search",
            asked,
            words ->
                asked.unnamed()
                    ? new Unnamed(indexes.words(), asked, words).search(question)
                    : indexes.words().search(query, asked.visible(), words));
    return asked.shown(QuotePage.of(hits, question.next(hits.hits().size())));
  }

  /**
   * Every match in a line of its own.
   *
   * @param width how many UTF-16 units of context to show on each side, at most {@link #WIDEST}
   */
  public LinePage lines(Asker asker, Question question, Concordance.SortBy sort, int width) {
    if (width < 0 || width > WIDEST) {
      throw new IllegalArgumentException("width is a number from 0 to " + WIDEST);
    }
    Asked asked = asking.read(asker, question);
    Concordance lines =
        quote(
            asker,
            "quote.lines",
            asked,
            words ->
                asked.unnamed()
                    ? new Unnamed(indexes.words(), asked, words).lines(question, sort, width)
                    : indexes
                        .words()
                        .concordance(
                            asked.what(),
                            sort,
                            question.from(),
                            question.limit(),
                            width,
                            asked.visible(),
                            words));
    return LinePage.of(asked.shown(lines), question.next(lines.lines().size()));
  }

  /** How many turns answer, counted apart in each of these ways. */
  public FacetsView groups(Asker asker, Question question, List<GroupBy> by) {
    if (by.isEmpty() || by.size() > GroupBy.values().length) {
      throw new IllegalArgumentException("say what to count by: code, client, month");
    }
    Asked asked = asking.read(asker, question);
    store.audit().record(asker.by(), "quote.groups", null, null, asked.fingerprint());
    try {
      int total = 0;
      // Of words that may be names no client is counted who may be read with tags only.
      boolean partial = asked.unnamed();
      List<FacetsView.FacetView> facets = new ArrayList<>();
      for (GroupBy one : by) {
        Groups groups = groups(asked, one);
        total = Math.max(total, groups.total());
        partial |= groups.partial();
        facets.add(FacetsView.FacetView.of(one, groups));
      }
      return new FacetsView(total, partial, facets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Groups groups(Asked asked, GroupBy by) throws IOException {
    if (by != GroupBy.CLINICIAN) {
      return indexes.words().groups(asked.what(), by, asked.counted());
    }
    // Who treats whom is not in the index: it may be different tomorrow.
    Groups clients = indexes.words().groups(asked.what(), GroupBy.CLIENT, asked.counted());
    Map<String, List<String>> clinicians = asking.clinicians();
    Map<String, Integer> sums = new HashMap<>();
    for (Groups.Group client : clients.groups()) {
      for (String clinician : clinicians.getOrDefault(client.key(), List.of())) {
        sums.merge(clinician, client.turns(), Integer::sum);
      }
    }
    return Groups.of(clients.total(), clients.partial(), sums);
  }

  /**
   * A random sample of the turns that answer, in random order: the same for the same seed.
   *
   * @param size 1 to 100
   */
  public QuotePage sample(Asker asker, Question question, long seed, int size) {
    Asked asked = asking.read(asker, question);
    Hits hits =
        quote(
            asker,
            "quote.sample",
            asked,
            words -> indexes.words().sample(asked.what(), seed, size, asked.counted(), words));
    boolean partial = hits.partial() || asked.unnamed();
    return asked.shown(
        QuotePage.of(new Hits(hits.total(), hits.exact(), partial, hits.hits()), null));
  }

  /** Codes whose id or label begins so, from the codebooks alone; at most twenty. */
  public List<SuggestionView> suggestions(String prefix) {
    String begun = prefix.strip().toLowerCase(Locale.ROOT);
    List<SuggestionView> found = new ArrayList<>();
    for (Codebook codebook : engine.codebooks()) {
      for (Code code : codebook.codes()) {
        if (begins(code, begun)) {
          found.add(new SuggestionView(code.id(), code.label(), codebook.id()));
        }
      }
    }
    return found.stream().limit(20).toList();
  }

  private static boolean begins(Code code, String begun) {
    String id = code.id();
    return id.startsWith(begun)
        || id.substring(id.indexOf('.') + 1).startsWith(begun)
        || code.label().toLowerCase(Locale.ROOT).startsWith(begun);
  }

  /** Something asked of an index that answers in verbatim words. */
  @FunctionalInterface
  interface Answering<T> {
    T answer(TurnSource words) throws IOException;
  }

  <T> T quote(Asker asker, String action, Asked asked, Answering<T> answering) {
    return store
        .excerpts()
        .quoting(
            asker.by(),
            action,
            null,
            asked.fingerprint(),
            passages -> {
              try {
                return answering.answer(new Words(passages));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
