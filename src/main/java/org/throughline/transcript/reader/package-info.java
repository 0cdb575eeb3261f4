/**
 * The dialects: how each program and each habit writes a transcript down.
 *
 * <p>{@link org.throughline.transcript.reader.TranscriptImporter} is the only door. It opens an
 * upload, asks each {@link org.throughline.transcript.reader.TranscriptReader} in turn whether the
 * content is in its dialect (the file's name is never consulted), lets the first that says yes take
 * it apart, and gives each speaker label a role if one was given before, if the file states it, or
 * if the label is a word like "Therapist". Any other label is a question; no voice becomes the
 * client by default.
 *
 * <p>A reader does not build turns. It walks over the source and tells a {@link
 * org.throughline.transcript.reader.Draft} what each stretch is: a speaker begins, these characters
 * are said, those are structure, that is dropped because … What it forgets to mention is listed as
 * not recognised. The rest is the same for all dialects: remarks such as {@code [inaudible]} leave
 * the speech, pieces of one speaker are joined, and a ledger adds up what became of every
 * character.
 *
 * <p>A new dialect is one class and one line in {@code Dialects}.
 */
@NullMarked
package org.throughline.transcript.reader;

import org.jspecify.annotations.NullMarked;
