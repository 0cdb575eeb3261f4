/**
 * Short texts between sessions, read from tables: one row a text, with client, date, kind, prompt.
 *
 * <p>{@link org.throughline.transcript.checkin.CheckInFile} reads CSV (comma, semicolon or tab,
 * with or without a byte order mark, UTF-16 too) and XLSX. Columns are found by their headings or,
 * where these say nothing, by what stands in them. Two things are asked rather than guessed: which
 * column is which, if neither tells, and whether 03/04/2026 is in March or in April, unless another
 * date of the same file decides it. The texts come in all the same, without a date.
 */
@NullMarked
package org.throughline.transcript.checkin;

import org.jspecify.annotations.NullMarked;
