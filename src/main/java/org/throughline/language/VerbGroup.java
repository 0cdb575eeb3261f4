package org.throughline.language;

import java.util.Set;
import org.throughline.language.Clause.Modality;
import org.throughline.language.Clause.Time;

/**
 * A chain of auxiliaries and the verb they serve: "could n't have been", "had to stop", "was gonna
 * tell", "ended up". Token numbers count within the turn.
 *
 * @param first first token of the chain
 * @param head the main verb
 * @param last last token that belongs to it (a particle or a negator may follow the head)
 * @param lemma of the main verb, with its particle
 * @param kind how it stands in the sentence
 * @param tense when it places what it says
 * @param perfectModal "could have", "should have": the counterfactual shape
 * @param invertedSubject the subject inside a question's chain, or −1
 */
record VerbGroup(
    int first,
    int head,
    int last,
    String lemma,
    Kind kind,
    boolean passive,
    boolean negated,
    Set<Modality> modality,
    Time tense,
    boolean perfectModal,
    int invertedSubject) {

  enum Kind {
    FINITE,
    INFINITIVE,
    GERUND,
    /** A base form without a subject: "let go", "look". */
    BARE
  }

  @Override
  public String toString() {
    return "VerbGroup[" + first + ", " + last + ", " + kind + "]";
  }
}
