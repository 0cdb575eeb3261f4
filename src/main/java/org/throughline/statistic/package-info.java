/**
 * Counts and numbers, and how sure they are. Knows nothing of clients, codes or text.
 *
 * <p>A {@link org.throughline.statistic.Tally} keeps what was counted and out of how many; rates
 * are derived from it and never stored instead of it, because tallies add up and percentages do
 * not. An {@link org.throughline.statistic.Interval} says how far the true figure may lie from the
 * counted one.
 *
 * <p>Each method here carries the name of its paper, and a test class named after that paper holds
 * the paper's worked example:
 *
 * <ul>
 *   <li>{@link org.throughline.statistic.Wilson}: a proportion (Wilson 1927)
 *   <li>{@link org.throughline.statistic.Byar}: a rate whose count may exceed its units (Breslow
 *       and Day 1987)
 *   <li>{@link org.throughline.statistic.Bootstrap}: either of them when the units come in turns
 *       (Efron 1979; Davison and Hinkley 1997)
 *   <li>{@link org.throughline.statistic.Rarefaction}: how many kinds in an equal amount of text
 *       (Hurlbert 1971)
 *   <li>{@link org.throughline.statistic.TheilSen}: a slope (Theil 1950, Sen 1968)
 *   <li>{@link org.throughline.statistic.MannKendall}: whether there is a trend at all (Mann 1945,
 *       Kendall 1975), exact, ties included
 *   <li>{@link org.throughline.statistic.Holm}: several questions put to the same data (Holm 1979)
 * </ul>
 *
 * <p>Everything is a pure function; what is random takes a seed and gives the same answer each
 * time. No method answers NaN: a question that cannot be answered is misuse here, and the caller,
 * who knows the minimum amount of text, does not ask it.
 */
@NullMarked
package org.throughline.statistic;

import org.jspecify.annotations.NullMarked;
