package org.throughline.transcript.reader;

import java.util.Map;
import java.util.Optional;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;
import org.throughline.transcript.report.ImportResult;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.Sources;
import org.throughline.transcript.source.UnreadableException;

/** Reads an upload in whatever dialect it is. A pure function: the same bytes, the same result. */
public final class TranscriptImporter {

  private TranscriptImporter() {}

  /**
   * Reads an upload for a client whose labels may be known from earlier uploads.
   *
   * @param knownLabels who is behind each label, as answered before; see {@link Answers#roles}
   */
  public static ImportResult read(Upload upload, Map<String, Role> knownLabels) {
    return read(upload, Answers.roles(knownLabels));
  }

  /** The answer to a file that is too large to be opened at all. */
  public static ImportResult tooLarge(long bytes) {
    UnreadableException refused = Sources.tooLarge(bytes);
    return new ImportResult.Refused(refused.reason(), refused.fix(), null, null);
  }

  /** Reads an upload, given everything that was answered so far. */
  public static ImportResult read(Upload upload, Answers answers) {
    try {
      Source source = Sources.open(upload, answers.charset());
      Furniture furniture = Furniture.in(source);
      Source talk = furniture == null ? source : furniture.rest();
      for (TranscriptReader reader : Dialects.ALL) {
        Optional<String> why = reader.detect(talk);
        if (why.isPresent()) {
          Draft draft = new Draft(source);
          if (furniture != null) {
            furniture.book(draft);
          }
          reader.read(talk, draft);
          return new Outcome(upload, answers, reader.dialect(), why.get(), draft, furniture)
              .result();
        }
      }
      return new ImportResult.Refused(
          "no known transcript layout was found in the file",
          "Write each turn on a line of its own as \"T: …\" and \"C: …\", or export it again as"
              + " VTT, SRT, DOCX or plain text.",
          null,
          null);
    } catch (UnreadableException e) {
      return new ImportResult.Refused(e.reason(), e.fix(), e.line(), null);
    }
  }
}
