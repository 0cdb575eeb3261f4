package org.throughline.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log. No words of anyone: ids, counts and hashes only.
 *
 * @param number from 1, without gaps
 * @param action what was done, "session.read"
 * @param client id, where one client is concerned
 * @param object id of the thing
 * @param detail more of it: a query's hash, ids of results, a count
 */
public record AuditEvent(
    long number,
    Instant at,
    Actor by,
    String action,
    @Nullable String client,
    @Nullable String object,
    String detail) {}
