/**
 * The way in. {@link org.throughline.Main} calls constructors and hands over to the commands;
 * everything it joins lives in the packages beside it, each a room that the words pass through:
 *
 * <pre>
 * transcript ─► language ─► coding ─► record ─► quote
 *                              ▲          └──► trajectory ─► report
 *                          codebook
 * </pre>
 *
 * <p>{@code desk} does what the doors ask for, once, so that the command line ({@code cli}) and the
 * REST API ({@code web}) cannot give two answers to one question.
 */
@NullMarked
package org.throughline;

import org.jspecify.annotations.NullMarked;
