package org.throughline.transcript.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/** An import as programs read it; Jackson writes these records as they stand. */
public sealed interface ImportJson {

  /**
   * The words came in.
   *
   * @param outcome {@code ok}, or {@code needs_mapping} while there are questions
   */
  @JsonPropertyOrder({"outcome", "turns", "questions", "report"})
  record Accepted(
      String outcome, List<TurnJson> turns, List<Question> questions, ImportReport report)
      implements ImportJson {
    @Override
    public String toString() {
      return "Accepted[" + outcome + ", turns=" + turns.size() + "]";
    }
  }

  /** Nothing came in. {@code refused} is always true: it is what a program looks for. */
  @JsonPropertyOrder({"refused", "reason", "fix", "line", "report"})
  record Refusal(
      boolean refused,
      String reason,
      String fix,
      @Nullable Integer line,
      @Nullable ImportReport report)
      implements ImportJson {}

  /** One turn. */
  @JsonPropertyOrder({"label", "role", "text", "startMs"})
  record TurnJson(
      @Nullable String label, @Nullable String role, String text, @Nullable Long startMs) {

    static TurnJson of(Turn turn) {
      var role = turn.role();
      return new TurnJson(
          turn.label(), role == null ? null : role.id(), turn.text(), turn.startMs());
    }

    @Override
    public String toString() {
      return "TurnJson[role=" + role + ", length=" + text.length() + "]";
    }
  }

  /** The same result in the form that is written. */
  static ImportJson of(ImportResult result) {
    return switch (result) {
      case ImportResult.Imported r ->
          new Accepted("ok", turns(r.transcript()), List.of(), r.report());
      case ImportResult.NeedsMapping r ->
          new Accepted("needs_mapping", turns(r.transcript()), r.questions(), r.report());
      case ImportResult.Refused r -> new Refusal(true, r.reason(), r.fix(), r.line(), r.report());
    };
  }

  private static List<TurnJson> turns(Transcript transcript) {
    return transcript.turns().stream().map(TurnJson::of).toList();
  }
}
