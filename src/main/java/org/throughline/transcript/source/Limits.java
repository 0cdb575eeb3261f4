package org.throughline.transcript.source;

/**
 * How much of anything an upload may hold.
 *
 * <p>An hour of talk is seven to ten thousand words, 80 to 400 KB as captions. What lies far beyond
 * is a mistake or an attack, and both deserve an answer rather than a full memory.
 */
public final class Limits {

  /** Bytes of one file. */
  public static final int FILE_BYTES = 25 << 20;

  /** Characters of one line of captions. */
  public static final int CAPTION_LINE = 8 << 10;

  /** Characters of one line of other text: a whole turn may stand on one. */
  public static final int LINE = 64 << 10;

  /** Lines of a text, paragraphs of a document, cells of a table: a year of talk has fewer. */
  public static final int LINES = 100_000;

  /** Lines of a caption file, which has four for each cue. */
  public static final int CAPTION_LINES = 1_000_000;

  /** Columns of a table. */
  public static final int COLUMNS = 200;

  /** Cues of a caption file. */
  public static final int CUES = 200_000;

  /** Entries of an archive. */
  public static final int ZIP_ENTRIES = 500;

  /** Unpacked bytes of one entry of an archive. */
  public static final int ZIP_ENTRY_BYTES = 50 << 20;

  /** Unpacked bytes of a whole archive. */
  public static final int ZIP_BYTES = 200 << 20;

  /** Unpacked bytes for each packed one, beyond the first megabyte. */
  public static final int ZIP_RATIO = 100;

  /** Unpacked bytes of all streams of a PDF. */
  public static final int PDF_BYTES = 100 << 20;

  /** Pages of a PDF. */
  public static final int PDF_PAGES = 1_000;

  /** Elements inside elements, or JSON values inside values. */
  public static final int DEPTH = 64;

  /** Elements and attributes, or JSON values. */
  public static final int NODES = 2_000_000;

  private Limits() {}
}
