package org.throughline.coding;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.throughline.codebook.ClauseFeatures;
import org.throughline.codebook.Cue;
import org.throughline.codebook.Cue.Mark;
import org.throughline.codebook.Cue.Reach;
import org.throughline.codebook.WordPattern;
import org.throughline.coding.WordAutomaton.Run;
import org.throughline.language.Clause;
import org.throughline.language.Token;

/**
 * Matches cues: one exhaustive switch over the closed syntax tree. Word patterns have run already,
 * in one automaton for all codebooks; here their runs are only looked up.
 */
final class CueMatcher {

  private final WordAutomaton words = new WordAutomaton();
  private final IdentityHashMap<Object, Integer> patternIds = new IdentityHashMap<>();

  /** Enters a cue's word patterns into the automaton; to be called once before matching. */
  void prepare(Cue cue) {
    switch (cue) {
      case Cue.Words phrase -> enter(phrase, phrase.patterns());
      case Cue.InClause clause -> enter(clause.features());
      case Cue.Semgrex semgrex -> {}
      case Cue.Where where -> {
        prepare(where.cue());
        enter(where.features());
      }
      case Cue.Near near -> {
        prepare(near.cue());
        prepare(near.other());
      }
      case Cue.Unless unless -> {
        prepare(unless.cue());
        prepare(unless.other());
      }
      case Cue.After after -> {
        prepare(after.cue());
        prepare(after.previous());
      }
    }
  }

  private void enter(ClauseFeatures features) {
    enter(features.has(), features.has());
    enter(features.lacks(), features.lacks());
  }

  private void enter(Object key, List<WordPattern> patterns) {
    if (!patterns.isEmpty() && !patternIds.containsKey(key)) {
      patternIds.put(key, words.add(patterns));
    }
  }

  WordAutomaton words() {
    return words;
  }

  List<Run> match(Cue cue, TurnReading reading) {
    return switch (cue) {
      case Cue.Words phrase -> reading.runs(id(phrase));
      case Cue.InClause clause -> clauses(clause.features(), clause.mark(), reading);
      case Cue.Semgrex semgrex -> sentences(semgrex, reading);
      case Cue.Where where -> standing(where, reading);
      case Cue.Near near -> filter(near.cue(), near.other(), near.reach(), true, reading);
      case Cue.Unless unless ->
          filter(unless.cue(), unless.other(), unless.reach(), false, reading);
      case Cue.After after ->
          reading.previousHas(id(after.previous())) ? match(after.cue(), reading) : List.of();
    };
  }

  private static List<Run> sentences(Cue.Semgrex semgrex, TurnReading reading) {
    if (!reading.clauses()) {
      return List.of();
    }
    return reading.parses().find(semgrex.pattern(), semgrex.triggers()).stream()
        .map(token -> marked(semgrex.mark(), token, reading))
        .toList();
  }

  private List<Run> standing(Cue.Where where, TurnReading reading) {
    List<Run> runs = match(where.cue(), reading);
    return reading.clauses()
        ? runs.stream().filter(run -> stands(run, where.features(), reading)).toList()
        : runs;
  }

  private int id(Object key) {
    return patternIds.getOrDefault(key, -1);
  }

  private List<Run> filter(Cue cue, Cue other, Reach reach, boolean wanted, TurnReading reading) {
    List<Run> near = match(other, reading);
    if (wanted && near.isEmpty()) {
      return List.of(); // before the cue itself is asked: it may be one that needs a parse
    }
    List<Run> runs = match(cue, reading);
    if (runs.isEmpty()) {
      return runs;
    }
    Neighbours others = new Neighbours(near);
    return runs.stream().filter(run -> others.reach(run, reach, reading) == wanted).toList();
  }

  private boolean stands(Run run, ClauseFeatures features, TurnReading reading) {
    int clause = reading.clauseOf(run.first());
    return clause >= 0 && fits(reading.turn().clauses().get(clause), features, reading);
  }

  private List<Run> clauses(ClauseFeatures features, Mark mark, TurnReading reading) {
    List<Run> runs = new ArrayList<>();
    if (!reading.clauses()) {
      return runs;
    }
    for (Clause clause : reading.turn().clauses()) {
      if (fits(clause, features, reading)) {
        runs.add(marked(mark, clause, reading));
      }
    }
    return runs;
  }

  private static Run marked(Mark mark, int token, TurnReading reading) {
    Clause clause = reading.clauseAt(token);
    return mark == Mark.MATCH || clause == null
        ? new Run(token, token + 1)
        : marked(mark, clause, reading);
  }

  /** From the subject to the verb and what belongs to it, or the whole clause. */
  private static Run marked(Mark mark, Clause clause, TurnReading reading) {
    List<Token> tokens = reading.turn().tokens();
    int first = clause.firstToken();
    int end = clause.endToken();
    while (first < end - 1 && isOutside(tokens.get(first))) {
      first++;
    }
    while (end > first + 1 && isOutside(tokens.get(end - 1))) {
      end--;
    }
    if (mark == Mark.CLAUSE || clause.verbToken() < 0) {
      return new Run(first, end);
    }
    boolean ownSubject = clause.subjectToken() >= first && clause.subjectToken() < end;
    int from = ownSubject ? Math.min(clause.subjectToken(), clause.verbToken()) : first;
    int to = Math.max(clause.verbToken(), clause.subjectToken());
    int words = clause.verbLemma().contains(" ") ? 2 : 1;
    return new Run(Math.min(from, to), Math.min(end, to + words));
  }

  private static boolean isOutside(Token token) {
    return token.filler() || !token.isWord();
  }

  private boolean fits(Clause clause, ClauseFeatures features, TurnReading reading) {
    return allows(features.subject(), id(clause.subject()))
        && allows(features.object(), id(clause.objectPerson()))
        && allows(features.form(), id(clause.form()))
        && allows(features.voice(), id(clause.voice()))
        && allows(features.polarity(), id(clause.polarity()))
        && allows(features.reality(), id(clause.reality()))
        && allows(features.time(), id(clause.time()))
        && allows(features.source(), id(clause.source()))
        && allows(features.link(), id(clause.link()))
        && allows(features.connective(), clause.connective())
        && !forbids(features.notConnective(), clause.connective())
        && modality(clause, features)
        && verbs(clause, features, reading)
        && subjectWord(clause, features, reading)
        && (features.has().isEmpty() || holds(clause, id(features.has()), reading))
        && (features.lacks().isEmpty() || !holds(clause, id(features.lacks()), reading));
  }

  private static boolean modality(Clause clause, ClauseFeatures features) {
    Set<String> wanted = features.modality();
    Set<String> unwanted = features.notModality();
    return (wanted.isEmpty()
            || clause.modality().stream().anyMatch(meaning -> wanted.contains(id(meaning))))
        && clause.modality().stream().noneMatch(meaning -> unwanted.contains(id(meaning)));
  }

  private static boolean verbs(Clause clause, ClauseFeatures features, TurnReading reading) {
    if (!allows(features.verb(), clause.verbLemma())
        || forbids(features.notVerb(), clause.verbLemma())) {
      return false;
    }
    List<Clause> clauses = reading.turn().clauses();
    String governor = clause.governor() < 0 ? "" : clauses.get(clause.governor()).verbLemma();
    if (!allows(features.governor(), governor) || forbids(features.notGovernor(), governor)) {
      return false;
    }
    return features.complement().isEmpty() || hasComplement(clause, features, reading);
  }

  private static boolean hasComplement(
      Clause clause, ClauseFeatures features, TurnReading reading) {
    List<Clause> clauses = reading.turn().clauses();
    int sentence = reading.sentenceOf(clause.firstToken());
    for (int i = clause.index() + 1; i < clauses.size(); i++) {
      Clause other = clauses.get(i);
      if (reading.sentenceOf(other.firstToken()) != sentence) {
        return false;
      }
      if (other.governor() == clause.index()
          && other.link() == Clause.Link.OPEN_COMPLEMENT
          && features.complement().contains(other.verbLemma())) {
        return true;
      }
    }
    return false;
  }

  private static boolean subjectWord(Clause clause, ClauseFeatures features, TurnReading reading) {
    return features.subjectWords().isEmpty()
        || (clause.subjectToken() >= 0
            && features
                .subjectWords()
                .contains(reading.turn().tokens().get(clause.subjectToken()).lemma()));
  }

  private static boolean holds(Clause clause, int pattern, TurnReading reading) {
    List<Run> runs = reading.runs(pattern);
    int at = Neighbours.firstFrom(runs, clause.firstToken());
    return at < runs.size() && runs.get(at).first() < clause.endToken();
  }

  private static boolean allows(Set<String> wanted, String value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private static boolean forbids(Set<String> unwanted, String value) {
    return unwanted.contains(value);
  }

  private static String id(Enum<?> value) {
    return Attributes.id(value);
  }
}
