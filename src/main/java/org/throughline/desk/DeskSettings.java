package org.throughline.desk;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param data folder of the record store and the index
 * @param codebooks folder of the codebook files
 */
public record DeskSettings(Path data, Path codebooks) {

  /** The index lives beside the store, in a folder that may be deleted at any time. */
  Path index() {
    return data.resolve("index");
  }
}
