/**
 * From bytes to characters that can be pointed at.
 *
 * <p>Whatever an upload is packed in, a reader sees one {@link
 * org.throughline.transcript.source.Source}: a text in which every character has a place. Text
 * files, DOCX, ODT, RTF and PDF become {@link org.throughline.transcript.source.Lines}; JSON and
 * XML become a {@link org.throughline.transcript.source.Tree} whose values lie one after another in
 * such a text. What a container holds beside its flow (headers, deleted tracked changes, comments)
 * never enters that text: it is set aside here, with its reason, so that no reader can mistake it
 * for speech.
 *
 * <p>This is also where hostile files stop. {@link org.throughline.transcript.source.SafeZip} opens
 * archives within limits and refuses paths that climb out of them; {@link
 * org.throughline.transcript.source.SafeXml} refuses document types, and with them every external
 * entity; {@code PdfStreams} counts what a PDF unpacks to before it is opened. Whatever cannot be
 * read ends as an {@link org.throughline.transcript.source.UnreadableException} that says what to
 * do and quotes nothing.
 */
@NullMarked
package org.throughline.transcript.source;

import org.jspecify.annotations.NullMarked;
