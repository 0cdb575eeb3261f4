/**
 * The first room: a file comes in, turns go out.
 *
 * <p>A {@link org.throughline.transcript.Transcript} is a list of {@link
 * org.throughline.transcript.Turn}s, each one speaker's uninterrupted words exactly as the source
 * wrote them. {@link org.throughline.transcript.Span}s point into one turn's text; they count
 * UTF-16 units and exclude their end, everywhere in this project.
 *
 * <p>How a file becomes turns is told in the packages below: {@code source} opens it, {@code
 * reader} knows the dialects, {@code report} says what was read and what was left out, {@code
 * checkin} reads short texts between sessions, {@code revision} recognises a session that comes
 * again and carries marked places over.
 *
 * <p>This package knows nothing of language, codes or clients.
 */
@NullMarked
package org.throughline.transcript;

import org.jspecify.annotations.NullMarked;
