package org.throughline.transcript.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Upload;

/** Opens an upload: what it is packed in is decided by its first bytes, never by its name. */
public final class Sources {

  private Sources() {}

  /**
   * Opens an upload.
   *
   * @param charset the encoding the user confirmed for a text file, or null to find out
   * @throws UnreadableException if nothing can be read, or a limit is passed
   */
  public static Source open(Upload upload, @Nullable Charset charset) throws UnreadableException {
    byte[] bytes = upload.bytes();
    if (bytes.length > Limits.FILE_BYTES) {
      throw tooLarge(bytes.length);
    }
    Source source = SafeZip.is(bytes) ? archive(bytes) : flat(bytes, charset);
    if (source instanceof Lines lines && lines.lines().stream().allMatch(lines::isBlank)) {
      throw new UnreadableException("the file is empty", "Choose the file with the transcript.");
    }
    return source;
  }

  /** What is said about a file of that size. */
  public static UnreadableException tooLarge(long bytes) {
    return new UnreadableException(
        "the file has " + (bytes >> 20) + " MB; the limit is " + (Limits.FILE_BYTES >> 20) + " MB",
        "An hour of talk is under 1 MB as text. Upload the transcript, not the recording.");
  }

  private static Source flat(byte[] bytes, @Nullable Charset charset) throws UnreadableException {
    if (starts(bytes, "%PDF")) {
      return PdfFile.read(bytes);
    }
    if (bytes.length > 3 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF) {
      throw new UnreadableException(
          "the file is an old Word document or is protected by a password",
          "Open it in the word processor and save it as DOCX without a password.");
    }
    if (starts(bytes, "{\\rtf")) {
      return RtfFile.read(bytes);
    }
    Decoded decoded = Decoder.decode(bytes, charset);
    String text = decoded.text();
    if (JsonFile.is(text)) {
      return JsonFile.read(decoded);
    }
    if (text.stripLeading().startsWith("<?xml") || text.contains("<ANNOTATION_DOCUMENT")) {
      return XmlFile.read(bytes);
    }
    int most = text.contains("-->") ? Limits.CAPTION_LINES : Limits.LINES;
    if (text.chars().filter(c -> c == '\n').count() >= most) {
      throw new UnreadableException(
          "the file has more than " + most + " lines", "Split it into sessions.");
    }
    Lines table = Delimited.table(decoded);
    return table != null ? table : Lines.of(decoded);
  }

  private static Source archive(byte[] bytes) throws UnreadableException {
    Map<String, byte[]> parts =
        SafeZip.unpack(
            bytes,
            name ->
                WordFile.wants(name)
                    || name.equals("mimetype")
                    || name.equals("content.xml")
                    || name.equals("styles.xml")
                    || name.equals("xl/workbook.xml"));
    if (parts.keySet().stream().anyMatch(name -> name.startsWith("word/"))) {
      return WordFile.read(parts);
    }
    if (parts.containsKey("xl/workbook.xml")) {
      return SheetFile.read(bytes);
    }
    byte[] mimetype = parts.get("mimetype");
    if (mimetype != null && starts(mimetype, "application/vnd.oasis.opendocument.text")) {
      return OdtFile.read(parts);
    }
    throw new UnreadableException(
        "the file is an archive, but no document that can be read",
        "Unpack it and upload the transcripts one by one.");
  }

  private static boolean starts(byte[] bytes, String head) {
    byte[] wanted = head.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= wanted.length
        && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }
}
