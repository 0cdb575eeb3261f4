package org.throughline.quote;

/**
 * One question to the index.
 *
 * @param what which turns
 * @param order in which order they come
 * @param offset how many to skip, at most 1,000
 * @param limit how many to return, 1 to 100
 * @param countUpTo where counting may stop: beyond it the total says "more than"
 */
public record QuoteQuery(Expression what, Order order, int offset, int limit, int countUpTo) {

  public static final int MAX_LIMIT = 100;
  public static final int MAX_OFFSET = 1_000;
  public static final int COUNT_UP_TO = 10_000;

  /** Every order is total, and none depends on how often a word occurs elsewhere. */
  public enum Order {
    /** Latest session first, then as spoken. */
    NEWEST,
    OLDEST,
    /** Client by client, each from the first session on. */
    CLIENT
  }

  public QuoteQuery {
    if (offset < 0 || offset > MAX_OFFSET) {
      throw new IllegalArgumentException("offset must be 0 to " + MAX_OFFSET);
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
    }
    if (countUpTo < 1) {
      throw new IllegalArgumentException("count at least up to 1");
    }
  }

  /** The twenty latest. */
  public static QuoteQuery of(Expression what) {
    return new QuoteQuery(what, Order.NEWEST, 0, 20, COUNT_UP_TO);
  }

  public QuoteQuery page(int newOffset, int newLimit) {
    return new QuoteQuery(what, order, newOffset, newLimit, countUpTo);
  }

  public QuoteQuery order(Order newOrder) {
    return new QuoteQuery(what, newOrder, offset, limit, countUpTo);
  }
}
