/**
 * What clients and questionnaires say in numbers and in a few words, kept beside the transcript.
 *
 * <p>Everything that is written down for a client is an {@link org.throughline.measure.Entry}: a
 * score, a goal in the client's words, a rating of it, one word for how it goes, an alliance rating
 * with its comment, an event from outside. Entries are dated, added and withdrawn, never edited. A
 * {@link org.throughline.measure.Board} lays a client's entries out by measure and works out what
 * each measure's own paper allows:
 *
 * <ul>
 *   <li>{@link org.throughline.measure.ReliableChange}: Jacobson and Truax 1991
 *   <li>{@link org.throughline.measure.GoalAttainment}: T of Kiresuk and Sherman 1968; the
 *       descriptive form has ordered words and no arithmetic, and the two never mix
 *   <li>{@link org.throughline.measure.Alerts}: from questionnaires only, never from language
 * </ul>
 *
 * <p>Thresholds come from a table that a clinic may edit ({@link
 * org.throughline.measure.Questionnaires}); every row names its population and its source. Of
 * licensed questionnaires only scores are kept; no item wording is shipped.
 *
 * <p>Words of clients travel in {@link org.throughline.measure.Words}, which prints its length and
 * nothing else.
 */
@NullMarked
package org.throughline.measure;

import org.jspecify.annotations.NullMarked;
