/**
 * The second room: a turn's text goes in, tokens, sentences and clauses come out.
 *
 * <p>{@link org.throughline.language.Analyzer} is the one interface. Its English implementation
 * lets OpenNLP find sentences, tokens and parts of speech, CoreNLP's morphology the lemmas, and our
 * own {@code Clauses} the finite clauses with the attributes that decide what a word in them is
 * worth: whose clause it is, whether it is negated, wished for, feared, reported or asked, and when
 * it happens. CoreNLP's dependency parser runs only for a sentence in which somebody asks for it.
 *
 * <p>Vendor types stop here: nothing of OpenNLP or CoreNLP appears in a public signature.
 */
@NullMarked
package org.throughline.language;

import org.jspecify.annotations.NullMarked;
