package org.throughline.transcript.reader;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines that programs write into transcripts and nobody says.
 *
 * <p>Some of them are also known as things speech recognisers make up in silence ("Transcribed by
 * https://otter.ai"), so wherever such a line stands alone it is listed as dropped and never kept.
 */
final class Boilerplate {

  private record Kind(String reason, Pattern line) {}

  private static final List<Kind> KINDS =
      List.of(
          kind("footer", "transcribed by (https?://)?(www\\.)?otter\\.ai[/.]?"),
          kind(
              "footer",
              "(transcribed|transcript|transcription) by (https?://)?(www\\.)?rev(\\.com)?[/.]?"),
          kind("footer", "this transcript was exported on .{1,80}"),
          kind("footer", "this editable transcript was computer generated.{0,160}"),
          kind("footer", "people can also change the text after it was created\\.?"),
          kind(
              "footer",
              "(transcribed|transcript created|created|generated) (with|by|using) (descript|trint|sonix|happy scribe|temi|zoom|turboscribe)\\.?.{0,60}"),
          kind("system line", "(.{1,80} )?(started|stopped) (the )?(transcription|recording)\\.?"),
          kind(
              "system line",
              "(the )?(recording|transcription|transcript|meeting|call) (has )?(started|stopped|ended)( after [\\d:]+)?\\.?\\W*"),
          kind("system line", "this (meeting|call) is being (recorded|transcribed)\\.?"));

  /** Every one of these lines has one of these; looking for them first is quick. */
  private static final List<String> TELLTALE =
      List.of(
          "transcri",
          "otter",
          "rev",
          "people can",
          "created",
          "generated",
          "record",
          "meeting",
          "call");

  private Boilerplate() {}

  private static Kind kind(String reason, String line) {
    return new Kind(reason, Pattern.compile(line));
  }

  /** Why the line is not speech, or null if it may be. */
  static @Nullable String reason(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.length() > 200) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (TELLTALE.stream().noneMatch(lower::contains)) {
      return null;
    }
    for (Kind kind : KINDS) {
      if (kind.line().matcher(lower).matches()) {
        return kind.reason();
      }
    }
    return null;
  }
}
