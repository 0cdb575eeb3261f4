package org.throughline.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The file of wrapped keys. Small, apart from the database, and replaced whole: a key that is gone
 * from it is gone. Several processes may share it; each looks whether it has changed before it
 * trusts what it has read.
 */
final class KeyFile {

  /**
   * What the file holds.
   *
   * @param format of this file
   * @param salt for passphrases, base64
   * @param keys wrapped keys, base64, by name
   */
  record Content(int format, String salt, Map<String, String> keys) {

    Content with(Map<String, String> newKeys) {
      return new Content(format, salt, newKeys);
    }
  }

  private record Stamp(@Nullable Object inode, long modified, long size) {}

  private final Path path;
  private volatile Content content;
  private volatile Stamp stamp;

  private KeyFile(Path path, Content content, Stamp stamp) {
    this.path = path;
    this.content = content;
    this.stamp = stamp;
  }

  static KeyFile open(Path path, String freshSalt) {
    try {
      if (!Files.exists(path)) {
        Durable.replace(path, Json.bytes(new Content(1, freshSalt, new TreeMap<>())));
      }
      Stamp stamp = stampOf(path);
      return new KeyFile(path, read(path), stamp);
    } catch (IOException e) {
      throw new StoreException.Unavailable("cannot open the key store " + path, e);
    }
  }

  Content content() {
    return content;
  }

  /** Reads the file again if another process has replaced it; says whether it had to. */
  boolean refresh() {
    try {
      Stamp now = stampOf(path);
      if (now.equals(stamp)) {
        return false;
      }
      content = read(path);
      stamp = now;
      return true;
    } catch (IOException e) {
      throw new StoreException.Unavailable("cannot read the key store " + path, e);
    }
  }

  /** Changes the keys, alone among all processes, and returns when the disk has the new file. */
  synchronized void change(UnaryOperator<Map<String, String>> change) {
    Path lockFile = path.resolveSibling(path.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new StoreException.Unavailable("cannot lock the key store " + path);
      }
      Content current = read(path);
      Content next = current.with(change.apply(new TreeMap<>(current.keys())));
      Durable.replace(path, Json.bytes(next));
      stamp = stampOf(path);
      content = next;
    } catch (IOException e) {
      throw Failures.of(new UncheckedIOException(e));
    }
  }

  private static Content read(Path path) throws IOException {
    Content read = Json.read(Files.readAllBytes(path), Content.class);
    if (read.format() != 1) {
      throw new StoreException.Unavailable(
          "the key store has format " + read.format() + "; this program reads format 1");
    }
    return read;
  }

  private static Stamp stampOf(Path path) throws IOException {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(
          attributes.fileKey(), attributes.lastModifiedTime().toMillis(), attributes.size());
    } catch (NoSuchFileException e) {
      throw new StoreException.Unavailable("the key store " + path + " is gone", e);
    }
  }
}
