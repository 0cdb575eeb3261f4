package org.throughline.record;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.throughline.coding.TurnWords;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;
import org.throughline.transcript.Transcript;

/** The table {@code words}: one sealed row an entry. */
final class WordRows {

  private final Vault vault;

  WordRows(Vault vault) {
    this.vault = vault;
  }

  /** Puts an entry's words in place of those there; none leaves none. */
  void replace(Work work, Entry entry, List<TurnWords> words) {
    work.execute("DELETE FROM words WHERE entry = ?", entry.id());
    if (!words.isEmpty()) {
      work.execute(
          "INSERT INTO words VALUES (?, ?)",
          entry.id(),
          vault.seal(place(entry), WordBytes.write(words)));
    }
  }

  /** None where the entry was kept without. */
  List<TurnWords> load(Handle handle, Entry entry, Transcript transcript) {
    return handle
        .select("SELECT sealed FROM words WHERE entry = ?", entry.id())
        .mapTo(byte[].class)
        .findOne()
        .map(bytes -> WordBytes.read(vault.open(place(entry), bytes), transcript))
        .orElse(List.of());
  }

  private static Place place(Entry entry) {
    return new Place(entry.client(), Purpose.TEXT, "words", entry.id());
  }
}
