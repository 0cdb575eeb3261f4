package org.throughline.quote;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;

/** Reads a file of an {@link EncryptedDirectory}, or a slice of one. */
final class EncryptedInput extends IndexInput implements RandomAccessInput {

  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final byte[] NONE = {};

  /** What all slices and clones of a file share. */
  private record Source(
      String name,
      IndexInput file,
      ChunkCipher cipher,
      ChunkCache cache,
      ChunkCache.Shelf shelf,
      int chunks,
      long length) {

    byte[] chunk(int number) throws IOException {
      byte[] known = shelf.get(number);
      return known != null ? known : read(number);
    }

    private byte[] read(int number) throws IOException {
      boolean last = number == chunks - 1;
      int plain = last ? (int) (length - (long) number * ChunkCipher.CHUNK) : ChunkCipher.CHUNK;
      byte[] sealed = new byte[plain + ChunkCipher.TAG];
      IndexInput reader = file.clone();
      reader.seek(
          EncryptedDirectory.HEADER + (long) number * (ChunkCipher.CHUNK + ChunkCipher.TAG));
      reader.readBytes(sealed, 0, sealed.length, false);
      byte[] opened = cipher.open(sealed, number, last, name);
      cache.put(shelf, number, opened);
      return opened;
    }
  }

  private final Source source;
  private final long start;
  private final long length;
  private final boolean whole;

  private byte[] chunk = NONE;

  /** Where in the file the chunk at hand begins; beyond any place while there is none. */
  private long chunkStart = Long.MAX_VALUE / 2;

  /** Where in the file reading goes on. */
  private long at;

  private EncryptedInput(
      String description, Source source, long start, long length, boolean whole) {
    super(description);
    this.source = source;
    this.start = start;
    this.length = length;
    this.whole = whole;
    this.at = start;
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** Opens a file and its last chunk, so that one cut short is noticed at once. */
  static EncryptedInput open(String name, IndexInput file, byte[] key, ChunkCache cache)
      throws IOException {
    long length = EncryptedDirectory.plainLength(file.length(), name);
    if (file.readInt() != EncryptedDirectory.MAGIC) {
      throw new CorruptIndexException("is not an encrypted index file", name);
    }
    byte[] id = new byte[ChunkCipher.ID];
    file.readBytes(id, 0, id.length);
    long stored = file.length() - EncryptedDirectory.HEADER;
    int size = ChunkCipher.CHUNK + ChunkCipher.TAG;
    int chunks = Math.toIntExact((stored + size - 1) / size);
    Source source =
        new Source(
            name,
            file,
            new ChunkCipher(key, id),
            cache,
            new ChunkCache.Shelf(chunks),
            chunks,
            length);
    source.chunk(chunks - 1);
    return new EncryptedInput("encrypted " + name, source, 0, length, true);
  }

  /** Brings the chunk to hand that holds a place of the file. */
  private void turnTo(long place) throws IOException {
    if (place < start || place >= start + length) {
      throw new EOFException("reading past the end of " + this);
    }
    int number = (int) (place / ChunkCipher.CHUNK);
    chunk = source.chunk(number);
    chunkStart = (long) number * ChunkCipher.CHUNK;
  }

  /** Whether so many bytes from a place on lie in the chunk at hand and in this slice. */
  private boolean atHand(long place, int bytes) {
    return place >= chunkStart
        && place + bytes <= chunkStart + chunk.length
        && place + bytes <= start + length;
  }

  @Override
  public byte readByte() throws IOException {
    if (!atHand(at, 1)) {
      turnTo(at);
    }
    return chunk[(int) (at++ - chunkStart)];
  }

  @Override
  public void readBytes(byte[] bytes, int offset, int count) throws IOException {
    copy(at, bytes, offset, count);
    at += count;
  }

  @Override
  public void readBytes(long position, byte[] bytes, int offset, int count) throws IOException {
    copy(start + position, bytes, offset, count);
  }

  private void copy(long from, byte[] bytes, int offset, int count) throws IOException {
    if (from + count > start + length) {
      throw new EOFException("reading past the end of " + this);
    }
    int done = 0;
    while (done < count) {
      if (!atHand(from + done, 1)) {
        turnTo(from + done);
      }
      int here = (int) (from + done - chunkStart);
      int part = Math.min(count - done, chunk.length - here);
      System.arraycopy(chunk, here, bytes, offset + done, part);
      done += part;
    }
  }

  @Override
  public short readShort() throws IOException {
    short value = shortAt(at);
    at += Short.BYTES;
    return value;
  }

  @Override
  public int readInt() throws IOException {
    int value = intAt(at);
    at += Integer.BYTES;
    return value;
  }

  @Override
  public long readLong() throws IOException {
    long value = longAt(at);
    at += Long.BYTES;
    return value;
  }

  @Override
  public byte readByte(long position) throws IOException {
    long place = start + position;
    if (!atHand(place, 1)) {
      turnTo(place);
    }
    return chunk[(int) (place - chunkStart)];
  }

  @Override
  public short readShort(long position) throws IOException {
    return shortAt(start + position);
  }

  @Override
  public int readInt(long position) throws IOException {
    return intAt(start + position);
  }

  @Override
  public long readLong(long position) throws IOException {
    return longAt(start + position);
  }

  private short shortAt(long place) throws IOException {
    return atHand(place, Short.BYTES) || near(place, Short.BYTES)
        ? (short) SHORT.get(chunk, (int) (place - chunkStart))
        : (short) SHORT.get(across(place, Short.BYTES), 0);
  }

  private int intAt(long place) throws IOException {
    return atHand(place, Integer.BYTES) || near(place, Integer.BYTES)
        ? (int) INT.get(chunk, (int) (place - chunkStart))
        : (int) INT.get(across(place, Integer.BYTES), 0);
  }

  private long longAt(long place) throws IOException {
    return atHand(place, Long.BYTES) || near(place, Long.BYTES)
        ? (long) LONG.get(chunk, (int) (place - chunkStart))
        : (long) LONG.get(across(place, Long.BYTES), 0);
  }

  private boolean near(long place, int bytes) throws IOException {
    turnTo(place);
    return atHand(place, bytes);
  }

  /** A number that two chunks share. */
  private byte[] across(long place, int count) throws IOException {
    byte[] bytes = new byte[count];
    copy(place, bytes, 0, count);
    return bytes;
  }

  @Override
  public long getFilePointer() {
    return at - start;
  }

  @Override
  public void seek(long position) throws IOException {
    if (position < 0 || position > length) {
      throw new EOFException("seeking past the end of " + this);
    }
    at = start + position;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public EncryptedInput clone() {
    EncryptedInput copy = new EncryptedInput(toString(), source, start, length, false);
    copy.at = at;
    return copy;
  }

  @Override
  public IndexInput slice(String description, long offset, long count) {
    if (offset < 0 || count < 0 || offset + count > length) {
      throw new IllegalArgumentException("slice reaches past the end of " + this);
    }
    return new EncryptedInput(
        getFullSliceDescription(description), source, start + offset, count, false);
  }

  @Override
  public RandomAccessInput randomAccessSlice(long offset, long count) {
    return (RandomAccessInput) slice("random access", offset, count);
  }

  @Override
  public void close() throws IOException {
    if (whole) {
      source.cache().forget(source.shelf());
      source.file().close();
    }
  }
}
