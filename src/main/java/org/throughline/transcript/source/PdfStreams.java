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
 * in the file, so each is found by its keyword, inflated in passing and counted. What cannot be
 * counted in this way (packed twice, packed by a method named elsewhere, or by LZW) is refused.
 */
final class PdfStreams {

  private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
  private static final Pattern FLATE = Pattern.compile("/(?:FlateDecode|Fl)\\b");
  private static final Pattern UNCOUNTED =
      Pattern.compile(
          "/(?:LZWDecode|LZW|RunLengthDecode|RL|Crypt)\\b|/Filter\\s+\\d+\\s+\\d+\\s+R");
  private static final Pattern ASCII_85 = Pattern.compile("/(?:ASCII85Decode|A85)\\b");
  private static final Pattern HEX = Pattern.compile("/(?:ASCIIHexDecode|AHx)\\b");

  /** Characters of the dictionary before a stream; shorter in every honest file. */
  private static final int DICTIONARY = 1 << 14;

  private static final String FIX =
      "Save the transcript as DOCX or TXT from the program that made it.";

  private PdfStreams() {}

  static void check(byte[] bytes) throws UnreadableException {
    // Latin-1 keeps one character for each byte.
    String file = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher streams = STREAM.matcher(file);
    long total = 0;
    int at = 0;
    while (streams.find(at)) {
      at = streams.end();
      boolean ends = streams.start() >= 3 && file.startsWith("end", streams.start() - 3);
      if (ends) {
        continue;
      }
      String dictionary = dictionary(file, streams.start());
      refuse(
          UNCOUNTED.matcher(dictionary).find() || FLATE.matcher(dictionary).results().count() > 1);
      if (FLATE.matcher(dictionary).find()) {
        total += unpacked(file, bytes, at, dictionary, Limits.PDF_BYTES - total);
        refuse(total >= Limits.PDF_BYTES);
      }
    }
  }

  private static String dictionary(String file, int end) throws UnreadableException {
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

  private static long unpacked(String file, byte[] bytes, int at, String dictionary, long most) {
    Inflater inflater = new Inflater();
    long length = 0;
    byte[] buffer = new byte[1 << 16];
    try (InflaterInputStream in =
        new InflaterInputStream(packed(file, bytes, at, dictionary), inflater, 1 << 13)) {
      for (int n = in.read(buffer); n >= 0 && length < most; n = in.read(buffer)) {
        length += n;
      }
    } catch (IOException e) {
      // Damaged: what is readable of it was counted, and PDFBox will read no more than that.
    } finally {
      inflater.end();
    }
    return length;
  }

  /** The stream's bytes; some programs write them as letters. */
  private static InputStream packed(String file, byte[] bytes, int at, String dictionary)
      throws IOException {
    int end = file.indexOf("endstream", at);
    var raw = new ByteArrayInputStream(bytes, at, (end < 0 ? bytes.length : end) - at);
    boolean base85 = ASCII_85.matcher(dictionary).find();
    if (!base85 && !HEX.matcher(dictionary).find()) {
      return raw;
    }
    COSName letters = base85 ? COSName.ASCII85_DECODE : COSName.ASCII_HEX_DECODE;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FilterFactory.INSTANCE.getFilter(letters).decode(raw, out, new COSDictionary(), 0);
    return new ByteArrayInputStream(out.toByteArray());
  }
}
