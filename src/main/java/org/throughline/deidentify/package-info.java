/**
 * Takes out of a text what tells who the client is.
 *
 * <p>What comes out at the far end is a {@link org.throughline.deidentify.ReleasedSession}: turns
 * with a role and a text in which every identifier was replaced, under surrogate ids and a day
 * number instead of a date.
 */
@NullMarked
package org.throughline.deidentify;

import org.jspecify.annotations.NullMarked;
