package org.throughline.record;

/**
 * Turns in a row of one entry.
 *
 * @param from index of the first
 * @param to index after the last
 */
public record Stretch(String entry, int from, int to) {}
