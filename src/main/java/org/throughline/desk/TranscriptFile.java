package org.throughline.desk;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;

/**
 * A transcript as it is handed in.
 *
 * @param date of the session
 * @param number of the session, null for the next
 * @param roles whose label is whose role, where the uploader says so; added to what was answered at
 *     earlier uploads
 * @param accepted whether the uploader has looked at a doubtful layout and found it right
 */
public record TranscriptFile(
    Upload upload,
    LocalDate date,
    @Nullable Integer number,
    Map<String, Role> roles,
    boolean accepted) {

  public TranscriptFile {
    roles = Map.copyOf(roles);
  }

  /** Labels are names. */
  @Override
  public String toString() {
    return "TranscriptFile[" + upload + ", date=" + date + "]";
  }
}
