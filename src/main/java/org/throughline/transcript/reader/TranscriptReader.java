package org.throughline.transcript.reader;

import java.util.Optional;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.UnreadableException;

/**
 * Knows one dialect: a layout in which some program or person writes transcripts.
 *
 * <p>To teach the project another dialect, write one class and add one line to {@link Dialects}.
 */
public interface TranscriptReader {

  /** The dialect's name, such as {@code zoom-vtt}. */
  String dialect();

  /**
   * Whether the source is in this dialect, judged by its content.
   *
   * @return what gives it away, as the user will read it, or nothing
   */
  Optional<String> detect(Source source);

  /**
   * Takes the source apart: says what each stretch of it is. What is not mentioned is listed as not
   * recognised, so nothing can be lost by forgetting it.
   *
   * @throws UnreadableException if it cannot be read, or a limit is passed
   */
  void read(Source source, Draft draft) throws UnreadableException;
}
