package org.throughline.agreement;

import java.util.List;

/** Figures that can be counted again with each client counted so many times. */
interface Recount {

  List<String> measures();

  Basis basis(int measure);

  /**
   * One figure for each measure.
   *
   * @param times how often each client is in the sample; all 1 for the sample as it is
   */
  List<Figure> figures(int[] times);
}
