package org.throughline.transcript.report;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Transcript;

/** What came of reading an upload. */
public sealed interface ImportResult {

  /** Every turn has a role; nothing is left to ask. */
  record Imported(Transcript transcript, ImportReport report) implements ImportResult {}

  /**
   * The words came in, but somebody has to decide something before they may be counted.
   *
   * @param transcript the turns, with a null role wherever the speaker is undecided
   * @param labels the undecided labels as the file writes them, in order of appearance
   * @param questions everything to be answered, the labels among it; never empty
   */
  record NeedsMapping(
      Transcript transcript, Set<String> labels, List<Question> questions, ImportReport report)
      implements ImportResult {

    public NeedsMapping {
      questions = List.copyOf(questions);
      if (questions.isEmpty()) {
        throw new IllegalArgumentException("an upload that needs mapping asks something");
      }
    }

    /** Labels are often names. */
    @Override
    public String toString() {
      return "NeedsMapping[" + transcript + ", questions=" + questions.size() + "]";
    }
  }

  /**
   * Nothing of the file was taken.
   *
   * @param reason why, in words that quote nothing of the file
   * @param fix what to do about it
   * @param line where, counted from 1, or null
   * @param report as far as reading came, or null
   */
  record Refused(String reason, String fix, @Nullable Integer line, @Nullable ImportReport report)
      implements ImportResult {}
}
