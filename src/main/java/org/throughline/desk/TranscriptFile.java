package org.throughline.desk;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;
import org.throughline.transcript.reader.Answers;

/**
 * A transcript as it is handed in.
 *
 * @param date of the session
 * @param number of the session, null for the next
 * @param roles whose label is whose role, where the uploader says so; added to what was answered at
 *     earlier uploads
 * @param charset the encoding, where the uploader has confirmed one
 * @param accepted whether the uploader has looked at a doubtful layout and found it right
 */
public record TranscriptFile(
    Upload upload,
    LocalDate date,
    @Nullable Integer number,
    Map<String, Role> roles,
    boolean accepted,
    @Nullable Charset charset,
    Twins twins) {

  /** What is to be done if the client already has a session that says the same. */
  public sealed interface Twins {
    /** Keep nothing and ask. */
    record Ask() implements Twins {}

    /** Keep this one too. */
    record KeepBoth() implements Twins {}

    /**
     * Put this one in its place.
     *
     * @param session id or number
     */
    record Replace(String session) implements Twins {}
  }

  public TranscriptFile {
    roles = Map.copyOf(roles);
  }

  /** One that is not to be kept if it is there already. */
  public TranscriptFile(
      Upload upload,
      LocalDate date,
      @Nullable Integer number,
      Map<String, Role> roles,
      boolean accepted,
      @Nullable Charset charset) {
    this(upload, date, number, roles, accepted, charset, new Twins.Ask());
  }

  /** Everything that was answered so far, together with what is known of the client's labels. */
  Answers answers(Map<String, Role> known) {
    Map<String, Role> all = new HashMap<>(known);
    all.putAll(roles);
    return new Answers(all, charset, accepted);
  }

  /** Labels are names. */
  @Override
  public String toString() {
    return "TranscriptFile[" + upload + ", date=" + date + "]";
  }
}
