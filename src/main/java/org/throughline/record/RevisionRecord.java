package org.throughline.record;

import java.time.Instant;
import org.throughline.transcript.revision.Revision;

/**
 * Something put right about an entry's text, by whom and when.
 *
 * @param number place among the entry's revisions, from 0
 */
public record RevisionRecord(int number, String account, Instant at, Revision revision) {}
