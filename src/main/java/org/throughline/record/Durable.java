package org.throughline.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Small files that are either the old or the new after a power cut, and for their owner's eyes. */
final class Durable {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private Durable() {}

  /** Makes a folder that only its owner can open. */
  static void folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (POSIX) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Replaces a file: shadow, fsync, rename, fsync of the folder. */
  static void replace(Path file, byte[] content) throws IOException {
    Path shadow = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(shadow);
    try (FileChannel channel = create(shadow)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    try (@Nullable FileChannel old =
        Files.exists(file) ? FileChannel.open(file, StandardOpenOption.WRITE) : null) {
      Files.move(shadow, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolderOf(file);
      if (old != null) {
        shred(old);
      }
    }
  }

  /** Overwrites the blocks of a file that no longer has a name: they may have held keys. */
  private static void shred(FileChannel old) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate((int) old.size());
    while (zeros.hasRemaining()) {
      old.write(zeros);
    }
    old.force(false);
  }

  /** Appends to a file and waits until the disk has it. */
  static void append(Path file, byte[] content) throws IOException {
    boolean fresh = !Files.exists(file);
    try (FileChannel channel =
        fresh ? create(file) : FileChannel.open(file, StandardOpenOption.APPEND)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    if (fresh) {
      syncFolderOf(file);
    }
  }

  private static FileChannel create(Path file) throws IOException {
    var options = java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return POSIX
        ? FileChannel.open(
            file,
            options,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : FileChannel.open(file, options);
  }

  private static void syncFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (POSIX && folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
