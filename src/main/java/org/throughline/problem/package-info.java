/**
 * The client's problems, and how far each of them has been taken in: the assimilation model, stage
 * 0 (warded off) to 7 (integrated). Stiles, W. B. (2002). Assimilation of problematic experiences.
 * In J. C. Norcross (Ed.), Psychotherapy Relationships that Work, 357–365; setbacks after Caro
 * Gabalda and Stiles (2013).
 *
 * <p>Stages belong to one problem, never to a client. Somebody names the problem in the client's
 * words; passages are linked to it by people (the program only offers candidates); the program
 * suggests a stage where a passage holds a cue, and a person confirms one. {@link
 * org.throughline.problem.Strip} shows confirmed passages solid and suggested ones hollow, a median
 * per session of the confirmed alone, and setbacks between neighbouring passages, for which a
 * person may choose a reason. A sawtooth is the expected shape.
 *
 * <p>That a stage was reached is said only after two confirmed passages in two sessions. Nothing is
 * smoothed, averaged or compared between clients.
 */
@NullMarked
package org.throughline.problem;

import org.jspecify.annotations.NullMarked;
