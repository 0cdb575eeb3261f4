/**
 * Over time: what changed, how sure that is, and what speaks against it.
 *
 * <p>A {@link org.throughline.trajectory.History} (a client's {@code Indicators}, meeting by
 * meeting, and the meetings that did not take place) becomes a {@link
 * org.throughline.trajectory.Trajectory}: one {@link org.throughline.trajectory.Series} for each
 * indicator and each kind of text. Its points are values, or say that there was too little text, or
 * that the meeting was missed; a gap is never a zero and never bridged.
 *
 * <p>Each series ends in a {@link org.throughline.trajectory.Verdict}, a closed set: not enough
 * text, not enough sessions, not comparable, no change distinguishable, tentative, change. Below
 * five points there is no trend to be had from any test (the smallest two-sided p of four is .083);
 * from five to seven a trend is tentative; from eight on it may be called a change, if the slope's
 * interval leaves out 0 and the exact test survives Holm's correction over the whole report. That
 * nothing changed is a finding and is said.
 *
 * <p>{@link org.throughline.trajectory.Evidence} opens a verdict down to the client's words: two
 * panes of the same size, for and against, filled by one stated rule. {@link
 * org.throughline.trajectory.TrajectoryView} is what the command line and the REST interface print.
 *
 * <p>Nothing here claims a diagnosis, a risk, a cause or that a client does better.
 */
@NullMarked
package org.throughline.trajectory;

import org.jspecify.annotations.NullMarked;
