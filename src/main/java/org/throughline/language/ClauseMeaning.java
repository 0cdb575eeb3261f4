package org.throughline.language;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.language.Clause.Certainty;
import org.throughline.language.Clause.Link;
import org.throughline.language.Clause.Modality;
import org.throughline.language.Clause.Person;
import org.throughline.language.Clause.Polarity;
import org.throughline.language.Clause.Reality;
import org.throughline.language.Clause.Source;
import org.throughline.language.Clause.Time;
import org.throughline.language.VerbGroup.Kind;

/** How a clause is meant: its own grammar first, then what it inherits from its governor. */
record ClauseMeaning(
    Polarity polarity, Reality reality, Time time, Source source, Certainty certainty) {

  /** What stops is no longer so: "I stopped worrying", "without crying". */
  private static final Set<String> ENDING = Set.of("stop", "quit", "avoid");

  private static final Set<String> NEEDING = Set.of("need", "try", "deserve");

  static ClauseMeaning of(
      List<Token> tokens,
      int start,
      int end,
      VerbGroup group,
      Person subject,
      boolean ownSubject,
      Link link,
      String connective,
      @Nullable Clause above,
      boolean question) {
    boolean hangs = link == Link.COMPLEMENT || link == Link.OPEN_COMPLEMENT;
    Clause governor = hangs ? above : null;
    boolean wishes = governor != null && wishes(governor, link);
    boolean continues = link == Link.COORDINATED && !ownSubject;
    boolean alternative = continues && (connective.equals("or") || connective.equals("nor"));
    Polarity polarity =
        alternative && above != null && above.isNegated()
            ? Polarity.NEGATED
            : polarity(tokens, start, group, subject, link, governor);
    return new ClauseMeaning(
        polarity,
        reality(tokens, start, end, group, ownSubject, link, connective, above, wishes),
        time(group, governor),
        source(group, subject, link, above, question),
        certainty(tokens, start, end, governor));
  }

  private static Polarity polarity(
      List<Token> tokens,
      int start,
      VerbGroup group,
      Person subject,
      Link link,
      @Nullable Clause governor) {
    boolean negated = group.negated() || subject == Person.NOBODY;
    for (int i = start; i < group.first(); i++) {
      negated |= tokens.get(i).is("without");
    }
    if (governor != null) {
      boolean ended =
          ENDING.contains(governor.verbLemma())
              && link == Link.OPEN_COMPLEMENT
              && group.kind() == Kind.GERUND;
      boolean raised =
          governor.isNegated()
              && (link == Link.OPEN_COMPLEMENT
                  ? !ended
                  : EnglishWords.RAISING.contains(governor.verbLemma()));
      negated ^= (ended && !governor.isNegated()) || raised;
    }
    return negated ? Polarity.NEGATED : Polarity.AFFIRMED;
  }

  private static boolean wishes(Clause governor, Link link) {
    return (EnglishWords.WISHING.contains(governor.verbLemma())
            && !(governor.verbLemma().equals("love") || governor.verbLemma().equals("like")))
        || ((governor.verbLemma().equals("like") || governor.verbLemma().equals("love"))
            && governor.modality().contains(Modality.POSSIBILITY))
        || (link == Link.OPEN_COMPLEMENT && NEEDING.contains(governor.verbLemma()));
  }

  private static Reality reality(
      List<Token> tokens,
      int start,
      int end,
      VerbGroup group,
      boolean ownSubject,
      Link link,
      String connective,
      @Nullable Clause above,
      boolean wishes) {
    if (wishes || contains(tokens, start, end, "hopefully")) {
      return Reality.DESIRED;
    }
    if (group.perfectModal()) {
      return Reality.COUNTERFACTUAL;
    }
    if (EnglishWords.IRREALIS_CONNECTIVES.contains(connective)
        || (connective.equals("as") && contains(tokens, start, group.first(), "if"))) {
      return Reality.HYPOTHETICAL;
    }
    if (isPossible(group)) {
      return Reality.HYPOTHETICAL;
    }
    if (above != null) {
      if (link == Link.COMPLEMENT && fears(tokens, above)) {
        return Reality.FEARED;
      }
      if (link == Link.OPEN_COMPLEMENT && above.reality() != Reality.ACTUAL) {
        return above.reality();
      }
    }
    boolean sharesMood = link == Link.COORDINATED && (group.kind() != Kind.FINITE || !ownSubject);
    return above != null && sharesMood ? above.reality() : Reality.ACTUAL;
  }

  /** "could not" in the past was a fact; "could", "would", "might" are not. */
  private static boolean isPossible(VerbGroup group) {
    boolean couldNot =
        group.modality().contains(Modality.ABILITY)
            && group.modality().contains(Modality.POSSIBILITY)
            && group.negated();
    return group.modality().contains(Modality.POSSIBILITY) && !couldNot;
  }

  private static boolean fears(List<Token> tokens, Clause above) {
    for (int i = above.firstToken(); i < above.endToken(); i++) {
      Token token = tokens.get(i);
      if (EnglishWords.FEARING.contains(token.lemma())
          || EnglishWords.FEARING.contains(token.folded())) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(List<Token> tokens, int start, int end, String word) {
    for (int i = start; i < end; i++) {
      if (tokens.get(i).is(word)) {
        return true;
      }
    }
    return false;
  }

  private static Time time(VerbGroup group, @Nullable Clause governor) {
    boolean tenseless = group.kind() != Kind.FINITE && !group.passive();
    return tenseless && governor != null && group.tense() == Time.PRESENT
        ? governor.time()
        : group.tense();
  }

  private static Source source(
      VerbGroup group, Person subject, Link link, @Nullable Clause above, boolean question) {
    boolean hangs = link == Link.COMPLEMENT || link == Link.OPEN_COMPLEMENT;
    if (above != null) {
      boolean inherits =
          link != Link.ROOT
              && (above.source() == Source.REPORTED
                  || above.source() == Source.SELF_TALK
                  || (above.source() == Source.QUESTION && hangs))
              && (hangs
                  || link == Link.RELATIVE
                  || link == Link.ADVERBIAL
                  || subject == above.subject());
      if (inherits) {
        return above.source();
      }
      if (link == Link.COMPLEMENT && speaks(above)) {
        if (above.subject() == Person.SELF || above.subject() == Person.WE) {
          return ownSpeech(above);
        }
        return above.subject() == Person.OTHER ? Source.REPORTED : Source.OWN;
      }
    }
    boolean asks =
        question
            && (group.invertedSubject() >= 0 || subject == Person.LISTENER)
            && subject != Person.SELF;
    return asks ? Source.QUESTION : Source.OWN;
  }

  private static boolean speaks(Clause above) {
    return EnglishWords.SAYING.contains(above.verbLemma())
        || above.verbLemma().equals(EnglishWords.BE_LIKE);
  }

  private static Source ownSpeech(Clause above) {
    boolean thought = Set.of("think", "believe", "reckon").contains(above.verbLemma());
    if (above.objectPerson() == Person.SELF) {
      return Source.SELF_TALK;
    }
    return thought ? Source.OWN : Source.OWN_PAST_SPEECH;
  }

  private static Certainty certainty(
      List<Token> tokens, int start, int end, @Nullable Clause governor) {
    boolean hedged =
        governor != null
            && (Set.of("guess", "suppose", "think", "seem").contains(governor.verbLemma())
                && governor.isSelf());
    for (int i = start; i < end && !hedged; i++) {
      Token token = tokens.get(i);
      hedged =
          EnglishWords.HEDGES.contains(token.folded())
              || ((token.is("kind") || token.is("sort"))
                  && i + 1 < end
                  && tokens.get(i + 1).is("of"));
    }
    return hedged ? Certainty.HEDGED : Certainty.PLAIN;
  }
}
