package org.throughline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.throughline.coding.Attributes;
import org.throughline.coding.Attributes.Experiencer;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Analyzer;
import org.throughline.language.Clause;
import org.throughline.learning.LearnedCoder;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/** What learned coders see in a client's turns where nobody and no cue has put their code yet. */
final class Suggestions {

  private final Analyzer analyzer;
  private final List<LearnedCoder> coders;
  private final double least;

  /**
   * @param least probability of a suggestion
   */
  Suggestions(Analyzer analyzer, List<LearnedCoder> coders, double least) {
    this.analyzer = analyzer;
    this.coders = List.copyOf(coders);
    this.least = least;
  }

  /** The suggestions, by turn and place. */
  List<Coding> of(Transcript transcript, List<Coding> known) {
    List<Coding> found = new ArrayList<>();
    for (Turn turn : transcript.turns()) {
      if (turn.isClient()) {
        AnalyzedTurn read = analyzer.analyze(turn.text());
        for (LearnedCoder coder : coders) {
          for (LearnedCoder.Suggested one : coder.suggest(read, least)) {
            if (!isKnown(known, coder.code(), turn.index(), one.span())) {
              found.add(coding(coder, turn.index(), read, one));
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean isKnown(List<Coding> known, String code, int turn, Span sentence) {
    return known.stream()
        .anyMatch(
            coding ->
                coding.turn() == turn
                    && coding.code().equals(code)
                    && coding.span().overlaps(sentence));
  }

  private static Coding coding(
      LearnedCoder coder, int turn, AnalyzedTurn read, LearnedCoder.Suggested one) {
    List<Span> telling = coder.telling(read, one.span());
    return new Coding(
        coder.code(),
        turn,
        one.span(),
        one.span().of(read.text()),
        attributes(read, telling.isEmpty() ? one.span() : telling.getFirst()),
        new Evidence("learned", telling, explanation(coder, read, one, telling)),
        one.probability(),
        coder.rater());
  }

  /** Of the clause in which the most telling word stands. */
  private static Attributes attributes(AnalyzedTurn read, Span word) {
    Clause clause = null;
    for (Clause each : read.clauses()) {
      if (each.span().start() <= word.start() && word.start() < each.span().end()) {
        clause = each;
      }
    }
    return clause == null
        ? Attributes.PLAIN
        : new Attributes(
            experiencer(clause.subject()),
            clause.polarity(),
            clause.reality(),
            clause.time(),
            clause.source(),
            clause.certainty(),
            false);
  }

  private static Experiencer experiencer(Clause.Person person) {
    return switch (person) {
      case SELF, NONE, THING -> Experiencer.SELF;
      case WE -> Experiencer.WE;
      case OTHER -> Experiencer.OTHER;
      case GENERIC_YOU, LISTENER -> Experiencer.GENERIC_YOU;
      case NOBODY -> Experiencer.NOBODY;
    };
  }

  private static String explanation(
      LearnedCoder coder, AnalyzedTurn read, LearnedCoder.Suggested one, List<Span> telling) {
    return String.format(
        Locale.ROOT,
        "Suggested by the model that was learned here for this code (%s…), not by a cue; p = %.2f%s."
            + " It counts in no figure before a person confirms it.",
        coder.rater().hash().substring(0, 8),
        one.probability(),
        words(read, telling));
  }

  private static String words(AnalyzedTurn read, List<Span> telling) {
    return telling.isEmpty()
        ? ""
        : ", for the words "
            + telling.stream()
                .map(span -> "“" + span.of(read.text()) + "”")
                .collect(Collectors.joining(", "));
  }
}
