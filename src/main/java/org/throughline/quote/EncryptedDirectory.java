package org.throughline.quote;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
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

  private volatile byte[] key;
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

  /**
   * Seals every file anew under another key and puts it in the old one's place. Who has a file open
   * reads on in the old one. Stopped half way, the index opens under neither key.
   *
   * <p>Nobody may write meanwhile.
   */
  void rekey(byte[] other) throws IOException {
    byte[] before = key;
    key = other.clone();
    List<String> written = new ArrayList<>();
    for (String name : listAll()) {
      if (!name.equals(IndexWriter.WRITE_LOCK_NAME)) {
        String fresh = again(name, before);
        in.sync(List.of(fresh));
        in.rename(fresh, name);
        written.add(name);
      }
    }
    in.sync(written);
    in.syncMetaData();
  }

  /** A file's content under the present key, in a file of its own. */
  private String again(String name, byte[] before) throws IOException {
    try (IndexInput old =
            EncryptedInput.open(name, in.openInput(name, IOContext.DEFAULT), before, cache);
        IndexOutput fresh = createTempOutput(name, "rekey", IOContext.DEFAULT)) {
      fresh.copyBytes(old, old.length());
      return fresh.getName();
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
