/**
 * Paper: what leaves the program for a file, a supervisor, a client or a funder.
 *
 * <p>A report is a pure function from a {@link org.throughline.report.ClientFile} (or, for many
 * clients, from {@link org.throughline.report.CohortMember}s, which hold no text) to one {@link
 * org.throughline.report.Document}: a tree of headings, paragraphs, lists and tables. {@link
 * org.throughline.report.Markdown}, {@link org.throughline.report.Html} and {@link
 * org.throughline.report.Docx} write the same tree three times.
 *
 * <p>Every number is a {@link org.throughline.report.Figure}: it knows how it was computed and
 * which quotes it rests on, and prints them behind it as session.turn. The {@link
 * org.throughline.report.Manifest} of a report lists all of them with hashes of the words; {@link
 * org.throughline.report.Verification} recomputes the report from the record and says where it no
 * longer holds.
 *
 * <p>What is refused: a funder's part without dated records; a cell of fewer than ten people, or
 * one that a subtraction would reveal ({@link org.throughline.report.Suppression}); a claim the
 * client disputes among the positive ones. What is never said: a diagnosis, a risk, a cause, a
 * stage that nobody confirmed, or that a client does better because their words changed.
 */
@NullMarked
package org.throughline.report;

import org.jspecify.annotations.NullMarked;
