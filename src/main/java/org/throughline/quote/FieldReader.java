package org.throughline.quote;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.throughline.transcript.Role;

/** Reads {@code name:value}. */
final class FieldReader {

  private final WordReader words;
  private final Set<String> constructs;
  private final Clock clock;

  FieldReader(WordReader words, Set<String> constructs, Clock clock) {
    this.words = words;
    this.constructs = Set.copyOf(constructs);
    this.clock = clock;
  }

  Expression read(String name, String value, int column, int valueColumn) {
    if (value.isEmpty()) {
      throw QueryScanner.problem(valueColumn, "a value is missing after the colon");
    }
    return switch (name) {
      case "word" -> has(words.plain(value, valueColumn));
      case "lemma", "pos", "form" ->
          has(new Pattern.Word(TokenValues.read(name, value, column, valueColumn)));
      case "code" -> code(Layer.CODE, value, valueColumn);
      case "confirmed" -> code(Layer.CONFIRMED, value, valueColumn);
      case "own" -> code(Layer.OWN, value, valueColumn);
      case "speaker", "role" -> where(new Filter.Speaker(role(value, valueColumn)));
      case "client" -> where(new Filter.Client(value));
      case "clinician" -> where(new Filter.Clinician(value));
      case "problem" -> where(new Filter.Problem(value));
      case "source" -> where(new Filter.Source(Origin.read(value, valueColumn)));
      case "codebook" -> where(new Filter.Codebook(value));
      case "session" -> where(session(value, valueColumn));
      case "date" -> where(DateRange.read(value, valueColumn));
      case "since" ->
          where(new Filter.Dates(DateRange.read(value, valueColumn).from(), LocalDate.MAX));
      case "until" ->
          where(new Filter.Dates(LocalDate.MIN, DateRange.read(value, valueColumn).to()));
      case "last" -> where(DateRange.last(value, LocalDate.now(clock), valueColumn));
      default -> construct(name, value, column, valueColumn);
    };
  }

  private Expression construct(String name, String value, int column, int valueColumn) {
    if (!constructs.contains(name)) {
      throw QueryScanner.problem(
          column,
          "nothing is called so; write word, lemma, pos, form, code, own, confirmed, status,"
              + " speaker, client, clinician, session, date, since, until, last, problem,"
              + " codebook, source, or one of "
              + String.join(", ", constructs.stream().sorted().toList()));
    }
    return code(Layer.CODE, name + "." + value, valueColumn);
  }

  private static Expression code(Layer layer, String value, int column) {
    if (value.equals("*")) {
      return has(new Pattern.Run(new TokenTest.Is(layer, "")));
    }
    String code = value.endsWith(".*") ? value.substring(0, value.length() - 2) : value;
    TokenTest test =
        code.indexOf('*') >= 0
            ? WordReader.prefix(layer, code, column)
            : new TokenTest.Is(layer, WordReader.fold(code));
    return has(new Pattern.Run(test));
  }

  private static Role role(String value, int column) {
    try {
      return Role.of(value.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw QueryScanner.problem(column, "a speaker is client, therapist, other or unattributed");
    }
  }

  /** {@code session:3}, {@code session:3..8}; anything else is a session's id. */
  private static Filter session(String value, int column) {
    if (value.matches("[0-9]{1,4}")) {
      int number = Integer.parseInt(value);
      return new Filter.Numbers(number, number);
    }
    if (!value.matches("[0-9]{1,4}\\.\\.[0-9]{1,4}")) {
      return new Filter.Session(value);
    }
    List<String> ends = List.of(value.split("\\.\\.", -1));
    int from = Integer.parseInt(ends.get(0));
    int to = Integer.parseInt(ends.get(1));
    if (to < from) {
      throw QueryScanner.problem(column, "the first number is above the second");
    }
    return new Filter.Numbers(from, to);
  }

  private static Expression has(Pattern pattern) {
    return new Expression.Has(pattern);
  }

  private static Expression where(Filter filter) {
    return new Expression.Where(filter);
  }
}
