package org.throughline.coding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.codebook.Code;
import org.throughline.codebook.Suggestion;
import org.throughline.coding.Attributes.Experiencer;
import org.throughline.coding.WordAutomaton.Run;
import org.throughline.language.Clause;
import org.throughline.language.Clause.Person;
import org.throughline.language.Token;
import org.throughline.transcript.Span;

/** A cue that matched: a coding in the making, before overlaps are settled. */
record Candidate(Code code, Suggestion suggestion, Run run) {

  /** How much a word cue keeps of its confidence where no clause can qualify it (own proposal). */
  private static final double WORDS_ONLY = 0.6;

  int length() {
    return run.end() - run.first();
  }

  boolean overlaps(Candidate other) {
    return run.first() < other.run.end() && other.run.first() < run.end();
  }

  Coding coding(int turn, TurnReading reading, Prompts prompts, Rater rater) {
    List<Token> tokens = reading.turn().tokens();
    Span span = tokens.get(run.first()).span().cover(tokens.get(run.end() - 1).span());
    Clause clause = reading.clauseAt(run.first());
    Attributes attributes = attributes(clause, reading, prompts);
    return new Coding(
        code.id(),
        turn,
        span,
        span.of(reading.turn().text()),
        attributes,
        new Evidence(
            code.id() + "/" + suggestion.id(),
            List.of(span),
            explanation(attributes, clause, reading)),
        confidence(reading),
        rater);
  }

  /** Words alone, in a language whose grammar is not read, are worth less. */
  private double confidence(TurnReading reading) {
    return reading.clauses() ? suggestion.confidence() : suggestion.confidence() * WORDS_ONLY;
  }

  private Attributes attributes(@Nullable Clause clause, TurnReading reading, Prompts prompts) {
    boolean prompted = prompts.prompted(reading.turn().tokens(), run);
    if (clause == null) {
      return new Attributes(
          Experiencer.SELF,
          Clause.Polarity.AFFIRMED,
          Clause.Reality.ACTUAL,
          Clause.Time.PRESENT,
          Clause.Source.OWN,
          Clause.Certainty.PLAIN,
          prompted);
    }
    return new Attributes(
        experiencer(clause, reading),
        polarity(clause, reading),
        clause.reality(),
        clause.time(),
        clause.source(),
        clause.certainty(),
        prompted);
  }

  /** A negator right before the words counts even where none governs the verb: "no fear". */
  private Clause.Polarity polarity(Clause clause, TurnReading reading) {
    List<Token> tokens = reading.turn().tokens();
    boolean negated = clause.isNegated();
    boolean inVerbGroup = clause.verbToken() >= run.first();
    for (int i = run.first() - 1; i >= clause.firstToken() && i >= run.first() - 3; i--) {
      Token token = tokens.get(i);
      boolean negator =
          token.is("no") || token.is("without") || (token.lemma().equals("not") && !inVerbGroup);
      if (negator && !(token.lemma().equals("not") && negated)) {
        return Clause.Polarity.NEGATED;
      }
      if (token.isVerb() || !token.isWord()) {
        break;
      }
    }
    return negated ? Clause.Polarity.NEGATED : Clause.Polarity.AFFIRMED;
  }

  /** Who feels or acts: an owner before the words, an object of the verb, else the subject. */
  private Experiencer experiencer(Clause clause, TurnReading reading) {
    if (suggestion.experiencer() == Suggestion.Experiencer.SELF) {
      return Experiencer.SELF;
    }
    List<Token> tokens = reading.turn().tokens();
    for (int i = run.first() - 1; i >= clause.firstToken() && i >= run.first() - 3; i--) {
      Token token = tokens.get(i);
      boolean owned = tokens.get(run.first()).pos() == Token.Pos.NOUN;
      if (owned && (token.is("my") || token.is("our"))) {
        return Experiencer.SELF;
      }
      if (owned && Set.of("his", "her", "their").contains(token.folded())) {
        return Experiencer.OTHER;
      }
      if (owned && token.is("'s") && token.pos() == Token.Pos.PART) {
        return Experiencer.OTHER;
      }
      if (token.isVerb() || token.pos() == Token.Pos.ADP) {
        break;
      }
    }
    Person subject = clause.subject();
    if (suggestion.experiencer() == Suggestion.Experiencer.SUBJECT) {
      return experiencer(subject);
    }
    boolean acts = subject == Person.THING || subject == Person.OTHER || subject == Person.NOBODY;
    if (acts && clause.objectPerson() != Person.NONE && clause.objectPerson() != Person.THING) {
      return experiencer(clause.objectPerson());
    }
    return experiencer(subject);
  }

  private static Experiencer experiencer(Person person) {
    return switch (person) {
      case SELF, NONE, THING -> Experiencer.SELF;
      case WE -> Experiencer.WE;
      case OTHER -> Experiencer.OTHER;
      case GENERIC_YOU, LISTENER -> Experiencer.GENERIC_YOU;
      case NOBODY -> Experiencer.NOBODY;
    };
  }

  private String explanation(Attributes attributes, @Nullable Clause clause, TurnReading reading) {
    StringBuilder words = new StringBuilder();
    words.append("Cue \"").append(suggestion.id()).append("\" of ").append(code.label());
    if (clause != null && !clause.verbLemma().isEmpty()) {
      words.append("; clause with the verb \"").append(clause.verbLemma()).append('"');
    }
    words.append("; ").append(Attributes.id(attributes.experiencer()).replace('_', ' '));
    words.append(", ").append(Attributes.id(attributes.polarity()));
    words.append(", ").append(Attributes.id(attributes.reality()));
    words.append(", ").append(Attributes.id(attributes.time()));
    if (attributes.source() != Clause.Source.OWN) {
      words.append(", ").append(Attributes.id(attributes.source()).replace('_', ' '));
    }
    if (attributes.certainty() == Clause.Certainty.HEDGED) {
      words.append(", hedged");
    }
    if (attributes.prompted()) {
      words.append(", after the therapist's word");
    }
    if (!reading.clauses()) {
      words.append("; words only: the grammar of this language is not read");
    }
    return words
        .append(String.format(Locale.ROOT, "; confidence %.2f.", confidence(reading)))
        .toString();
  }
}
