/**
 * A coder that learns from people's decisions and suggests what no cue finds.
 *
 * <p>A {@link org.throughline.learning.Lesson} is a stretch of a client's words of which somebody
 * said that a code applies or does not. Words become {@link org.throughline.learning.Features}:
 * lemmas of the sentence and what its clause says of subject, polarity, time. {@link
 * org.throughline.learning.LearnedCoder} is a maximum entropy model over them (OpenNLP), one for
 * each code, and the same lessons give the same model.
 *
 * <p>The figures that matter come from clients the model has never seen: {@link
 * org.throughline.learning.ModelCard} holds precision and recall of folds that no client straddles,
 * how many lessons and clients they rest on, and the share that always saying yes would get right.
 * Nobody is asked to believe a model: it is off until a person has read its card and switched it on
 * for its code ({@link org.throughline.learning.Shelf}), and what it codes carries {@link
 * org.throughline.coding.Rater.Model}, never a person's name nor a cue's.
 *
 * <pre>{@code
 * ModelCard card = ModelCard.of("emotion.fear", lessons, 5, 1);
 * LearnedCoder coder = LearnedCoder.learn("emotion.fear", lessons);
 * coder.suggest(turn, 0.8);   // sentences, with how sure
 * }</pre>
 *
 * <p>Lessons are clients' words. A model keeps single lemmas of them, so it may be learned only
 * from clients who agreed to {@code model_training}; whoever gathers lessons sees to that.
 */
@NullMarked
package org.throughline.learning;

import org.jspecify.annotations.NullMarked;
