package org.throughline.coding;

import java.util.List;
import org.throughline.transcript.Span;

/**
 * Why the machine coded: which cue, which words, what their clause says.
 *
 * @param cue the cue's id within its code ("emotion.fear/adjectives")
 * @param words the spans the cue matched, in order
 * @param explanation one sentence for people; it names grammar and word positions, and may quote
 *     the coded words
 */
public record Evidence(String cue, List<Span> words, String explanation) {

  public Evidence {
    words = List.copyOf(words);
  }

  @Override
  public String toString() {
    return "Evidence[cue=" + cue + ", words=" + words + "]";
  }
}
