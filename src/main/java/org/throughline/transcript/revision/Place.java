package org.throughline.transcript.revision;

import org.throughline.transcript.Span;

/**
 * A marked place in a transcript.
 *
 * @param turn the turn, from 0
 * @param span the words in its text, in UTF-16 units, half-open
 */
public record Place(int turn, Span span) {}
