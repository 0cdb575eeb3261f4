package org.throughline.problem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughline.measure.Words;

/**
 * A passage about a problem: one dot of its strip.
 *
 * @param suggested the stage of the most advanced cue in it, null where there is none: hollow
 * @param confirmed the stage a person gave it, null where nobody has: solid
 */
public record Passage(
    Place place,
    int number,
    LocalDate date,
    Words quote,
    @Nullable Integer suggested,
    @Nullable Double confirmed) {}
