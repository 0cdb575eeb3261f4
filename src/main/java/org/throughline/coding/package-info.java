/**
 * The third room: an analysed turn and the codebooks go in, codings come out.
 *
 * <p>A {@link org.throughline.coding.Coding} is a claim with an author: this code, on these words,
 * by this rater, for this reason. Machine codings are suggestions; people confirm, reject or change
 * them, and nothing is ever overwritten.
 */
@NullMarked
package org.throughline.coding;

import org.jspecify.annotations.NullMarked;
