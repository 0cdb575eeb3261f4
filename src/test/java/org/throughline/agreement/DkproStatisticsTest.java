package org.throughline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.agreement.KrippendorffAlpha.Scale;

/** The same figures as DKPro Statistics on random data; the seed is the test's name. */
class DkproStatisticsTest {

  private static final double SAME = 1e-9;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void two_raters(long seed) {
    Random random = new Random(seed);
    var theirs = new CodingAnnotationStudy(2);
    List<Object[]> rows = rows(random, 2, 0, theirs);
    Ratings ours = ours(rows, 2);
    assertThat(Tables.value(ours, new CohenKappa()))
        .isCloseTo(new CohenKappaAgreement(theirs).calculateAgreement(), within(SAME));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void four_raters(long seed) {
    Random random = new Random(seed);
    var theirs = new CodingAnnotationStudy(4);
    Ratings ours = ours(rows(random, 4, 0, theirs), 4);
    assertThat(Tables.value(ours, new FleissKappa()))
        .isCloseTo(new FleissKappaAgreement(theirs).calculateAgreement(), within(SAME));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void alpha_with_missing_ratings(long seed) {
    Random random = new Random(seed);
    var theirs = new CodingAnnotationStudy(4);
    Ratings ours = ours(rows(random, 4, .2, theirs), 4);
    assertThat(Tables.value(ours, new KrippendorffAlpha(Scale.NOMINAL)))
        .isCloseTo(
            new KrippendorffAlphaAgreement(theirs, new NominalDistanceFunction())
                .calculateAgreement(),
            within(SAME));
    assertThat(Tables.value(ours, new KrippendorffAlpha(Scale.INTERVAL)))
        .isCloseTo(
            new KrippendorffAlphaAgreement(theirs, new IntervalDistanceFunction())
                .calculateAgreement(),
            within(SAME));
    assertThat(Tables.value(ours, new KrippendorffAlpha(Scale.ORDINAL)))
        .isCloseTo(
            new KrippendorffAlphaAgreement(theirs, new OrdinalDistanceFunction())
                .calculateAgreement(),
            within(SAME));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void unitizing(long seed) {
    Random random = new Random(seed);
    int length = 200;
    int raters = 2 + random.nextInt(2);
    var theirs = new UnitizingAnnotationStudy(raters, 0, length);
    List<List<Mark>> byRater = new ArrayList<>();
    for (int rater = 0; rater < raters; rater++) {
      List<Mark> marks = new ArrayList<>();
      for (int at = random.nextInt(10); at < length - 20; at += 1 + random.nextInt(30)) {
        int end = at + 1 + random.nextInt(15);
        marks.add(new Mark(at, end));
        theirs.addUnit(at, end - at, rater, "code");
        at = end;
      }
      byRater.add(marks);
    }
    double expected =
        new KrippendorffAlphaUnitizingAgreement(theirs).calculateCategoryAgreement("code");
    assertThat(Tables.value(Krippendorff1995Test.of(new MarkedText("client", length, byRater))))
        .isCloseTo(expected, within(SAME));
  }

  private static List<Object[]> rows(
      Random random, int raters, double missing, CodingAnnotationStudy theirs) {
    List<Object[]> rows = new ArrayList<>();
    for (int unit = 0; unit < 60; unit++) {
      int truth = 1 + random.nextInt(4);
      @Nullable Object[] row = new @Nullable Object[raters];
      for (int rater = 0; rater < raters; rater++) {
        int rating = random.nextDouble() < .7 ? truth : 1 + random.nextInt(4);
        row[rater] = random.nextDouble() < missing ? null : Integer.valueOf(rating);
      }
      rows.add(row);
      theirs.addItemAsArray(row);
    }
    return rows;
  }

  private static Ratings ours(List<Object[]> rows, int raters) {
    Ratings.Builder ratings =
        Ratings.numbers(Tables.raters(raters), new double[] {1, 2, 3, 4}, "units");
    for (int i = 0; i < rows.size(); i++) {
      @Nullable Double[] row = new @Nullable Double[raters];
      for (int rater = 0; rater < raters; rater++) {
        Object rating = rows.get(i)[rater];
        row[rater] = rating == null ? null : Double.valueOf((Integer) rating);
      }
      ratings.addNumbers("client " + i, row);
    }
    return ratings.build();
  }
}
