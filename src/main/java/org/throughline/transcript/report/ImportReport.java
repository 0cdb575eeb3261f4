package org.throughline.transcript.report;

import java.util.List;
import java.util.Map;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;

/**
 * What was read, how, and what was left out.
 *
 * @param dialect the layout that was recognised, such as {@code zoom-vtt}
 * @param why what in the file gave it away
 * @param container what the characters came in: {@code text}, {@code docx}, {@code json} …
 * @param sha256 of the file's bytes
 * @param bytes the file's size
 * @param encoding how bytes became characters
 * @param turns how many turns came out
 * @param mergedPieces cues or paragraphs that were joined to the same speaker's piece before them
 * @param carriedOver stretches without a speaker of their own, given to the speaker before: guesses
 * @param roles each label's role where it is decided, and who decided
 * @param dropped what did not become speech, in order; at most {@value #LISTED} are listed
 * @param droppedByReason how many parts were dropped for each reason, all of them
 * @param notes anything else worth a look
 * @param conservation the sum over all characters
 */
public record ImportReport(
    String dialect,
    String why,
    String container,
    String sha256,
    long bytes,
    TextEncoding encoding,
    int turns,
    int mergedPieces,
    List<CarriedOver> carriedOver,
    List<RoleDecision> roles,
    List<Dropped> dropped,
    Map<String, Integer> droppedByReason,
    List<String> notes,
    Conservation conservation) {

  /** How many dropped parts and carried-over stretches are listed one by one. */
  public static final int LISTED = 2_000;

  /** A stretch of a turn whose speaker the file does not state. */
  public record CarriedOver(int turn, Span span) {}

  /**
   * Who a label stands for.
   *
   * @param by {@code you} (a mapping given earlier), {@code file} (the file states the role) or
   *     {@code label} (a word such as Therapist leaves no doubt)
   */
  public record RoleDecision(String label, Role role, String by) {
    @Override
    public String toString() {
      return "RoleDecision[" + role + " by " + by + "]";
    }
  }

  public ImportReport {
    carriedOver = List.copyOf(carriedOver);
    roles = List.copyOf(roles);
    dropped = List.copyOf(dropped);
    notes = List.copyOf(notes);
  }

  @Override
  public String toString() {
    return "ImportReport[" + dialect + ", turns=" + turns + ", dropped=" + dropped.size() + "]";
  }
}
