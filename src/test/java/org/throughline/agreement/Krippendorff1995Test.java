package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Krippendorff, K. (1995). On the reliability of unitizing continuous data. Sociological
 * Methodology 25, 47–76, p. 57: four pairs of observers on a continuum of 24. Each character is one
 * position: a letter is a unit (another letter: the next unit), a dash a gap. Stretched finely, the
 * printed alphas are A .553, B −.926, C .679, D .066.
 *
 * <p>The paper's own expected disagreement has a sign wrong that Krippendorff (2004) put right;
 * with the right one C is .693. Hence the tolerance; {@link DkproStatisticsTest} has none.
 */
class Krippendorff1995Test {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "A, --aaaaaaaa----bbbbbb----, ----aaaa-------bb-------,  .553",
    "B, aaaaaaaaaaaaaaaaaa------, aabcdefffg--------------, -.926",
    "C, --aaaaaa--bb--cccc--dd--, aa--bbbb--cccc--dd--ee--,  .679",
    "D, aabbbbbbbbccccddddddeeee, aaaabbbbcccccccddeeeeeee,  .066",
  })
  void page_57(String pair, String first, String second, double printed) {
    assertThat(alpha(500, first, second)).isCloseTo(printed, within(.02));
  }

  @Test
  void is_one_for_the_same_units() {
    assertThat(alpha(1, "--aaaa--bb--", "--aaaa--bb--")).isEqualTo(1);
  }

  @Test
  void is_undefined_where_nobody_marked_anything() {
    assertThat(Tables.undefined(of(text("client", 1, "----", "----")))).contains("nobody");
  }

  @Test
  void overlapping_marks_of_one_rater_are_one_unit() {
    var overlapping =
        new MarkedText(
            "client",
            20,
            List.of(List.of(new Mark(2, 8), new Mark(5, 11)), List.of(new Mark(2, 11))));
    assertThat(Tables.value(of(overlapping))).isEqualTo(1);
  }

  private static double alpha(int stretch, String... lines) {
    return Tables.value(of(text("client", stretch, lines)));
  }

  static Agreement of(MarkedText... texts) {
    int raters = texts[0].byRater().size();
    var alpha = new UnitizingAlpha(List.of(texts), raters);
    int clients = (int) Arrays.stream(texts).map(MarkedText::client).distinct().count();
    return Resampling.DEFAULT.estimate(List.of(alpha), clients).getFirst();
  }

  static MarkedText text(String client, int stretch, String... lines) {
    List<List<Mark>> byRater = new ArrayList<>();
    for (String line : lines) {
      List<Mark> marks = new ArrayList<>();
      for (int start = 0; start < line.length(); start++) {
        char c = line.charAt(start);
        int end = start + 1;
        while (end < line.length() && line.charAt(end) == c) {
          end++;
        }
        if (c != '-') {
          marks.add(new Mark(start * stretch, end * stretch));
        }
        start = end - 1;
      }
      byRater.add(marks);
    }
    return new MarkedText(client, lines[0].length() * stretch, byRater);
  }
}
