/**
 * Code books and coded texts to and from other programs for qualitative analysis, in REFI-QDA 1.0
 * ({@code .qdc}, {@code .qdpx}).
 *
 * <p><em>Strict out.</em> {@link org.throughline.exchange.QdaFile} writes one dialect: valid
 * against the schema, LF, no byte order mark, positions in code points with the end exclusive, the
 * quote as the selection's name. GUIDs are made from our own ids ({@link
 * org.throughline.exchange.Guids}), so that a code is the same code in the next export. What the
 * standard has no place for goes into a {@link org.throughline.exchange.SideFile}, and what goes
 * nowhere is listed as a {@link org.throughline.exchange.Loss}.
 *
 * <p><em>Lenient in.</em> {@link org.throughline.exchange.QdaReader} takes files that no schema
 * would: code books without GUIDs, empty sets, folders in capitals. It does not believe positions.
 * Programs count code points, UTF-16 units or bytes, a line end as one or two, the byte order mark
 * or not; so every {@link org.throughline.exchange.Reading} is put to the test against the words
 * that selections quote, and the one under which most quotes agree is taken for the whole file. A
 * selection that still disagrees is not moved to where it might belong: it is {@link
 * org.throughline.exchange.Quarantined}, with both texts side by side, for a person to decide.
 *
 * <pre>{@code
 * Imported imported = QdaReader.read(Files.readAllBytes(file));
 * imported.reading().inWords();      // "utf 16, CR LF counted as one, end exclusive"
 * imported.quarantine();             // what was not taken over
 * QdaFile again = QdaFile.project(imported.project(), imported.side());
 * }</pre>
 *
 * <p>Unsafe files are refused whole: a document type, an entity, a path that leads out of the
 * archive, far too much unpacked (the readers of {@code transcript.source} see to that). Pictures,
 * PDF, recordings, links and graphs are left behind and listed.
 */
@NullMarked
package org.throughline.exchange;

import org.jspecify.annotations.NullMarked;
