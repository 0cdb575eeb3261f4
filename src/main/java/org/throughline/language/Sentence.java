package org.throughline.language;

import org.throughline.transcript.Span;

/**
 * A sentence of a turn: its span and its tokens {@code [firstToken, endToken)}.
 *
 * @param question whether it asks
 */
public record Sentence(Span span, int firstToken, int endToken, boolean question) {}
