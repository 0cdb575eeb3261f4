/**
 * Verbatim quotes: from a question to the exact words, with their place.
 *
 * <p>Each turn of each session is one entry of a Lucene index. Its words stand in a row, and each
 * word carries several layers at its one position: as spoken, its lemma, its part of speech, the
 * codes that lie on it. So a question may mix them:
 *
 * <pre>
 *   code:emotion.shame near/10 (can't OR unable) speaker:client
 *   [lemma="feel"] [pos="ADV"]{0,2} [pos="ADJ"]
 * </pre>
 *
 * <p>{@link org.throughline.quote.QueryParser} reads a question into an {@link
 * org.throughline.quote.Expression}, our own closed tree; {@link org.throughline.quote.QuoteIndex}
 * answers with {@link org.throughline.quote.Hits}. Whom the asker may see is part of the question
 * that reaches Lucene ({@link org.throughline.quote.Visible}), so that no count, group or sample is
 * ever taken from anybody else.
 *
 * <p>The index keeps no text. It knows positions and offsets, and fetches the words from a {@link
 * org.throughline.quote.TurnSource} at the moment of the answer; when a client's text has been
 * erased there is nothing left to show. It can always be thrown away and filled again.
 *
 * <p>Lucene stays in here: no public signature names it.
 */
@NullMarked
package org.throughline.quote;

import org.jspecify.annotations.NullMarked;
