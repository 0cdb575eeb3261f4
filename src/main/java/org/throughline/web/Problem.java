package org.throughline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.Received;

/**
 * A problem document (RFC 9457): what went wrong, and what to do.
 *
 * @param type what kind, as a reference into the documentation
 * @param title the kind in a few words
 * @param status HTTP status
 * @param detail what to do about it; quotes nothing of the request
 * @param line where in the uploaded file, from 1; null where there is none
 * @param questions what a person has to decide before the upload can be counted
 * @param earlier sessions that say the same as the upload
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable Integer line,
    @Nullable List<Asked> questions,
    @Nullable List<Received.Earlier> earlier) {

  static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One question about an upload.
   *
   * @param subject the speaker label it is about, as the caller's own file writes it
   */
  record Asked(String kind, String subject, String ask, List<String> choices) {
    /** Labels are names. */
    @Override
    public String toString() {
      return "Asked[" + kind + "]";
    }
  }

  static Problem of(int status, String kind, String title, String detail) {
    return new Problem("/problems/" + kind, title, status, detail, null, null, null);
  }

  Problem atLine(@Nullable Integer where) {
    return new Problem(type, title, status, detail, where, questions, earlier);
  }

  Problem asking(List<Asked> asked) {
    return new Problem(type, title, status, detail, line, asked, earlier);
  }

  Problem naming(List<Received.Earlier> sessions) {
    return new Problem(type, title, status, detail, line, questions, sessions);
  }

  void answer(Context ctx) {
    ctx.status(status).contentType(MEDIA_TYPE).result(Json.MAPPER.writeValueAsString(this));
  }
}
