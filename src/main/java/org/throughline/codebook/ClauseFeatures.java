package org.throughline.codebook;

import java.util.List;
import java.util.Set;

/**
 * What a clause must be like. An empty set asks nothing. Words are lower-case ids of the clause's
 * attributes (docs: the cue language), verbs are lemmas with their particle.
 *
 * @param subject self, we, generic_you, listener, other, thing, nobody, none
 * @param subjectWords lemmas of the subject's head
 * @param verb lemmas one of which the clause's verb must be
 * @param notVerb lemmas it must not be
 * @param complement lemmas: a clause that hangs on this one as its infinitive or gerund has one
 * @param governor lemmas: the clause this one hangs on has one
 * @param notGovernor lemmas it must not have
 * @param object whom the verb's object must be
 * @param form finite, infinitive, gerund, bare, verbless
 * @param voice active, passive
 * @param polarity affirmed, negated
 * @param reality actual, hypothetical, desired, feared, counterfactual
 * @param time past, present, future
 * @param source own, reported, own_past_speech, self_talk, question
 * @param modality one of these must apply
 * @param notModality none of these may apply
 * @param link root, coordinated, complement, open_complement, relative, adverbial
 * @param connective words that introduce it
 * @param notConnective words that must not introduce it
 * @param has phrases one of which stands in the clause
 * @param lacks phrases none of which stands in it
 */
public record ClauseFeatures(
    Set<String> subject,
    Set<String> subjectWords,
    Set<String> verb,
    Set<String> notVerb,
    Set<String> complement,
    Set<String> governor,
    Set<String> notGovernor,
    Set<String> object,
    Set<String> form,
    Set<String> voice,
    Set<String> polarity,
    Set<String> reality,
    Set<String> time,
    Set<String> source,
    Set<String> modality,
    Set<String> notModality,
    Set<String> link,
    Set<String> connective,
    Set<String> notConnective,
    List<WordPattern> has,
    List<WordPattern> lacks) {}
