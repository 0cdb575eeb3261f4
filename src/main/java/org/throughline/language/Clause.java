package org.throughline.language;

import java.util.Set;
import org.throughline.transcript.Span;

/**
 * A finite clause (or an infinitive or participle clause that hangs on one) and what its grammar
 * says of the words in it.
 *
 * <p>Source of the attributes: the coding rules that hold for every code (docs: constructs). All
 * token numbers count within the turn; −1 where there is no such token.
 *
 * @param index place among the turn's clauses
 * @param firstToken first token, inclusive
 * @param endToken last token, exclusive
 * @param span the clause's words in the turn's text
 * @param subject who the clause is about
 * @param subjectToken the head of the subject
 * @param verbToken the main verb, or the copula's complement's verb "be"
 * @param verbLemma its lemma, with a particle where there is one ("end up"); "" in a verbless
 *     clause
 * @param form how the verb stands in it: with a tense, as an infinitive, as a participle …
 * @param voice active or passive (get-passives included)
 * @param objectPerson whom the verb's object is
 * @param modality the modal meanings that apply, in no order
 * @param polarity negated when a negator governs the verb
 * @param reality whether it is said to have happened
 * @param time when
 * @param source whose words these are
 * @param certainty hedged when "maybe", "I guess", "kind of" stands in it
 * @param governor the clause this one is the complement or adjunct of, or −1
 * @param link how it hangs on the governor
 * @param connective the word that introduces it ("because", "if", "but"), or ""
 */
public record Clause(
    int index,
    int firstToken,
    int endToken,
    Span span,
    Person subject,
    int subjectToken,
    int verbToken,
    String verbLemma,
    Form form,
    Voice voice,
    Person objectPerson,
    Set<Modality> modality,
    Polarity polarity,
    Reality reality,
    Time time,
    Source source,
    Certainty certainty,
    int governor,
    Link link,
    String connective) {

  public Clause {
    modality = Set.copyOf(modality);
  }

  public enum Person {
    SELF,
    WE,
    /** "You just freeze": the speaker at a distance, or everybody. */
    GENERIC_YOU,
    /** "You" that means the listener. */
    LISTENER,
    OTHER,
    /** It, this, that, things. */
    THING,
    NOBODY,
    NONE
  }

  public enum Form {
    /** "I went", "he was asked". */
    FINITE,
    /** "To go". */
    INFINITIVE,
    /** "Going". */
    GERUND,
    /** A base form or participle alone: "let go", "gone". */
    BARE,
    VERBLESS
  }

  public enum Voice {
    ACTIVE,
    PASSIVE
  }

  public enum Modality {
    ABILITY,
    OBLIGATION,
    INTENTION,
    DESIRE,
    POSSIBILITY,
    PERMISSION,
    HABIT
  }

  public enum Polarity {
    AFFIRMED,
    NEGATED
  }

  public enum Reality {
    ACTUAL,
    HYPOTHETICAL,
    DESIRED,
    FEARED,
    COUNTERFACTUAL
  }

  public enum Time {
    PAST,
    PRESENT,
    FUTURE
  }

  public enum Source {
    OWN,
    /** What somebody else said or thinks. */
    REPORTED,
    /** What the speaker said back then: an act, not a present claim. */
    OWN_PAST_SPEECH,
    SELF_TALK,
    QUESTION
  }

  public enum Certainty {
    PLAIN,
    HEDGED
  }

  public enum Link {
    ROOT,
    COORDINATED,
    COMPLEMENT,
    /** "want to go", "tried to say", "made me feel". */
    OPEN_COMPLEMENT,
    RELATIVE,
    ADVERBIAL
  }

  public boolean isNegated() {
    return polarity == Polarity.NEGATED;
  }

  public boolean isSelf() {
    return subject == Person.SELF || subject == Person.WE;
  }

  /** The verb is the client's word and stays out. */
  @Override
  public String toString() {
    return "Clause[" + index + ", " + span + ", " + form + ", " + subject + "]";
  }
}
