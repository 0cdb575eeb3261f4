package org.throughline.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Room kept free for the audit log. Uploads stop while there is still a floor of free space; and
 * when the disk is full all the same, a reserve file makes way, so that what is stored can go on
 * being read, each read with its event.
 */
final class Reserve {

  private static final int BLOCK = 1 << 16;

  private final Path folder;
  private final Path file;
  private final StoreSettings.Space space;

  Reserve(Path folder, StoreSettings.Space space) {
    this.folder = folder;
    this.file = folder.resolve("reserve");
    this.space = space;
  }

  /** Lays the reserve in again if there is room for it. */
  void fill() {
    try {
      if (!Files.exists(file) && free() > space.floor() + space.reserve()) {
        write();
      }
    } catch (IOException e) {
      throw Failures.of(new UncheckedIOException(e));
    }
  }

  /** Gives the reserve up; false if it was gone already. */
  boolean release() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Failures.of(new UncheckedIOException(e));
    }
  }

  /**
   * Refuses an upload that would leave less than the floor.
   *
   * @throws StoreException.OutOfSpace if it would
   */
  void requireRoom(long bytes) {
    try {
      // Sealed text, its pages and the write-ahead log together: four times, seldom more.
      if (free() < space.floor() + 4 * bytes) {
        throw new StoreException.OutOfSpace(
            new IOException("free space is below the floor of " + space.floor() + " bytes"));
      }
    } catch (IOException e) {
      throw Failures.of(new UncheckedIOException(e));
    }
  }

  long quota() {
    return space.quota();
  }

  private long free() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  private void write() throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long written = 0; written < space.reserve(); ) {
        written += channel.write(ByteBuffer.wrap(Vault.random(BLOCK)));
      }
    }
  }
}
