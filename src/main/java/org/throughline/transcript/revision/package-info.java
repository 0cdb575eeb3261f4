/**
 * When the same session comes again, or a word was misheard: what happens to places already marked.
 *
 * <p>Stored text is never edited. A {@link org.throughline.transcript.revision.Correction} lies
 * over it: {@link org.throughline.transcript.revision.Overlay} shows the corrected words and says
 * for every marked {@link org.throughline.transcript.revision.Place} where it is now, or that it is
 * lost because the very words it marked were corrected away. {@link
 * org.throughline.transcript.revision.History} lays one {@link
 * org.throughline.transcript.revision.Revision} after another over the stored text, swapped
 * speakers among them, and follows a place through all that came after it was marked.
 *
 * <p>An upload may be a session that is already there: the same file, the same words in another
 * format, a new export with two more lines. {@link org.throughline.transcript.revision.Fingerprint}
 * compares what was said and nothing else, and {@link
 * org.throughline.transcript.revision.Replacement} carries marked places from the old text to the
 * new. Nothing here decides; the caller offers to replace or to keep both.
 *
 * <pre>{@code
 * Resemblance r = Fingerprint.of(old).resemblance(Fingerprint.of(fresh));
 * if (r.kind() != Resemblance.Kind.DIFFERENT) {
 *   Anchor anchor = Replacement.of(old, fresh).anchor(place);   // Held or Lost
 * }
 * }</pre>
 */
@NullMarked
package org.throughline.transcript.revision;

import org.jspecify.annotations.NullMarked;
