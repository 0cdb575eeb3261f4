/**
 * What one meeting amounts to: codings go in, counts come out, and rates are derived from them.
 *
 * <p>A {@link org.throughline.indicator.SessionInput} is one session, check-in or written review
 * with its codings and what people decided about them. {@link
 * org.throughline.indicator.Indicators#of(SessionInput)} settles the decisions (a rejected coding
 * is gone, a changed one replaced), keeps the codings that say something about the client now, and
 * counts them turn by turn. The result holds no client text, so a cohort of thousands can be read
 * without opening one transcript.
 *
 * <p>{@link org.throughline.indicator.Indicator} is the closed list of what is computed. Each one
 * names its unit, the least text under which its value may be shown and under which it may enter a
 * trend, and which codes speak for and against a rise. None of them says that a client does better
 * or worse: more words for bad feelings go with distress in one study and with healing in another.
 *
 * <p>Sources: emotion range after Vine et al. 2020 and Hurlbert 1971; clause-level agency after the
 * five-step scale of the codebook; coherence markers after Reese et al. 2011 (markers, never a
 * level); change talk as a proportion after Magill et al. 2018.
 *
 * <p>It does not look over time: that is {@code trajectory}.
 */
@NullMarked
package org.throughline.indicator;

import org.jspecify.annotations.NullMarked;
