package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.RandomAccessInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedDirectoryTest {

  private static final int CHUNK = ChunkCipher.CHUNK;
  private static final byte[] KEY = new byte[32];

  static {
    Arrays.fill(KEY, (byte) 7);
  }

  @TempDir private Path folder;

  private EncryptedDirectory open(byte[] key) throws IOException {
    return new EncryptedDirectory(new NIOFSDirectory(folder), key, 4 * CHUNK);
  }

  private byte[] write(String name, int size, long seed) throws IOException {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    try (EncryptedDirectory files = open(KEY);
        IndexOutput out = files.createOutput(name, IOContext.DEFAULT)) {
      out.writeBytes(bytes, 0, size / 2);
      for (int i = size / 2; i < size; i++) {
        out.writeByte(bytes[i]);
      }
    }
    return bytes;
  }

  private byte[] read(String name) throws IOException {
    try (EncryptedDirectory files = open(KEY);
        IndexInput in = files.openInput(name, IOContext.DEFAULT)) {
      assertThat(files.fileLength(name)).isEqualTo(in.length());
      byte[] bytes = new byte[(int) in.length()];
      in.readBytes(bytes, 0, bytes.length);
      return bytes;
    }
  }

  @Test
  void reads_what_was_written_at_every_awkward_size() throws IOException {
    for (int size : List.of(0, 1, 15, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5 * CHUNK + 77)) {
      byte[] written = write("f" + size, size, size);
      assertThat(read("f" + size)).as("size %d", size).isEqualTo(written);
    }
  }

  @Test
  void reads_numbers_at_any_place_like_an_open_file() throws IOException {
    long seed = System.nanoTime();
    System.out.println("EncryptedDirectoryTest seed " + seed);
    Random random = new Random(seed);
    byte[] bytes = write("f", 9 * CHUNK + 5, seed);
    try (NIOFSDirectory plain = new NIOFSDirectory(Files.createDirectory(folder.resolve("plain")));
        EncryptedDirectory files = open(KEY)) {
      try (IndexOutput out = plain.createOutput("f", IOContext.DEFAULT)) {
        out.writeBytes(bytes, bytes.length);
      }
      try (IndexInput expected = plain.openInput("f", IOContext.DEFAULT);
          IndexInput found = files.openInput("f", IOContext.DEFAULT)) {
        for (int i = 0; i < 5_000; i++) {
          int start = random.nextInt(bytes.length - 20);
          int length = 20 + random.nextInt(bytes.length - start - 19);
          int at = random.nextInt(length - 8);
          RandomAccessInput a = expected.randomAccessSlice(start, length);
          RandomAccessInput b = found.randomAccessSlice(start, length);
          assertThat(b.readLong(at)).isEqualTo(a.readLong(at));
          assertThat(b.readInt(at)).isEqualTo(a.readInt(at));
          assertThat(b.readShort(at)).isEqualTo(a.readShort(at));
          assertThat(b.readByte(at)).isEqualTo(a.readByte(at));
          IndexInput slice = found.slice("slice", start, length).clone();
          slice.seek(at);
          expected.seek(start + at);
          assertThat(slice.readLong()).isEqualTo(expected.readLong());
          assertThat(slice.getFilePointer()).isEqualTo(at + 8L);
        }
      }
    }
  }

  @Test
  void any_flipped_bit_is_noticed() throws IOException {
    write("f", 3 * CHUNK, 1);
    byte[] sealed = Files.readAllBytes(folder.resolve("f"));
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = sealed.clone();
      damaged[i < 20 ? i : random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(folder.resolve("f"), damaged);
      assertThatThrownBy(() -> read("f")).isInstanceOf(CorruptIndexException.class);
    }
  }

  @Test
  void chunks_cannot_be_cut_off_swapped_or_taken_from_another_file() throws IOException {
    write("f", 3 * CHUNK, 1);
    write("g", 3 * CHUNK, 1);
    byte[] f = Files.readAllBytes(folder.resolve("f"));
    byte[] g = Files.readAllBytes(folder.resolve("g"));
    int header = EncryptedDirectory.HEADER;
    int sealed = CHUNK + ChunkCipher.TAG;
    assertThat(Arrays.copyOfRange(f, header, header + sealed))
        .isNotEqualTo(Arrays.copyOfRange(g, header, header + sealed));

    byte[] swapped = f.clone();
    System.arraycopy(f, header, swapped, header + sealed, sealed);
    System.arraycopy(f, header + sealed, swapped, header, sealed);
    byte[] mixed = f.clone();
    System.arraycopy(g, header, mixed, header, sealed);
    for (byte[] damaged :
        List.of(
            swapped,
            mixed,
            Arrays.copyOf(f, header + 2 * sealed),
            Arrays.copyOf(f, header + 2 * sealed + 5),
            Arrays.copyOf(f, header))) {
      Files.write(folder.resolve("f"), damaged);
      assertThatThrownBy(() -> read("f")).isInstanceOf(CorruptIndexException.class);
    }
  }

  @Test
  void another_key_opens_nothing() throws IOException {
    write("f", 10, 1);
    try (EncryptedDirectory files = open(new byte[32])) {
      assertThatThrownBy(() -> files.openInput("f", IOContext.DEFAULT))
          .isInstanceOf(CorruptIndexException.class);
    }
  }

  @Test
  void under_another_key_the_same_is_read_and_the_old_key_opens_nothing() throws IOException {
    byte[] other = new byte[32];
    byte[] small = write("a", 100, 1);
    byte[] large = write("b", 3 * CHUNK + 5, 2);
    byte[] before = Files.readAllBytes(folder.resolve("b"));
    try (EncryptedDirectory files = open(KEY);
        IndexInput open = files.openInput("b", IOContext.DEFAULT)) {
      files.rekey(other);
      byte[] read = new byte[large.length];
      open.readBytes(read, 0, read.length);
      assertThat(read).as("by who had it open").isEqualTo(large);
    }
    assertThat(Files.readAllBytes(folder.resolve("b"))).isNotEqualTo(before);
    try (EncryptedDirectory files = open(other)) {
      assertThat(files.listAll()).containsExactly("a", "b");
      for (var one : Map.of("a", small, "b", large).entrySet()) {
        try (IndexInput in = files.openInput(one.getKey(), IOContext.DEFAULT)) {
          byte[] read = new byte[one.getValue().length];
          in.readBytes(read, 0, read.length);
          assertThat(read).isEqualTo(one.getValue());
        }
      }
    }
    assertThatThrownBy(() -> read("a")).isInstanceOf(CorruptIndexException.class);
  }

  /** Fails at the so-many-th file that is begun, or that takes another's place. */
  private static final class Failing extends FilterDirectory {
    private int begun;
    private int moved;

    Failing(Path folder, int begun, int moved) throws IOException {
      super(new NIOFSDirectory(folder));
      this.begun = begun;
      this.moved = moved;
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
        throws IOException {
      if (begun-- == 0) {
        throw new IOException("No space left on device");
      }
      return in.createTempOutput(prefix, suffix, context);
    }

    @Override
    public void rename(String source, String dest) throws IOException {
      if (moved-- == 0) {
        throw new IOException("killed");
      }
      in.rename(source, dest);
    }
  }

  @Test
  void what_fails_before_the_files_are_exchanged_leaves_the_index_as_it_was() throws IOException {
    fillIndex();
    byte[] other = new byte[32];
    int files = sealedFiles();
    for (int at = 0; at < files; at++) {
      try (EncryptedDirectory index =
          new EncryptedDirectory(new Failing(folder, at, Integer.MAX_VALUE), KEY, 1 << 20)) {
        assertThatThrownBy(() -> index.rekey(other)).isInstanceOf(IOException.class);
      }
      try (QuoteIndex index = QuoteIndex.open(folder, KEY)) {
        index.verify();
        assertThat(index.sequence()).isEqualTo(41);
      }
    }
  }

  @Test
  void stopped_while_they_are_exchanged_it_is_damaged_and_nothing_worse() throws IOException {
    byte[] other = new byte[32];
    fillIndex();
    int files = sealedFiles();
    for (int at = 0; at < files; at++) {
      QuoteIndex.discard(folder);
      fillIndex();
      try (EncryptedDirectory index =
          new EncryptedDirectory(new Failing(folder, Integer.MAX_VALUE, at), KEY, 1 << 20)) {
        assertThatThrownBy(() -> index.rekey(other)).hasMessage("killed");
      }
      assertThatThrownBy(
              () -> {
                try (QuoteIndex index = QuoteIndex.open(folder, other)) {
                  index.verify();
                }
              })
          .isInstanceOf(DamagedIndexException.class);
    }
  }

  private int sealedFiles() throws IOException {
    try (EncryptedDirectory index = open(KEY)) {
      return index.listAll().length - 1; // all but the lock
    }
  }

  @Test
  void an_index_keeps_no_word_in_the_clear_and_says_when_it_is_damaged() throws IOException {
    fillIndex();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("canary", "client-ann", "emotion");
      }
    }
    try (QuoteIndex index = QuoteIndex.open(folder, KEY)) {
      assertThat(index.sequence()).isEqualTo(41);
      index.verify();
    }
    assertThatThrownBy(() -> QuoteIndex.open(folder, new byte[32]))
        .isInstanceOf(DamagedIndexException.class);

    Path largest = largestFile();
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(largest, bytes);
    assertThatThrownBy(
            () -> {
              try (QuoteIndex index = QuoteIndex.open(folder, KEY)) {
                index.verify();
              }
            })
        .isInstanceOf(DamagedIndexException.class);
    QuoteIndex.discard(folder);
    try (QuoteIndex index = QuoteIndex.open(folder, KEY)) {
      assertThat(index.sequence()).isZero();
    }
  }

  private void fillIndex() throws IOException {
    Library library = Library.random(new Random(3), 20);
    try (QuoteIndex index = QuoteIndex.open(folder, KEY)) {
      for (IndexedSession session : library.sessions()) {
        index.put(session);
      }
      index.put(
          new IndexedSession(
              "canary-session",
              "client-ann",
              1,
              java.time.LocalDate.of(2026, 1, 1),
              List.of(
                  new IndexedTurn(
                      0,
                      org.throughline.transcript.Role.CLIENT,
                      new TinyAnalyzer().analyze("a canary sang").tokens(),
                      List.of(),
                      null)),
              List.of()));
      index.commit(41);
    }
  }

  private Path largestFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
          .orElseThrow();
    }
  }
}
