package org.throughline.transcript.source;

import java.util.List;
import org.throughline.transcript.report.TextEncoding;

/**
 * The characters of an upload, each with its place.
 *
 * <p>Offsets in this package count UTF-16 units of {@link #text()}.
 */
public sealed interface Source permits Lines, Tree {

  /** What the characters came in: {@code text}, {@code docx}, {@code json} … */
  String container();

  /** The flow of text, line ends as LF. */
  String text();

  /** What was set aside before. */
  List<Aside> asides();

  TextEncoding encoding();

  /** How many characters the input had, set-aside ones included, before anything was done. */
  long inputLength();

  /** How many characters outside the text only gave it structure: byte order mark, CR of CRLF. */
  long structureBeside();

  /** The line a place belongs to, counted from 1. */
  int lineAt(int offset);
}
