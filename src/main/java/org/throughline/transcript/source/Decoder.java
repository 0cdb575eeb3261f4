package org.throughline.transcript.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.report.TextEncoding;
import org.throughline.transcript.report.TextEncoding.ChangedLine;

/**
 * Bytes to characters: byte order mark, then strict UTF-8, then a guess that is shown.
 *
 * <p>A wrong guess turns every apostrophe into rubbish, and nobody notices until a quote is
 * printed. So a guess is never silent: the lines that another encoding would read differently go
 * into the preview, and the importer asks.
 */
final class Decoder {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");
  private static final int PREVIEW = 20;
  private static final int PREVIEW_WIDTH = 160;
  private static final String SAVE_AS = "Save the file as UTF-8 text and upload it again.";

  private Decoder() {}

  /**
   * @param chosen the encoding the user said it is, or null to find out
   */
  static Decoded decode(byte[] bytes, @Nullable Charset chosen) throws UnreadableException {
    if (chosen != null) {
      int bom = bomLength(bytes, chosen);
      String text = strict(bytes, bom, chosen);
      if (text == null) {
        throw new UnreadableException(
            "the file is not valid " + chosen.name(), SAVE_AS, badLine(bytes, chosen));
      }
      return finish(text, chosen.name(), bom > 0, true, List.of());
    }
    for (Charset unicode :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      int bom = bomLength(bytes, unicode);
      if (bom > 0) {
        String text = strict(bytes, bom, unicode);
        if (text == null) {
          throw new UnreadableException(
              "the file says it is " + unicode.name() + " but is not",
              SAVE_AS,
              badLine(bytes, unicode));
        }
        return finish(text, unicode.name(), true, true, List.of());
      }
    }
    Charset wide = wideWithoutBom(bytes);
    if (wide != null) {
      String text = strict(bytes, 0, wide);
      if (text != null) {
        return finish(text, wide.name(), false, true, List.of());
      }
    }
    String utf8 = strict(bytes, 0, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return finish(utf8, "UTF-8", false, true, List.of());
    }
    return guess(bytes);
  }

  private static Decoded guess(byte[] bytes) throws UnreadableException {
    if (looksBinary(bytes)) {
      throw new UnreadableException(
          "the file is not text",
          "Upload the transcript itself: VTT, SRT, TXT, DOCX, JSON …",
          null);
    }
    Stray stray = Stray.of(bytes);
    if (stray.mostlyUtf8()) {
      String other = new String(bytes, WINDOWS);
      return finish(
          stray.text(),
          "UTF-8 with stray windows-1252 bytes",
          false,
          false,
          changed(stray.text(), "windows-1252", other));
    }
    boolean windows = false;
    for (byte b : bytes) {
      windows |= (b & 0xFF) >= 0x80 && (b & 0xFF) < 0xA0;
    }
    Charset first = windows ? WINDOWS : LATIN_9;
    Charset second = windows ? LATIN_9 : WINDOWS;
    String text = new String(bytes, first);
    String other = new String(bytes, second);
    List<ChangedLine> preview = changed(text, second.name(), other);
    if (preview.isEmpty()) {
      // Both agree on every byte, so the choice between them is none; UTF-8 is still excluded.
      preview = changed(text, "UTF-8", new String(bytes, StandardCharsets.UTF_8));
      return finish(text, WINDOWS.name(), false, false, preview);
    }
    return finish(text, first.name(), false, false, preview);
  }

  private static @Nullable String strict(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The line of the first byte that does not fit. */
  private static int badLine(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    int line = 1;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      out.flip();
      while (out.hasRemaining()) {
        line += out.get() == '\n' ? 1 : 0;
      }
      out.clear();
      if (!result.isOverflow()) {
        return line;
      }
    }
  }

  private static int bomLength(byte[] b, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return starts(b, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    }
    if (charset.equals(StandardCharsets.UTF_16LE)) {
      return starts(b, 0xFF, 0xFE) ? 2 : 0;
    }
    return charset.equals(StandardCharsets.UTF_16BE) && starts(b, 0xFE, 0xFF) ? 2 : 0;
  }

  private static boolean starts(byte[] bytes, int... head) {
    if (bytes.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((bytes[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 without a mark: in most scripts every second byte of a line end or blank is zero. */
  private static @Nullable Charset wideWithoutBom(byte[] bytes) {
    int even = 0;
    int odd = 0;
    int seen = Math.min(bytes.length & ~1, 4096);
    for (int i = 0; i < seen; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    int pairs = seen / 2;
    if (pairs >= 4 && odd * 10 > pairs && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return pairs >= 4 && even * 10 > pairs && odd == 0 ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean looksBinary(byte[] bytes) {
    int seen = Math.min(bytes.length, 65_536);
    int odd = 0;
    for (int i = 0; i < seen; i++) {
      int b = bytes[i] & 0xFF;
      if (b == 0) {
        return true;
      }
      odd += b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x15 ? 1 : 0;
    }
    return odd * 50 > seen;
  }

  private static List<ChangedLine> changed(String text, String otherCharset, String other) {
    String[] read = text.split("\r\n|\r|\n", -1);
    String[] others = other.split("\r\n|\r|\n", -1);
    List<ChangedLine> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(read.length, others.length) && lines.size() < PREVIEW; i++) {
      if (!read[i].equals(others[i])) {
        lines.add(new ChangedLine(i + 1, cut(read[i]), otherCharset, cut(others[i])));
      }
    }
    return lines;
  }

  private static String cut(String line) {
    return line.length() <= PREVIEW_WIDTH ? line : line.substring(0, PREVIEW_WIDTH - 1) + "…";
  }

  private static Decoded finish(
      String text, String charset, boolean bom, boolean certain, List<ChangedLine> preview)
      throws UnreadableException {
    LineEnds ends = LineEnds.normalise(text);
    if (ends.controls() * 10L > text.length() + 10L) {
      throw new UnreadableException(
          "the file is not text",
          "Upload the transcript itself: VTT, SRT, TXT, DOCX, JSON …",
          null);
    }
    return new Decoded(
        ends.text(),
        new TextEncoding(charset, bom, ends.kind(), certain, preview),
        ends.asides(),
        text.length() + (bom ? 1 : 0),
        ends.removed() + (bom ? 1 : 0));
  }
}
