package org.throughline.transcript.reader;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;

/**
 * What a person has decided about an upload, so far.
 *
 * @param roles who is behind each label; the empty label stands for text without a speaker
 * @param charset the encoding that was confirmed, or null
 * @param accepted whether a preview (a machine's summary left out, an uncertain layout) was looked
 *     at and found right
 */
public record Answers(Map<String, Role> roles, @Nullable Charset charset, boolean accepted) {

  /** The key in {@link #roles} for text without a speaker. */
  public static final String NO_SPEAKER = "";

  public static final Answers NONE = new Answers(Map.of(), null, false);

  public Answers {
    roles = Map.copyOf(roles);
  }

  public static Answers roles(Map<String, Role> roles) {
    return new Answers(roles, null, false);
  }

  public Answers withCharset(Charset confirmed) {
    return new Answers(roles, confirmed, accepted);
  }

  public Answers withAccepted() {
    return new Answers(roles, charset, true);
  }

  /** Labels are often names. */
  @Override
  public String toString() {
    return "Answers[roles=" + roles.size() + ", charset=" + charset + "]";
  }
}
