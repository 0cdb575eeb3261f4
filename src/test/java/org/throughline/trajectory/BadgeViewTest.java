package org.throughline.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.indicator.Badge;
import org.throughline.statistic.Tally;

/** The alpha that is printed is the one the band follows from. */
class BadgeViewTest {

  private static BadgeView view(Badge.Alpha... alphas) {
    Tally judged = new Tally(8, 10);
    return BadgeView.of(new Badge("emotion.fear", judged, Tally.NONE, List.of(alphas)));
  }

  private static Badge.Alpha cues(double value, boolean ceiling) {
    return alpha("cues against people", value, ceiling);
  }

  private static Badge.Alpha people(double value) {
    return alpha("people coding it twice", value, false);
  }

  private static Badge.Alpha alpha(String of, double value, boolean ceiling) {
    return new Badge.Alpha(
        of, ceiling, value, null, null, "few clients", 60, "turns", 6, new Tally(20, 120));
  }

  @Test
  void aCeilingLowersTheBand() {
    BadgeView view = view(cues(.70, true), people(.85));
    assertThat(view.band()).isEqualTo("tentative");
    assertThat(view.alpha()).isEqualTo(.70);
    assertThat(view(cues(.60, true), people(.85)).band()).isEqualTo("exploratory");
  }

  @Test
  void aCeilingNeverRaisesTheBand() {
    BadgeView view = view(cues(.90, true), people(.70));
    assertThat(view.band()).isEqualTo("tentative");
    assertThat(view.alpha()).isEqualTo(.70);
  }

  @Test
  void aHighCeilingAloneDecidesNothing() {
    BadgeView view = view(cues(.90, true));
    assertThat(view.band()).isEqualTo("unknown");
    assertThat(view.state()).isEqualTo("too_few");
    assertThat(view.alpha()).isNull();
    assertThat(view.alphas()).hasSize(1);
  }

  @Test
  void aLowCeilingAloneIsEnoughForExploratory() {
    BadgeView view = view(cues(.50, true));
    assertThat(view.band()).isEqualTo("exploratory");
    assertThat(view.alpha()).isEqualTo(.50);
  }

  @Test
  void ofMeasuredOnesTheLowestDecides() {
    BadgeView view = view(cues(.82, false), people(.95));
    assertThat(view.band()).isEqualTo("firm");
    assertThat(view.alpha()).isEqualTo(.82);
  }
}
