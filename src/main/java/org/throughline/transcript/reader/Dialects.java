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
          new RevJson(),
          new AssemblyJson(),
          new WhisperJson(),
          new TurnListJson(),
          new WordListJson(),
          new Elan(),
          new Chat(),
          new Srt(),
          new ZoomCaptions(),
          new F4Text(),
          new TableTurns(),
          new CheckInTable(),
          new TeamsDocx(),
          new MaxqdaText(),
          new NvivoText(),
          new RevText(),
          new OtterText(),
          new Meet(),
          new BoldNames(),
          new PlainLabels(),
          new BareLabels(),
          new Prose());

  private Dialects() {}
}
