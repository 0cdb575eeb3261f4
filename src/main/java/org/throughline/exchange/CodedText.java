package org.throughline.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;

/**
 * A session or another text with its codings, ready to be handed out.
 *
 * @param id under which it comes back
 * @param client a pseudonym: the case that the text belongs to
 * @param parts its turns; one part without a role for a text that has none
 * @param variables shown as text, "day", "session"
 * @param memos on the text as a whole
 */
public record CodedText(
    String id,
    String client,
    List<Part> parts,
    Map<String, String> variables,
    List<Mark> marks,
    List<String> memos) {

  /** Without memos on the text as a whole. */
  public CodedText(
      String id, String client, List<Part> parts, Map<String, String> variables, List<Mark> marks) {
    this(id, client, parts, variables, marks, List.of());
  }

  public CodedText {
    parts = List.copyOf(parts);
    variables = new TreeMap<>(variables);
    marks = List.copyOf(marks);
    memos = List.copyOf(memos);
  }

  /** A turn. */
  public record Part(@Nullable Role role, String text) {
    @Override
    public String toString() {
      return "Part[" + role + ", length=" + text.length() + "]";
    }
  }

  /**
   * A coding.
   *
   * @param part index of its part
   * @param span in the part's text, UTF-16 units
   * @param rater who coded: becomes a user of the project
   * @param more what the standard cannot hold: attributes, cue, decisions
   */
  public record Mark(
      String id,
      String code,
      int part,
      Span span,
      String rater,
      @Nullable Instant at,
      @Nullable String memo,
      Map<String, Object> more) {

    public Mark {
      more = new TreeMap<>(more);
    }

    @Override
    public String toString() {
      return "Mark[" + code + " part=" + part + " " + span + "]";
    }
  }

  @Override
  public String toString() {
    return "CodedText[" + id + ", parts=" + parts.size() + ", marks=" + marks.size() + "]";
  }
}
