package org.throughline.codebook;

import java.util.List;
import java.util.Optional;

/**
 * A scheme of codes for one construct in one language.
 *
 * @param id "emotion": the part before the first dot of all its codes' ids
 * @param version what people call this edition, "1.0.0"
 * @param language IETF tag of the language its cues read, "en"
 * @param description what it is for, for people
 * @param hash SHA-256 of the file it was read from, hex: pins results to their scheme
 * @param unit what one coding marks
 * @param threshold for {@link Unit#TURN} and {@link Unit#STAGE}: how much the confidences of one
 *     code's cues must add up to before the turn is coded at all, so that a single word never
 *     decides
 * @param codes in the file's order
 */
public record Codebook(
    String id,
    String version,
    String language,
    String description,
    String hash,
    Unit unit,
    double threshold,
    List<Code> codes) {

  /** What one coding of a codebook marks. */
  public enum Unit {
    /** Words or clauses; of overlapping matches the surest, then the longest, stays. */
    SEGMENT,
    /** Words or clauses; different codes may share them. */
    OVERLAPPING,
    /** The whole turn: at most one code, marked at its surest evidence. */
    TURN,
    /** The whole turn, where the codes are the rungs of a ladder: the highest one reached. */
    STAGE
  }

  public Codebook {
    codes = List.copyOf(codes);
  }

  public Optional<Code> code(String codeId) {
    return codes.stream().filter(code -> code.id().equals(codeId)).findFirst();
  }
}
