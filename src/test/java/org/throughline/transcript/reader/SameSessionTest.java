package org.throughline.transcript.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One session, written down by twelve programs: the turns are the same. */
class SameSessionTest {

  private record Said(String who, int second, String words) {}

  private static final List<Said> SESSION =
      List.of(
          new Said("Mara Lind", 1, "How was the week? You said: difficult."),
          new Said("Otto", 4, "Long. I got up at 6:30 & slept on the sofa."),
          new Said("Mara Lind", 61, "Mm-hm."),
          new Said("Otto", 3605, "C'était dur — vraiment 🙂."));

  private static final String TURNS =
      SESSION.stream().map(s -> s.who + ": " + s.words).collect(Collectors.joining("\n"));

  private static String each(String head, String each) {
    StringBuilder text = new StringBuilder(head);
    int number = 1;
    for (Said said : SESSION) {
      text.append(
          each.replace("NUMBER", String.valueOf(number++))
              .replace("WHO", said.who)
              .replace("WORDS", said.words)
              .replace("ENTITIES", said.words.replace("&", "&amp;"))
              .replace("SHORT", clock(said.second, false))
              .replace("FROM", clock(said.second, true))
              .replace("MS", String.valueOf(said.second * 1000L))
              .replace("SECONDS", said.second + ".0")
              .replace("TO", clock(said.second + 2, true)));
    }
    return text.toString();
  }

  private static String clock(int second, boolean full) {
    int h = second / 3600;
    int m = second / 60 % 60;
    int s = second % 60;
    return full
        ? String.format(Locale.ROOT, "%02d:%02d:%02d.000", h, m, s)
        : h > 0
            ? String.format(Locale.ROOT, "%d:%02d:%02d", h, m, s)
            : String.format(Locale.ROOT, "%d:%02d", m, s);
  }

  @Test
  void isTheSameInEveryFormat() {
    List<String> untimed = new ArrayList<>();
    untimed.add(each("", "WHO: WORDS\n"));
    untimed.add(each("", "WHO:\n\nWORDS\n\n"));
    untimed.add(each("", "[WHO] 14:03:22\nWORDS\n\n"));
    untimed.add(each("", "WHO: WORDS #00:00:01-0#\n\n"));
    for (String file : untimed) {
      assertThat(untime(Reading.turns(Reading.of(file)))).isEqualTo(TURNS);
    }
    List<String> timed = new ArrayList<>();
    timed.add(each("WEBVTT\n\n", "NUMBER\nFROM --> TO\nWHO: ENTITIES\n\n"));
    timed.add(each("WEBVTT\n\n", "a-b-c/NUMBER-0\nFROM --> TO\n<v WHO>ENTITIES</v>\n\n"));
    timed.add(each("", "NUMBER\nFROM --> TO\nWHO: WORDS\n\n"));
    timed.add(each("", "WHO  SHORT  \nWORDS\n\n") + "Transcribed by https://otter.ai\n");
    timed.add(each("", "WHO (SHORT):\nWORDS\n\n"));
    timed.add(each("", "[SHORT] WHO: WORDS\n"));
    timed.add(each("", "FROMWHO: WORDS\n\n"));
    timed.add(each("Time\tWho\tWords\n", "FROM\tWHO\tWORDS\n"));
    timed.add("[" + each("", "{\"speaker\":\"WHO\",\"startMs\":MS,\"text\":\"WORDS\"},") + "{}]");
    timed.add(
        "{\"segments\":["
            + each("", "{\"speaker\":\"WHO\",\"start\":SECONDS,\"text\":\" WORDS\"},")
            + "{}]}");
    for (String file : timed) {
      assertThat(untime(Reading.turns(Reading.of(file)))).isEqualTo(TURNS);
      assertThat(Reading.transcript(Reading.of(file)).turns())
          .extracting(turn -> turn.startMs())
          .containsExactly(1000L, 4000L, 61_000L, 3_605_000L);
    }
    String docx =
        each(
            "<w:p><w:r><w:t>X started transcription</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>WHO   SHORT</w:t><w:br/><w:t>ENTITIES</w:t></w:r></w:p>");
    assertThat(untime(Reading.turns(Reading.of(Specimen.docx(docx))))).isEqualTo(TURNS);
  }

  private static String untime(String turns) {
    return turns.replaceAll(" @\\d+:", ":");
  }
}
