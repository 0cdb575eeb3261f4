package org.throughline.transcript.source;

import java.nio.charset.Charset;
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
      throw new UnreadableException(
          "the file has "
              + (bytes.length >> 20)
              + " MB; the limit is "
              + (Limits.FILE_BYTES >> 20)
              + " MB",
          "An hour of talk is under 1 MB as text. Upload the transcript, not the recording.");
    }
    Decoded decoded = Decoder.decode(bytes, charset);
    Lines table = Delimited.table(decoded);
    Lines lines = table != null ? table : Lines.of(decoded);
    if (lines.lines().stream().allMatch(lines::isBlank)) {
      throw new UnreadableException("the file is empty", "Choose the file with the transcript.");
    }
    return lines;
  }
}
