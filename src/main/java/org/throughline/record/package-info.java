/**
 * The fourth room, and the only one that remembers: coded transcripts go in, and whatever was
 * acknowledged comes out again, also after a power cut.
 *
 * <p>A {@link org.throughline.record.Store} holds {@link org.throughline.record.Client}s, their
 * consents as immutable dated {@linkplain org.throughline.record.ConsentVersion versions}, and
 * their entries: {@linkplain org.throughline.record.SessionRecord sessions} and {@linkplain
 * org.throughline.record.CheckInRecord check-ins}, each with its turns, the denominators of its
 * turns and its codings. People's {@linkplain org.throughline.record.Decision decisions} on codings
 * are events beside them; nothing is overwritten, and taking back is one more event. So are {@link
 * org.throughline.record.Notes} (measures, problems, claims) and the revisions of a text; a coding
 * whose words a revision moved is found by following them ({@code CodingRow}).
 *
 * <p>Three rules hold everywhere here. <b>One upload is one transaction</b>: it is there whole or
 * not at all, together with its audit event and its line in the {@link
 * org.throughline.record.Outbox} that tells the index what changed. <b>Words are sealed before they
 * reach the database</b>: each text-carrying column passes through the {@link
 * org.throughline.record.Vault} under a key of that client and purpose, so that destroying four
 * keys erases a client from every copy of the file. <b>Consent is asked at the moment of the
 * act</b>: a transcript of a client without {@code treatment_analysis} is refused here, whoever
 * calls.
 *
 * <p>JDBC stops at this package. It does not decide who may see what (that is {@code access}), and
 * it computes nothing from what it keeps.
 */
@NullMarked
package org.throughline.record;

import org.jspecify.annotations.NullMarked;
