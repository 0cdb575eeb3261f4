package org.throughline.research;

import org.jspecify.annotations.Nullable;

/**
 * A code of a study's own codebook.
 *
 * @param id stable within the study; ids of shipped codebooks ("emotion.fear") make machine codings
 *     comparable
 * @param parent id of the code above; null at the top
 */
public record StudyCode(String id, @Nullable String parent, String name, String definition) {

  public StudyCode {
    if (id.isBlank() || id.length() > 100) {
      throw new IllegalArgumentException("a code has an id of 1 to 100 characters");
    }
  }
}
