package org.throughline.quote;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Opened chunks of all files, as many as fit; the one that came in first leaves first. Looking one
 * up is reading a place in its file's own list.
 */
final class ChunkCache {

  /** The opened chunks of one file. */
  static final class Shelf {
    private final AtomicReferenceArray<byte @Nullable []> chunks;

    Shelf(int chunks) {
      this.chunks = new AtomicReferenceArray<>(chunks);
    }

    byte @Nullable [] get(int chunk) {
      return chunks.get(chunk);
    }
  }

  private record Kept(Shelf shelf, int chunk) {}

  private final @Nullable Kept[] ring;
  private int next;

  ChunkCache(int capacity) {
    ring = new Kept[capacity];
  }

  void put(Shelf shelf, int chunk, byte[] opened) {
    if (shelf.chunks.compareAndSet(chunk, null, opened)) {
      synchronized (this) {
        Kept oldest = ring[next];
        if (oldest != null) {
          oldest.shelf().chunks.set(oldest.chunk(), null);
        }
        ring[next] = new Kept(shelf, chunk);
        next = (next + 1) % ring.length;
      }
    }
  }

  /** Forgets a file that has been closed. */
  synchronized void forget(Shelf shelf) {
    for (int i = 0; i < ring.length; i++) {
      Kept kept = ring[i];
      if (kept != null && kept.shelf() == shelf) {
        ring[i] = null;
      }
    }
  }
}
