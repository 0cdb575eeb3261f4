package org.throughline.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * From our tree to Lucene's. Nothing a person types reaches Lucene in any other way, and no score
 * does either: how rare a word is among all clients must not show in anybody's order of hits.
 */
final class Translation {

  private final Deadline deadline;

  private Translation(Deadline deadline) {
    this.deadline = deadline;
  }

  /** What is asked for, among what may be seen. */
  static Query permitted(Expression what, Visible visible, Deadline deadline) {
    Query asked = new Translation(deadline).query(what);
    Query both =
        switch (visible) {
          case Visible.Everyone everyone -> asked;
          case Visible.Clients clients ->
              new BooleanQuery.Builder()
                  .add(asked, Occur.FILTER)
                  .add(among(clients.ids()), Occur.FILTER)
                  .build();
        };
    return new ConstantScoreQuery(both);
  }

  private static Query among(Set<String> clients) {
    return new TermInSetQuery(Fields.CLIENT, clients.stream().map(BytesRef::new).toList());
  }

  private static Query turns(String session, Set<Integer> turns) {
    return new BooleanQuery.Builder()
        .add(term(Fields.SESSION, session), Occur.FILTER)
        .add(
            NumericDocValuesField.newSlowSetQuery(
                Fields.TURN, turns.stream().mapToLong(Integer::longValue).toArray()),
            Occur.FILTER)
        .build();
  }

  private Query query(Expression what) {
    return switch (what) {
      case Expression.All all -> MatchAllDocsQuery.INSTANCE;
      case Expression.And and -> all(and.parts());
      case Expression.Or or -> any(or.parts().stream().map(this::query));
      case Expression.Not not -> all(List.of(not));
      case Expression.Has has -> pattern(has.pattern());
      case Expression.Where where -> filter(where.filter());
    };
  }

  private Query all(List<Expression> parts) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    boolean onlyNot = true;
    for (Expression part : parts) {
      if (part instanceof Expression.Not not) {
        builder.add(query(not.part()), Occur.MUST_NOT);
      } else {
        builder.add(query(part), Occur.FILTER);
        onlyNot = false;
      }
    }
    if (onlyNot) {
      builder.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return builder.build();
  }

  private static Query any(Stream<Query> parts) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
    parts.forEach(part -> builder.add(part, Occur.SHOULD));
    return builder.build();
  }

  /** Where it does not matter at which positions the words stand, no positions are read. */
  private Query pattern(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Word word ->
          unplaced(word.test()) ? word(word.test()) : new PatternQuery(word, deadline);
      case Pattern.Run run ->
          unplaced(run.test()) ? word(run.test()) : new PatternQuery(run, deadline);
      case Pattern.AnyOf anyOf -> any(anyOf.parts().stream().map(this::pattern));
      case Pattern.Either either -> any(either.parts().stream().map(this::pattern));
      default -> new PatternQuery(pattern, deadline);
    };
  }

  private static boolean unplaced(TokenTest test) {
    return switch (test) {
      case TokenTest.Is is -> true;
      case TokenTest.Begins begins -> true;
      case TokenTest.Any any -> any.tests().stream().allMatch(Translation::unplaced);
      case TokenTest.Anything anything -> false;
      case TokenTest.Not not -> false;
      case TokenTest.All all -> false;
    };
  }

  private static Query word(TokenTest test) {
    return switch (test) {
      case TokenTest.Is is -> new TermQuery(new Term(Fields.WORDS, is.layer().term(is.value())));
      case TokenTest.Begins begins ->
          new PrefixQuery(
              new Term(Fields.WORDS, begins.layer().term(begins.prefix())),
              PrefixQuery.CONSTANT_SCORE_BLENDED_REWRITE);
      case TokenTest.Any any -> any(any.tests().stream().map(Translation::word));
      default -> throw new IllegalArgumentException("needs positions");
    };
  }

  private static Query filter(Filter filter) {
    return switch (filter) {
      case Filter.Speaker speaker -> term(Fields.ROLE, speaker.role().id());
      case Filter.Client client -> term(Fields.CLIENT, client.id());
      case Filter.AnyClient any -> among(any.ids());
      case Filter.AnySession any ->
          new TermInSetQuery(Fields.SESSION, any.ids().stream().map(BytesRef::new).toList());
      case Filter.Turns turns ->
          any(
              turns.bySession().entrySet().stream()
                  .map(session -> turns(session.getKey(), session.getValue())));
      case Filter.Session session -> term(Fields.SESSION, session.id());
      case Filter.KeptElsewhere elsewhere ->
          throw new IllegalArgumentException("put clients or turns in the place of " + elsewhere);
      case Filter.Codebook codebook -> term(Fields.CODEBOOK, codebook.version());
      case Filter.Source source -> term(Fields.SOURCE, source.origin().id());
      case Filter.Numbers number ->
          IntPoint.newRangeQuery(Fields.NUMBER, number.from(), number.to());
      case Filter.Dates dates ->
          IntPoint.newRangeQuery(
              Fields.DATE, Fields.clampedDay(dates.from()), Fields.clampedDay(dates.to()));
    };
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  /** The patterns whose words a hit marks: those not under a NOT. */
  static List<Pattern> marked(Expression what) {
    List<Pattern> found = new ArrayList<>();
    collect(what, found);
    return found;
  }

  private static void collect(Expression what, List<Pattern> found) {
    switch (what) {
      case Expression.And and -> and.parts().forEach(part -> collect(part, found));
      case Expression.Or or -> or.parts().forEach(part -> collect(part, found));
      case Expression.Has has -> found.add(has.pattern());
      case Expression.Not not -> {}
      case Expression.Where where -> {}
      case Expression.All all -> {}
    }
  }
}
