package org.throughline.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone is logged in. The secret that the browser holds is kept here as its hash only.
 *
 * @param begun when the person logged in
 * @param seen when they last did something
 * @param proved when they last proved themselves once more, for acts that ask for it
 */
public record Login(
    String hash, String account, Instant begun, Instant seen, @Nullable Instant proved) {}
