/**
 * The front desk: whatever a door may ask for is done here, once.
 *
 * <p>The command line and the REST API are two doors to the same practice. Both talk to {@link
 * org.throughline.desk.Desk}, so that an upload goes the same way and a trajectory has the same
 * figures whichever door it came through. The desk joins the rooms and adds nothing of its own:
 *
 * <pre>
 * receive  bytes ─ transcript ─► turns ─ coding ─► codings ─ record ─► kept ─ outbox ─► quote
 * course   record ─► indicator ─► trajectory
 * search   quote, with the words fetched from record
 * </pre>
 *
 * <p>{@link org.throughline.desk.Engine} is the part without a memory: analyser, codebooks, coder.
 * {@link org.throughline.desk.Indexing} follows the store's outbox and can rebuild the index from
 * nothing. What is shown to people and programs is in {@code desk.view}.
 *
 * <p>Consent is asked for at the moment of each act: without {@code treatment_analysis} a client's
 * words are neither taken in nor shown.
 */
@NullMarked
package org.throughline.desk;

import org.jspecify.annotations.NullMarked;
