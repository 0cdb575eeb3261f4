package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Byrt, T., Bishop, J. and Carlin, J. B. (1993). Bias, prevalence and kappa. Journal of Clinical
 * Epidemiology 46, 423–429: PABAK = 2 p_o − 1. Tables of Feinstein, A. R. and Cicchetti, D. V.
 * (1990). High agreement but low kappa. Journal of Clinical Epidemiology 43, 543–549.
 */
class Byrt1993Test {

  /** The same observed agreement of .85 gives kappa .70 and .32; PABAK is .70 both times. */
  @Test
  void does_not_fall_with_prevalence() {
    Ratings even = Tables.square(new int[][] {{40, 9}, {6, 45}});
    Ratings lopsided = Tables.square(new int[][] {{80, 10}, {5, 5}});
    assertThat(Tables.value(even, new CohenKappa())).isCloseTo(.70, within(.005));
    assertThat(Tables.value(lopsided, new CohenKappa())).isCloseTo(.32, within(.005));
    assertThat(Tables.value(even, new Pabak())).isCloseTo(.70, within(1e-12));
    assertThat(Tables.value(lopsided, new Pabak())).isCloseTo(.70, within(1e-12));
  }
}
