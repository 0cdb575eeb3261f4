package org.throughline.quote;

import java.io.IOException;
import java.security.SecureRandom;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * Encrypts every file of an index (Lucene's empty lock file apart). A file is a magic number, its
 * random id, and sealed chunks of 32 KiB, the last one shorter or empty:
 *
 * <pre>  TLQ1 | id, 16 bytes | chunk 0 | tag, 16 bytes | chunk 1 | tag | ... </pre>
 *
 * <p>A flipped bit, a chunk moved, cut off or taken from another file, or the wrong key makes
 * reading fail with {@link CorruptIndexException}. What it cannot notice is the whole index put
 * back to an earlier state; the outbox number in the commit shows that.
 *
 * <p>Opened chunks are kept in memory, the oldest making room, so that the pages a search comes
 * back to are decrypted once.
 */
final class EncryptedDirectory extends FilterDirectory {

  static final int MAGIC = 0x544C5131;
  static final int HEADER = 4 + ChunkCipher.ID;

  private final byte[] key;
  private final ChunkCache cache;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param cacheBytes how much opened text of the index may stay in memory
   */
  EncryptedDirectory(Directory files, byte[] key, long cacheBytes) {
    super(files);
    this.key = key.clone();
    this.cache = new ChunkCache(Math.toIntExact(Math.max(8, cacheBytes / ChunkCipher.CHUNK)));
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return output(in.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return output(in.createTempOutput(prefix, suffix, context));
  }

  private IndexOutput output(IndexOutput file) throws IOException {
    byte[] id = new byte[ChunkCipher.ID];
    random.nextBytes(id);
    return new EncryptedOutput(file, id, new ChunkCipher(key, id));
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    IndexInput file = in.openInput(name, context);
    try {
      return EncryptedInput.open(name, file, key, cache);
    } catch (Throwable failed) {
      file.close();
      throw failed;
    }
  }

  @Override
  public long fileLength(String name) throws IOException {
    return plainLength(in.fileLength(name), name);
  }

  /** How many bytes a file of that many holds. */
  static long plainLength(long stored, String name) throws IOException {
    long sealed = stored - HEADER;
    long whole = sealed / (ChunkCipher.CHUNK + ChunkCipher.TAG);
    long rest = sealed % (ChunkCipher.CHUNK + ChunkCipher.TAG);
    boolean cut = sealed < ChunkCipher.TAG || (rest > 0 && rest < ChunkCipher.TAG);
    if (cut) {
      throw new CorruptIndexException("is cut off", name);
    }
    return whole * ChunkCipher.CHUNK + Math.max(0, rest - ChunkCipher.TAG);
  }
}
