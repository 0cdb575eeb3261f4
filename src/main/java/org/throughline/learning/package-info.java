/**
 * A coder that learns from people's decisions and suggests what no cue finds.
 *
 * <p>A {@link org.throughline.learning.Lesson} is a sentence of a client of which somebody said
 * that a code applies or does not, or one that nobody marked. Words become {@link
 * org.throughline.learning.Features}: lemmas of the sentence and what its clauses say of subject,
 * polarity, time. {@link org.throughline.learning.LearnedCoder} is a maximum entropy model over
 * them (OpenNLP), one for each code; the same lessons by the same {@link
 * org.throughline.learning.Recipe} give the same model.
 *
 * <p>The figures that matter come from clients the model has never seen: {@link
 * org.throughline.learning.ModelCard} holds precision and recall of folds that no client straddles,
 * with intervals that draw whole clients, how many lessons and clients they rest on, the share that
 * always saying yes would get right, and how often the model would speak up where nobody has marked
 * anything.
 *
 * <p>Nobody is asked to believe a model: it is off until a person has read its card and switched
 * that version on, what it codes carries {@link org.throughline.coding.Rater.Model}, never a
 * person's name nor a cue's, and it counts in no figure before a person has confirmed it.
 *
 * <pre>{@code
 * ModelCard.Outcome outcome = ModelCard.measure("emotion.fear", lessons, Recipe.OURS);
 * LearnedCoder coder = LearnedCoder.learn("emotion.fear", lessons);
 * coder.suggest(turn, Recipe.OURS.threshold());   // sentences, with how sure
 * }</pre>
 *
 * <p>Lessons are clients' words, and a model keeps single lemmas of them. It may be learned only
 * from clients who agreed to {@code model_training}; whoever gathers lessons sees to that, and
 * {@code record} keeps models sealed and destroys them when such a client withdraws.
 */
@NullMarked
package org.throughline.learning;

import org.jspecify.annotations.NullMarked;
