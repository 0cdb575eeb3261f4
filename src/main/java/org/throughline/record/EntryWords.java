package org.throughline.record;

import java.util.List;
import org.throughline.coding.TurnWords;

/**
 * An entry as the index takes it in.
 *
 * @param words of every turn as they were read at upload; none where that was not kept
 */
public record EntryWords(EntryContent content, List<TurnWords> words) {

  public EntryWords {
    words = List.copyOf(words);
  }

  @Override
  public String toString() {
    return "EntryWords[" + content + "]";
  }
}
