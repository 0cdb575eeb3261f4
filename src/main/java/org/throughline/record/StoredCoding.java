package org.throughline.record;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.coding.Coding;
import org.throughline.coding.Rater;

/**
 * A coding as it was made, with everything people said about it since.
 *
 * @param id stable: survives coding the session again, as long as the same cue marks the same words
 * @param entry id of the session or check-in
 * @param decisions in order
 */
public record StoredCoding(
    String id, String entry, String client, Coding coding, List<Decision> decisions) {

  /** Where a coding stands after all decisions; one that a person made needs nobody's yes. */
  public enum Standing {
    SUGGESTED,
    CONFIRMED,
    REJECTED,
    CHANGED
  }

  public StoredCoding {
    decisions = List.copyOf(decisions);
  }

  /** The last decision that was not taken back. */
  public Optional<Decision> last() {
    Set<String> undone = new HashSet<>();
    for (int i = decisions.size() - 1; i >= 0; i--) {
      Decision decision = decisions.get(i);
      if (undone.contains(decision.id())) {
        continue;
      }
      if (decision.what() instanceof Decision.Undo undo) {
        undone.add(undo.decision());
      } else {
        return Optional.of(decision);
      }
    }
    return Optional.empty();
  }

  public Standing standing() {
    return last()
        .map(
            decision ->
                switch (decision.what()) {
                  case Decision.Confirm confirm -> Standing.CONFIRMED;
                  case Decision.Reject reject -> Standing.REJECTED;
                  case Decision.Change change -> Standing.CHANGED;
                  case Decision.Undo undo -> throw new AssertionError("an undo never stands");
                })
        .orElse(coding.rater() instanceof Rater.Human ? Standing.CONFIRMED : Standing.SUGGESTED);
  }

  /**
   * The coding that counts: as made, or as changed; none if it was rejected.
   *
   * @param turnText text of the coding's turn, to read a changed span's words from
   */
  public Optional<Coding> effective(String turnText) {
    Optional<Decision> last = last();
    if (last.isEmpty()) {
      return Optional.of(coding);
    }
    return switch (last.get().what()) {
      case Decision.Reject reject -> Optional.empty();
      case Decision.Change change ->
          Optional.of(
              new Coding(
                  change.code(),
                  coding.turn(),
                  change.span(),
                  change.span().of(turnText),
                  coding.attributes(),
                  coding.evidence(),
                  coding.confidence(),
                  coding.rater()));
      case Decision.Confirm confirm -> Optional.of(coding);
      case Decision.Undo undo -> throw new AssertionError("an undo never stands");
    };
  }
}
