package org.throughline.transcript;

/**
 * A file as it was handed in: its name and its bytes, untouched.
 *
 * <p>File names are identifiers (Zoom puts the meeting topic there, and the topic is often the
 * client's name), so a name is shown only to the person who chose it and never printed.
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy of 25 MB would buy nothing.
public record Upload(String fileName, byte[] bytes) {

  /** The SHA-256 of the bytes in hexadecimal: what makes "the very same file" a fact. */
  public String sha256() {
    return Sha256.hex(bytes);
  }

  @Override
  public String toString() {
    return "Upload[bytes=" + bytes.length + "]";
  }
}
