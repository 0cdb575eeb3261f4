/**
 * Studies: people coding released sessions, blind to each other, and what can be said of it.
 *
 * <p>A {@link org.throughline.research.Study} is the fold of its {@link
 * org.throughline.research.StudyEvent}s and of nothing else; no event is ever changed, a coding
 * that was a mistake is removed by another event. Its corpus is chosen by {@link
 * org.throughline.research.Criteria} over what the release gate lets through, and pinned: session
 * by session with the hash of its released text, so that a later release cannot slide under codings
 * that were made on an earlier one.
 *
 * <pre>
 * created → codes set → corpus pinned → assigned → coded … finished → settled → frozen
 * </pre>
 *
 * <p><em>Blind.</em> A coder is handed {@link org.throughline.research.Task}s: turns, in an order
 * shuffled for that coder, without the client, the day or the place in the treatment. Nobody sees
 * another's codings of a session before all its coders have finished it; then {@link
 * org.throughline.research.Adjudication} lays them side by side. A trainee sees the expert's key of
 * a session after finishing it ({@link org.throughline.research.Training}).
 *
 * <p><em>Consent is asked each time.</em> {@link org.throughline.research.Corpus} compares what is
 * pinned with what is released at this moment. A client who withdrew is gone from an open study
 * with the next look, codings and memos included; a frozen study says how many sessions it has
 * lost.
 *
 * <p>{@link org.throughline.research.Themes} counts: codes with codes, codes by case with
 * denominators, the saturation curve, quotes, tables.
 */
@NullMarked
package org.throughline.research;

import org.jspecify.annotations.NullMarked;
