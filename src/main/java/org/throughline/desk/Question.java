package org.throughline.desk;

import org.jspecify.annotations.Nullable;
import org.throughline.quote.Expression;
import org.throughline.quote.Filter;
import org.throughline.quote.QueryParser;
import org.throughline.quote.QuoteQuery;
import org.throughline.transcript.Sha256;

/**
 * What is searched for: words, a code, a client, or any of them together.
 *
 * @param words a question in the search language; "" for any words
 * @param code id of a code, or of a construct for all of its codes; null for any
 * @param client id, null for all
 * @param order in which the hits come
 * @param from how many hits to skip
 * @param limit how many to return
 */
public record Question(
    String words,
    @Nullable String code,
    @Nullable String client,
    QuoteQuery.Order order,
    int from,
    int limit) {

  /** Newest first. */
  public Question(
      String words, @Nullable String code, @Nullable String client, int from, int limit) {
    this(words, code, client, QuoteQuery.Order.NEWEST, from, limit);
  }

  /** The page of a search that a cursor names; the first for null. */
  public static Question of(
      String words,
      @Nullable String code,
      @Nullable String client,
      @Nullable String cursor,
      int limit) {
    return new Question(words, code, client, cursor == null ? 0 : offset(cursor), limit);
  }

  /** The same in another order. */
  public Question in(QuoteQuery.Order other) {
    return new Question(words, code, client, other, from, limit);
  }

  /**
   * What it asks for, before clients, clinicians and problems are looked up.
   *
   * @throws IllegalArgumentException if the question cannot be read, naming the column
   */
  Expression what(QueryParser parser) {
    Expression what = parser.parse(words);
    if (code != null) {
      if (!code.matches("[a-z]+(\\.[a-z0-9_]+)*")) {
        throw new IllegalArgumentException("a code looks like emotion.fear");
      }
      what = what.and(parser.parse("code:" + code + (code.contains(".") ? "" : ".*")));
    }
    return client == null ? what : what.and(new Expression.Where(new Filter.Client(client)));
  }

  /** What is asked, as the log may hold it: what people search for tells of their clients. */
  String fingerprint() {
    return Sha256.hex(words + "|" + code + "|" + client);
  }

  /** Cursor of the page after one with so many hits; null where there is none to be had. */
  @Nullable String next(int hits) {
    int after = from + hits;
    return hits < limit || after > QuoteQuery.MAX_OFFSET ? null : Integer.toString(after);
  }

  private static int offset(String cursor) {
    try {
      int offset = Integer.parseInt(cursor);
      if (offset >= 0 && offset <= QuoteQuery.MAX_OFFSET) {
        return offset;
      }
    } catch (NumberFormatException notOurs) {
      // Told below.
    }
    throw new IllegalArgumentException("the cursor is not one that a search gave out");
  }

  /** A question may quote a client. */
  @Override
  public String toString() {
    return "Question[code=" + code + ", from=" + from + ", limit=" + limit + "]";
  }
}
