package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high
 * agreement. British Journal of Mathematical and Statistical Psychology 61, 29–48.
 */
class Gwet2008Test {

  /** 125 units, 118 times "+" by both, never "−" by both: kappa falls below 0, AC1 does not. */
  private static final Ratings NEARLY_ALL_POSITIVE = Tables.square(new int[][] {{118, 5}, {2, 0}});

  @Test
  void high_agreement_on_a_common_category() {
    assertThat(Tables.value(NEARLY_ALL_POSITIVE, new GwetAc1())).isCloseTo(.9408, within(.0001));
    assertThat(Tables.value(NEARLY_ALL_POSITIVE, new CohenKappa()))
        .isCloseTo(-.0234, within(.0001));
  }

  /** Gwet 2014, ch. 2, the twelve units of four raters with missing ratings: AC1 .77544. */
  @Test
  void missing_ratings() {
    Ratings twelve = Tables.lines("123321412...", "1233224125.3", ".3332342251.", "12332441251.");
    assertThat(Tables.value(twelve, new GwetAc1())).isCloseTo(.77544, within(.00001));
  }

  @Test
  void says_how_common_each_category_is() {
    Agreement agreement = Agreements.of(NEARLY_ALL_POSITIVE, new GwetAc1());
    assertThat(agreement.basis().n()).isEqualTo(125);
    assertThat(agreement.basis().prevalence().get("0")).hasToString("243 of 250");
  }
}
