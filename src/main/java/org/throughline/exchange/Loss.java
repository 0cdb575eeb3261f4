package org.throughline.exchange;

/**
 * Something that does not go over.
 *
 * @param what of which kind, in the plural: "pictures", "codings of pictures"
 * @param count how many
 * @param because why, and where it is kept instead if anywhere
 */
public record Loss(String what, int count, String because) {}
