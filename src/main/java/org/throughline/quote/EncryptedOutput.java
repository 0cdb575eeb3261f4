package org.throughline.quote;

import java.io.IOException;
import java.util.zip.CRC32;
import org.apache.lucene.store.IndexOutput;

/** Writes a file of an {@link EncryptedDirectory}. */
final class EncryptedOutput extends IndexOutput {

  private final IndexOutput file;
  private final ChunkCipher cipher;
  private final CRC32 checksum = new CRC32();
  private final byte[] chunk = new byte[ChunkCipher.CHUNK];
  private int filled;

  /** How much of the chunk the checksum has seen. */
  private int summed;

  private long chunks;
  private boolean closed;

  EncryptedOutput(IndexOutput file, byte[] id, ChunkCipher cipher) throws IOException {
    super("encrypted " + file, file.getName());
    this.file = file;
    this.cipher = cipher;
    file.writeInt(EncryptedDirectory.MAGIC);
    file.writeBytes(id, id.length);
  }

  @Override
  public void writeByte(byte b) throws IOException {
    if (filled == chunk.length) {
      flush(false);
    }
    chunk[filled++] = b;
  }

  @Override
  public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    int left = length;
    while (left > 0) {
      if (filled == chunk.length) {
        flush(false);
      }
      int part = Math.min(left, chunk.length - filled);
      System.arraycopy(bytes, at, chunk, filled, part);
      filled += part;
      at += part;
      left -= part;
    }
  }

  private void flush(boolean last) throws IOException {
    sum();
    byte[] sealed = cipher.seal(chunk, filled, chunks++, last);
    file.writeBytes(sealed, sealed.length);
    filled = 0;
    summed = 0;
  }

  private void sum() {
    checksum.update(chunk, summed, filled - summed);
    summed = filled;
  }

  @Override
  public long getFilePointer() {
    return chunks * ChunkCipher.CHUNK + filled;
  }

  @Override
  public long getChecksum() {
    sum();
    return checksum.getValue();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (file) {
        flush(true);
      }
    }
  }
}
