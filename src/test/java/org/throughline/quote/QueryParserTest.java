package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {

  private final QueryParser parser = QueryParser.of(new TinyAnalyzer(), Shelf.CLOCK);

  /** The column stands where the reader has to look. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '´',
      value = {
        "drink (shame § 7 § never closed",
        "drink) § 6 § closes nothing",
        "\"never said § 1 § never closed",
        "sh* § 1 § at least 3 letters",
        "*ame § 1 § end of a word",
        "shame OR § 9 § missing here",
        "shame AND OR x § 11 § to join",
        "speeker:client § 1 § nothing is called so",
        "speaker:nobody § 9 § client, therapist, other",
        "code: § 6 § value is missing",
        "shame near/50 drink § 12 § 1 to 20 words",
        "(a AND b) near/5 c § 18 § join words",
        "[lemma=\"feel\" § 1 § never closed",
        "[lemma=\"fe?l\"] § 11 § alternatives",
        "[pos=\"QQ\"] § 7 § no tag is called so",
        "[colour=\"red\"] § 2 § a word has",
        "[]{1,99} § 1 § at most 20 times",
        "code:emotion{2} § 1 § only words",
        "date:2026-13 § 6 § a date is written",
        "session:8..3 § 9 § above the second",
        "last:week § 6 § 90days",
        "status:maybe § 8 § suggested, confirmed",
        "(((a|b){20}){20}){20} § 1 § more than 128",
      })
  void says_where_and_what(String question, int column, String message) {
    QueryProblem problem = catchThrowableOfType(QueryProblem.class, () -> parser.parse(question));
    assertThat(problem).as(question).isNotNull();
    assertThat(problem.getMessage()).contains(message);
    assertThat(problem.column()).as(problem.getMessage()).isEqualTo(column);
  }
}
