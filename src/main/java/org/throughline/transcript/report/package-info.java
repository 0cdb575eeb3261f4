/**
 * What came of an upload, told so that a clinician can check it.
 *
 * <p>Every upload ends in one of three {@link org.throughline.transcript.report.ImportResult}s:
 * <em>imported</em>, <em>needs mapping</em> (the words came in, but somebody has to say who is who,
 * or which encoding or date order is right), or <em>refused</em> with the reason and what to do.
 *
 * <p>The {@link org.throughline.transcript.report.ImportReport} says which layout was recognised
 * and why, how the characters were decoded, which speakers are guesses, what was left out, and ends
 * with a sum: every character of the input was kept as speech, used as structure (labels, times,
 * blank lines), or listed as dropped with its reason. {@link
 * org.throughline.transcript.report.Conservation} is that sum.
 *
 * <p>{@link org.throughline.transcript.report.ImportJson} is the same result as programs read it.
 * Reports quote what was dropped, because "three lines were dropped" cannot be checked; therefore
 * nothing here prints its content by itself.
 */
@NullMarked
package org.throughline.transcript.report;

import org.jspecify.annotations.NullMarked;
