/**
 * Takes out of a text what tells who the client is. Pure functions over values: texts, a card and a
 * key in, spans with surrogates out.
 *
 * <pre>{@code
 * Deidentifier engine = Deidentifier.load();
 * List<Identified> found = engine.identify(texts, card, ClientKey.of(secret, client, "release 1"));
 * String masked = found.getFirst().masked();
 * }</pre>
 *
 * <p>A text becomes a {@code Passage} of folded words. Each {@code Recogniser} looks for one family
 * of identifiers and gives {@code Finding}s, sure or unsure: {@code CardMatcher} for what is known
 * of the client, {@code Contacts}, {@code Numbers}, {@code Dates}, {@code Addresses}, {@code
 * Spelled} for forms, {@code Frames} and {@code Organisations} for turns of phrase, {@code Finders}
 * for the statistical models, {@code NotSafe} for every word that no list calls safe. {@code
 * Settling} unites them and outvotes nobody; {@code Propagation} looks for what was found once in
 * all of the client's texts; {@code Surrogates} says what stands there instead.
 *
 * <p>What is doubtful is not masked but queued for a person. A {@link
 * org.throughline.deidentify.Draft} carries a session through that review. Decisions and given
 * surrogates are handed in again with the next reading: {@code Repeats} asks about what a reviewer
 * marked wherever else it is said, {@code Readings} spares reading unchanged text twice. At the far
 * end is a {@link org.throughline.deidentify.ReleasedSession}, under surrogate ids and with a day
 * number instead of a date.
 *
 * <p>What this package does not do: decide who may read what, and find what ordinary words betray.
 */
@NullMarked
package org.throughline.deidentify;

import org.jspecify.annotations.NullMarked;
