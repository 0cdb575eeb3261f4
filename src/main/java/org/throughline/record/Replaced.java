package org.throughline.record;

import java.util.List;

/**
 * What came of putting a new upload in a session's place.
 *
 * @param carried how many codings people had made or decided about are in the new text
 * @param lost those that are not
 */
public record Replaced(SessionRecord session, int carried, List<LostCoding> lost) {
  public Replaced {
    lost = List.copyOf(lost);
  }
}
