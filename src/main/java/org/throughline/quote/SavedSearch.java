package org.throughline.quote;

import java.time.Instant;

/**
 * A question kept under a name. It keeps words, never hits: run again, it is read again ("the last
 * three months" moves on) and answered from what its asker may see on that day.
 *
 * @param id the record's id
 * @param owner account id of the only one who may run it
 * @param question as typed
 */
public record SavedSearch(String id, String owner, String name, String question, Instant created) {

  static final int MAX_NAME = 120;

  public SavedSearch {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException(
          "a saved search needs a name of at most " + MAX_NAME + " characters");
    }
    if (question.length() > QueryParser.MAX_LENGTH) {
      throw new IllegalArgumentException("a question has at most 2,000 characters");
    }
  }

  /**
   * Today's reading of the question.
   *
   * @throws QueryProblem if the language has changed since and no longer reads it
   */
  public QuoteQuery query(QueryParser parser) {
    return QuoteQuery.of(parser.parse(question));
  }

  /** A question may quote a client. */
  @Override
  public String toString() {
    return "SavedSearch[" + id + "]";
  }
}
