package org.throughline.transcript.reader;

import java.util.List;

/** Every dialect, the unmistakable ones first: the first that recognises a source reads it. */
final class Dialects {

  static final List<TranscriptReader> ALL =
      List.of(
          new TeamsVtt(),
          new LegacyTeamsVtt(),
          new ZoomVtt(),
          new PlainVtt(),
          new Srt(),
          new ZoomCaptions(),
          new TeamsDocx(),
          new OtterText(),
          new PlainLabels());

  private Dialects() {}
}
