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
 * @param codes in the file's order
 */
public record Codebook(
    String id, String version, String language, String description, String hash, List<Code> codes) {

  public Codebook {
    codes = List.copyOf(codes);
  }

  public Optional<Code> code(String codeId) {
    return codes.stream().filter(code -> code.id().equals(codeId)).findFirst();
  }
}
