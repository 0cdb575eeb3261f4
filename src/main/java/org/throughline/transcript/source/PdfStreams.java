package org.throughline.transcript.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Measures what a PDF unpacks to before anything is unpacked for good.
 *
 * <p>PDFBox unpacks streams into memory without a limit. The streams of a PDF lie one after another
 * in the file, so each is found by its keyword, inflated in passing to its own end and counted,
 * both what goes in and what comes out. What cannot be counted in this way (encrypted, packed
 * twice, packed by a method named elsewhere or in disguise, or by LZW) is refused.
 */
final class PdfStreams {

  private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
  private static final Pattern FLATE = Pattern.compile("/(?:FlateDecode|Fl)\\b");
  private static final Pattern UNCOUNTED =
      Pattern.compile(
          "/(?:LZWDecode|LZW|RunLengthDecode|RL|Crypt)\\b|/Filter\\s+\\d+\\s+\\d+\\s+R");

  /** A name with a letter written as its number, which may be any name. */
  private static final Pattern DISGUISED =
      Pattern.compile("/[^\\s/<>()\\[\\]{}%#]*#[0-9A-Fa-f]{2}");

  private static final Pattern ENCRYPTED =
      Pattern.compile(
          "/(?:E|#45)(?:n|#6[eE])(?:c|#63)(?:r|#72)(?:y|#79)(?:p|#70)(?:t|#74)[\\s/<(\\[]");
  private static final Pattern ASCII_85 = Pattern.compile("/(?:ASCII85Decode|A85)\\b");
  private static final Pattern HEX = Pattern.compile("/(?:ASCIIHexDecode|AHx)\\b");

  /** Characters of the dictionary before a stream; shorter in every honest file. */
  private static final int DICTIONARY = 1 << 14;

  /** Streams of a file: a page of a transcript needs a handful. */
  private static final int STREAMS = 10 * Limits.PDF_PAGES;

  private static final String FIX =
      "Save the transcript as DOCX or TXT from the program that made it.";

  private final byte[] bytes;
  private final String file;

  /** Bytes that went into and came out of all unpacking so far. */
  private long total;

  private PdfStreams(byte[] bytes) {
    this.bytes = bytes;
    // Latin-1 keeps one character for each byte.
    this.file = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static void check(byte[] bytes) throws UnreadableException {
    new PdfStreams(bytes).check();
  }

  private void check() throws UnreadableException {
    Matcher streams = STREAM.matcher(file);
    if (ENCRYPTED.matcher(file).find()) {
      throw new UnreadableException("the PDF is protected by a password", FIX);
    }
    int count = 0;
    int at = 0;
    while (streams.find(at)) {
      at = streams.end();
      boolean ends = streams.start() >= 3 && file.startsWith("end", streams.start() - 3);
      if (ends) {
        continue;
      }
      count++;
      String dictionary = dictionary(streams.start());
      refuse(
          count > STREAMS
              || UNCOUNTED.matcher(dictionary).find()
              || DISGUISED.matcher(dictionary).find()
              || FLATE.matcher(dictionary).results().count() > 1);
      if (FLATE.matcher(dictionary).find()) {
        unpack(at, dictionary);
      }
    }
  }

  private String dictionary(int end) throws UnreadableException {
    int from = Math.max(0, end - DICTIONARY);
    int object = file.substring(from, end).lastIndexOf("obj");
    refuse(object < 0);
    return file.substring(from + object, end);
  }

  private static void refuse(boolean when) throws UnreadableException {
    if (when) {
      throw new UnreadableException("the PDF is packed in a way that no transcript needs", FIX);
    }
  }

  private void unpack(int at, String dictionary) throws UnreadableException {
    Inflater inflater = new Inflater();
    byte[] buffer = new byte[1 << 16];
    try (InflaterInputStream in =
        new InflaterInputStream(packed(at, dictionary), inflater, 1 << 13)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        count(n);
      }
    } catch (IOException e) {
      // Damaged: what is readable of it was counted, and PDFBox will read no more than that.
    } finally {
      total += inflater.getBytesRead();
      inflater.end();
    }
    count(0);
  }

  private void count(long more) throws UnreadableException {
    total += more;
    refuse(total >= Limits.PDF_BYTES);
  }

  /** The stream's bytes; some programs write them as letters, with a mark for the end. */
  private InputStream packed(int at, String dictionary) throws IOException, UnreadableException {
    boolean base85 = ASCII_85.matcher(dictionary).find();
    if (!base85 && !HEX.matcher(dictionary).find()) {
      return new ByteArrayInputStream(bytes, at, bytes.length - at);
    }
    int end = file.indexOf(base85 ? "~>" : ">", at);
    refuse(end < 0);
    count(end - at);
    COSName letters = base85 ? COSName.ASCII85_DECODE : COSName.ASCII_HEX_DECODE;
    var raw = new ByteArrayInputStream(bytes, at, end + 2 - at);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FilterFactory.INSTANCE.getFilter(letters).decode(raw, out, new COSDictionary(), 0);
    return new ByteArrayInputStream(out.toByteArray());
  }
}
