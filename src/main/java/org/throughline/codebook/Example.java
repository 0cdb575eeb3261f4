package org.throughline.codebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;

/**
 * A sentence that tests a code.
 *
 * @param text what the client says, without the brackets
 * @param spans where the code must fall; empty for a near miss
 * @param applies whether the code applies
 * @param previous what the therapist said just before, where that matters
 * @param note why
 * @param line in the codebook file, from 1
 */
public record Example(
    String text,
    List<Span> spans,
    boolean applies,
    @Nullable String previous,
    String note,
    int line) {

  public Example {
    spans = List.copyOf(spans);
  }
}
