package org.throughline.web;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks again and again at the sockets that Linux says a process has. */
final class Sockets implements AutoCloseable {

  private final Path process;
  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final Set<Integer> peers = new ConcurrentSkipListSet<>();
  private final Thread watch;
  private volatile boolean over;
  private final AtomicInteger looks = new AtomicInteger();

  Sockets(long pid) {
    this.process = Path.of("/proc", Long.toString(pid));
    this.watch = Thread.ofPlatform().daemon().start(this::look);
  }

  /** "tcp 127.0.0.1:8420" for each local address that had a socket. */
  Set<String> seen() {
    return seen;
  }

  /** The ports at the other end of its connections, whoever began them. */
  Set<Integer> peers() {
    return peers;
  }

  int looks() {
    return looks.get();
  }

  private void look() {
    while (!over) {
      try {
        Set<String> own = own();
        for (String kind : List.of("tcp", "tcp6", "udp", "udp6")) {
          for (String line : Files.readAllLines(process.resolve("net").resolve(kind))) {
            String[] cell = line.strip().split("\\s+", -1);
            if (cell.length > 9 && own.contains(cell[9])) {
              String port = cell[1].substring(cell[1].indexOf(':') + 1);
              seen.add(kind.substring(0, 3) + " " + Integer.parseInt(port, 16));
              peers.add(Integer.parseInt(cell[2].substring(cell[2].indexOf(':') + 1), 16));
            }
          }
        }
        looks.incrementAndGet();
        Thread.sleep(20);
      } catch (IOException e) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Set<String> own() throws IOException {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        try {
          String target = Files.readSymbolicLink(file).toString();
          if (target.startsWith("socket:[")) {
            inodes.add(target.substring(8, target.length() - 1));
          }
        } catch (NoSuchFileException gone) {
          // Closed between the two looks.
        }
      }
    }
    return inodes;
  }

  @Override
  public void close() {
    over = true;
    watch.interrupt();
  }
}
