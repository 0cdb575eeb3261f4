package org.throughline.desk;

import java.nio.file.Path;
import java.util.Map;
import org.throughline.record.StoreSettings;

/**
 * Where things are, and what is switched on.
 *
 * @param data folder of the record store and the index
 * @param codebooks folder of the codebook files
 * @param likeness whether sentences can be found by their meaning
 */
public record DeskSettings(Path data, Path codebooks, boolean likeness) {

  /** Environment variable that switches likeness on: "on". */
  public static final String LIKENESS = "THROUGHLINE_LIKENESS";

  /** Without likeness. */
  public DeskSettings(Path data, Path codebooks) {
    this(data, codebooks, false);
  }

  /** As the environment says. */
  public static DeskSettings from(Path data, Path codebooks, Map<String, String> environment) {
    return new DeskSettings(
        data, codebooks, environment.getOrDefault(LIKENESS, "").equalsIgnoreCase("on"));
  }

  /** The index lives beside the store, in a folder that may be deleted at any time. */
  Path index() {
    return data.resolve("index");
  }

  /** Every codebook text that ever coded anything here, under its hash. */
  Path codebookArchive() {
    return StoreSettings.in(data).codebooks();
  }

  /** The index of released text: apart from everything of the clinical record. */
  Path releasedIndex() {
    return data.resolve("released");
  }

  /** So does the one by meaning. */
  Path likenessIndex() {
    return data.resolve("likeness");
  }
}
