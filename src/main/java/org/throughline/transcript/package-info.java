/**
 * The first room: a file comes in, turns go out.
 *
 * <p>A {@link org.throughline.transcript.Transcript} is a list of {@link
 * org.throughline.transcript.Turn}s, each one speaker's uninterrupted words exactly as the source
 * wrote them. {@link org.throughline.transcript.Span}s point into one turn's text; they count
 * UTF-16 units and exclude their end, everywhere in this project.
 *
 * <p>This package knows nothing of language, codes or clients.
 */
@NullMarked
package org.throughline.transcript;

import org.jspecify.annotations.NullMarked;
