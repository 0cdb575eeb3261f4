/**
 * The front desk: whatever a door may ask for is done here, once.
 *
 * <p>The command line and the REST API are two doors to the same practice. Both talk to {@link
 * org.throughline.desk.Desk}, so that an upload goes the same way and a trajectory has the same
 * figures whichever door it came through. The desk joins the rooms and adds nothing of its own:
 *
 * <pre>
 * receive  bytes ─ transcript ─► turns ─ coding ─► codings ─ record ─► kept ─ outbox ─► quote
 * revise   a correction, or who spoke ─► coded anew ─► people's codings follow their words
 * course   record ─► indicator ─► trajectory, with the casework beside it
 * search   quote, with the words fetched from record
 * release  record ─► deidentify ─► reviewed by a person ─► research, with an index of its own
 * </pre>
 *
 * <p>{@code Desk} hands out one class for each kind of request: {@code Receiving} and {@link
 * org.throughline.desk.Revising} for texts, {@link org.throughline.desk.Casework} for measures,
 * problems, claims and reports about many, {@link org.throughline.desk.Quoting} with {@code
 * Likening}, {@code Marking}, {@code SavedSearches} and {@code Exporting} for quotes, {@code
 * CodebookShelf} with {@link org.throughline.desk.EditedCodebooks} for codebooks, {@link
 * org.throughline.desk.Learning} for coders learned from people's decisions, {@link
 * org.throughline.desk.LocalFigures} for how codes fare in this practice, {@code Custody} for
 * originals, exports and erasure, {@link org.throughline.desk.Releasing}, {@link
 * org.throughline.desk.ReleasedQuotes}, {@link org.throughline.desk.Studying} and {@link
 * org.throughline.desk.Exchanging} for research. {@link org.throughline.desk.Engine} is the part
 * without a memory: analyser, codebooks, coder. {@link org.throughline.desk.Indexing} follows the
 * store's outbox and can rebuild the index from nothing. What is shown to people and programs is in
 * {@code desk.view}.
 *
 * <p>Consent is asked for at the moment of each act: without {@code treatment_analysis} a client's
 * words are neither taken in nor shown.
 */
@NullMarked
package org.throughline.desk;

import org.jspecify.annotations.NullMarked;
