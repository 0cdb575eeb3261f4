package org.throughline.codebook;

/**
 * A cue as a code carries it: named, so that a coding can say which one fired.
 *
 * @param id unique within its code
 * @param confidence 0 to 1: how sure a trained reader would be on seeing only this
 * @param line in the codebook file
 */
public record Suggestion(String id, Cue cue, double confidence, int line) {}
