package org.throughline.quote;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** Begins the names of files on their way to another key; none that Lucene reads begins so. */
  private static final String RESEALED = "resealed";

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
    return output(in.createOutput(name, context), key);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return output(in.createTempOutput(prefix, suffix, context), key);
  }

  private IndexOutput output(IndexOutput file, byte[] under) throws IOException {
    byte[] id = new byte[ChunkCipher.ID];
    random.nextBytes(id);
    return new EncryptedOutput(file, id, new ChunkCipher(under, id));
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
   * reads on in the old one. What fails while the new files are written leaves all as it was, to be
   * done again; stopped while they take the old ones' places, the index opens under neither key.
   *
   * <p>Nobody may write meanwhile. Takes as much room again as the index.
   */
  void rekey(byte[] other) throws IOException {
    Map<String, String> fresh = new LinkedHashMap<>();
    try {
      for (String name : listAll()) {
        if (!name.equals(IndexWriter.WRITE_LOCK_NAME)) {
          fresh.put(name, again(name, other));
        }
      }
      in.sync(fresh.values());
    } catch (IOException | RuntimeException failed) {
      sweep();
      throw failed;
    }
    key = other.clone();
    for (Map.Entry<String, String> one : fresh.entrySet()) {
      in.rename(one.getValue(), one.getKey());
    }
    in.syncMetaData();
  }

  /** A file's content under another key, in a file of its own. */
  private String again(String name, byte[] other) throws IOException {
    try (IndexInput old = openInput(name, IOContext.DEFAULT);
        IndexOutput fresh =
            output(in.createTempOutput(RESEALED, "new", IOContext.DEFAULT), other)) {
      fresh.copyBytes(old, old.length());
      return fresh.getName();
    }
  }

  /** Deletes what a re-sealing that was stopped has left; for whoever holds the index. */
  void sweep() throws IOException {
    for (String name : in.listAll()) {
      if (name.startsWith(RESEALED + "_")) {
        in.deleteFile(name);
      }
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
