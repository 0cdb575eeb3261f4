package org.throughline.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.desk.Asking.Asked;
import org.throughline.quote.Concordance;
import org.throughline.quote.Expression;
import org.throughline.quote.Filter;
import org.throughline.quote.Hit;
import org.throughline.quote.Hits;
import org.throughline.quote.Pattern;
import org.throughline.quote.QuoteIndex;
import org.throughline.quote.QuoteQuery;
import org.throughline.quote.TurnSource;
import org.throughline.transcript.Span;

/**
 * Finds words as if names were not there, for those who may read a client with tags only. The index
 * knows the names, so what it finds is looked through again: a turn answers only by words of which
 * none is a tag. Pages, cursors and counts are made of what is left, so that a name that is there
 * and one that is not are answered alike.
 */
final class Unnamed {

  private final QuoteIndex index;
  private final Asked asked;
  private final TurnSource source;

  Unnamed(QuoteIndex index, Asked asked, TurnSource source) {
    this.index = index;
    this.asked = asked;
    this.source = source;
  }

  /** A page of the turns that answer; counted up to its end. */
  Hits search(Question question) throws IOException {
    int end = question.from() + question.limit();
    List<Hit> left = new ArrayList<>();
    boolean more = true;
    boolean partial = false;
    for (int at = 0; more && left.size() <= end && at <= QuoteQuery.MAX_OFFSET; ) {
      QuoteQuery query = QuoteQuery.of(asked.what()).page(at, QuoteQuery.MAX_LIMIT);
      Hits found = index.search(query.order(question.order()), asked.visible(), source);
      for (Hit hit : found.hits()) {
        if (answers(hit)) {
          left.add(bare(hit));
        }
      }
      at += QuoteQuery.MAX_LIMIT;
      more = at < found.total();
      partial |= found.partial();
    }
    return new Hits(
        Math.min(left.size(), end), !more && left.size() <= end, partial, page(left, question));
  }

  /** A page of the lines that answer; counted up to its end. */
  Concordance lines(Question question, Concordance.SortBy sort, int width) throws IOException {
    int end = question.from() + question.limit();
    List<Concordance.Line> left = new ArrayList<>();
    boolean more = true;
    boolean partial = false;
    for (int at = 0; more && left.size() <= end && at <= QuoteQuery.MAX_OFFSET; ) {
      Concordance found =
          index.concordance(
              asked.what(), sort, at, QuoteQuery.MAX_LIMIT, width, asked.visible(), source);
      for (Concordance.Line line : found.lines()) {
        if (answers(line)) {
          left.add(line);
        }
      }
      at += QuoteQuery.MAX_LIMIT;
      more = at < found.total();
      partial |= found.partial();
    }
    return new Concordance(
        Math.min(left.size(), end), !more && left.size() <= end, partial, page(left, question));
  }

  private static <T> List<T> page(List<T> left, Question question) {
    return left.stream().skip(question.from()).limit(question.limit()).toList();
  }

  private boolean answers(Concordance.Line line) throws IOException {
    if (!asked.tags().containsKey(line.client())) {
      return true;
    }
    for (Hit hit : turn(asked.what(), line.session(), line.turn())) {
      return isFree(line.span(), cuts(hit)) && answers(hit);
    }
    return false;
  }

  private boolean answers(Hit hit) throws IOException {
    List<Span> cuts = cuts(hit);
    return hit.marks().stream().allMatch(mark -> isFree(mark, cuts))
        || holds(asked.what(), hit, cuts);
  }

  /** Whether the turn answers by words that are no tags. */
  private boolean holds(Expression what, Hit hit, List<Span> cuts) throws IOException {
    return switch (what) {
      case Expression.And and -> {
        boolean all = true;
        for (Expression part : and.parts()) {
          all = all && holds(part, hit, cuts);
        }
        yield all;
      }
      case Expression.Or or -> any(or.parts(), hit, cuts);
      case Expression.Has has -> {
        if (has.pattern() instanceof Pattern.AnyOf anyOf) {
          List<Expression> parts = new ArrayList<>();
          anyOf.parts().forEach(part -> parts.add(new Expression.Has(part)));
          yield any(parts, hit, cuts);
        }
        yield turn(what, hit.session(), hit.turn().index()).stream()
            .anyMatch(
                found ->
                    !Verbatim.isIn(what)
                        || found.marks().stream().anyMatch(mark -> isFree(mark, cuts)));
      }
      // Names no words: see Verbatim.isMarked.
      case Expression.Not not -> !turn(what, hit.session(), hit.turn().index()).isEmpty();
      case Expression.Where where -> !turn(what, hit.session(), hit.turn().index()).isEmpty();
      case Expression.All all -> true;
    };
  }

  private boolean any(List<Expression> parts, Hit hit, List<Span> cuts) throws IOException {
    for (Expression part : parts) {
      if (holds(part, hit, cuts)) {
        return true;
      }
    }
    return false;
  }

  /** The one turn, if it answers. */
  private List<Hit> turn(Expression what, String session, int turn) throws IOException {
    var there = new Expression.Where(new Filter.Turns(Map.of(session, Set.of(turn))));
    QuoteQuery query = QuoteQuery.of(what.and(there)).page(0, 1);
    return index.search(query, asked.visible(), source).hits();
  }

  /** Without the marks that would show which words a tag stands for. */
  private Hit bare(Hit hit) {
    List<Span> cuts = cuts(hit);
    return new Hit(
        hit.session(),
        hit.client(),
        hit.number(),
        hit.date(),
        hit.turn(),
        hit.marks().stream().filter(mark -> isFree(mark, cuts)).toList(),
        hit.codings(),
        hit.before(),
        hit.after(),
        hit.found());
  }

  private List<Span> cuts(Hit hit) {
    Tags tags = asked.tags().get(hit.client());
    return tags == null ? List.of() : tags.cuts(hit.turn().text());
  }

  private static boolean isFree(Span mark, List<Span> cuts) {
    return cuts.stream().noneMatch(cut -> cut.overlaps(mark));
  }
}
