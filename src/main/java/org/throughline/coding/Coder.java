package org.throughline.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.codebook.Code;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.Suggestion;
import org.throughline.coding.WordAutomaton.Run;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Analyzer;
import org.throughline.language.Clause;
import org.throughline.language.SyntaxPatterns;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/**
 * The cue coder: suggests codings by the cues of codebooks. Deterministic, and thread-safe: it
 * keeps nothing between two calls.
 */
public final class Coder implements AutoCoder {

  /** Changes whenever the same codebook could give other codings. */
  public static final String ENGINE = "throughline-cues 1";

  private record Scheme(Codebook codebook, Rater.Machine rater) {}

  private final Analyzer analyzer;
  private final List<Scheme> schemes;
  private final CueMatcher matcher = new CueMatcher();
  private final SyntaxPatterns syntax;

  /**
   * @param codebooks those in another language than the analyser's are left out
   */
  public Coder(Analyzer analyzer, List<Codebook> codebooks) {
    this(analyzer, codebooks, SyntaxPatterns.onTrigger());
  }

  /** The same with another way of parsing: for measurements. */
  public Coder(Analyzer analyzer, List<Codebook> codebooks, SyntaxPatterns syntax) {
    this.analyzer = analyzer;
    this.syntax = syntax;
    this.schemes =
        codebooks.stream()
            .filter(codebook -> codebook.language().equals(analyzer.language()))
            .map(codebook -> new Scheme(codebook, rater(codebook)))
            .toList();
    for (Scheme scheme : schemes) {
      for (Code code : scheme.codebook().codes()) {
        code.cues().forEach(suggestion -> matcher.prepare(suggestion.cue()));
      }
    }
  }

  private static Rater.Machine rater(Codebook codebook) {
    return new Rater.Machine(ENGINE, codebook.id() + " " + codebook.version(), codebook.hash());
  }

  @Override
  public CodedTranscript code(Transcript transcript) {
    List<TurnFacts> facts = new ArrayList<>();
    List<Coding> codings = new ArrayList<>();
    List<TurnWords> words = new ArrayList<>();
    Map<Integer, AnalyzedTurn> analyzed = new HashMap<>();
    for (Turn turn : transcript.turns()) {
      AnalyzedTurn grammar = analyzer.analyze(turn.text());
      analyzed.put(turn.index(), grammar);
      facts.add(facts(turn, grammar));
      words.add(new TurnWords(turn.index(), grammar.tokens(), grammar.sentences()));
      if (turn.isClient()) {
        Prompts prompts = Prompts.before(transcript, turn.index(), analyzed);
        codings.addAll(code(turn.index(), grammar, prompts));
      }
    }
    return new CodedTranscript(transcript, facts, codings, words);
  }

  /**
   * Codes one client turn on its own.
   *
   * @param previous the turn before, where it is known
   * @return codings that carry turn index 0
   */
  public List<Coding> code(String text, @Nullable String previous) {
    AnalyzedTurn before = previous == null ? null : analyzer.analyze(previous);
    return code(0, analyzer.analyze(text), Prompts.of(before));
  }

  private static TurnFacts facts(Turn turn, AnalyzedTurn grammar) {
    int self = 0;
    int past = 0;
    for (Clause clause : grammar.clauses()) {
      self += clause.isSelf() ? 1 : 0;
      past += clause.time() == Clause.Time.PAST && !clause.verbLemma().isEmpty() ? 1 : 0;
    }
    return new TurnFacts(
        turn.index(),
        turn.role() == null ? Role.UNATTRIBUTED : turn.role(),
        grammar.words(),
        grammar.clauses().size(),
        self,
        past);
  }

  private List<Coding> code(int turn, AnalyzedTurn grammar, Prompts prompts) {
    AnalyzedTurn previous = prompts.previous();
    TurnReading reading =
        new TurnReading(
            grammar,
            matcher.words().match(grammar),
            previous == null ? Map.of() : matcher.words().match(previous),
            syntax.open(grammar),
            analyzer.readsClauses());
    List<Coding> codings = new ArrayList<>();
    for (Scheme scheme : schemes) {
      List<Candidate> candidates = candidates(scheme.codebook(), reading);
      for (Candidate candidate : Selection.of(scheme.codebook(), candidates)) {
        codings.add(candidate.coding(turn, reading, prompts, scheme.rater()));
      }
    }
    return codings;
  }

  private List<Candidate> candidates(Codebook codebook, TurnReading reading) {
    List<Candidate> candidates = new ArrayList<>();
    for (Code code : codebook.codes()) {
      for (Suggestion suggestion : code.cues()) {
        for (Run run : matcher.match(suggestion.cue(), reading)) {
          candidates.add(new Candidate(code, suggestion, run));
        }
      }
    }
    return candidates;
  }
}
