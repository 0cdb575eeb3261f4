/**
 * How far raters agree: people with people, and people with machines.
 *
 * <p>Two families of data (after Krippendorff). In <em>coding</em> the units are given and each
 * rater puts each into a category: {@link org.throughline.agreement.Ratings}. In <em>unitizing</em>
 * raters also choose where a unit begins and ends: {@link org.throughline.agreement.MarkedText}.
 * The first has Cohen's and Fleiss' kappa, PABAK, Gwet's AC1, Krippendorff's alpha and intraclass
 * correlations; the second Krippendorff's unitizing alpha and, uncorrected for chance, the F1 of
 * spans.
 *
 * <pre>{@code
 * Ratings ratings = Ratings.words(List.of("Ann", "Bo"), List.of("no", "yes"), "turns")
 *     .add("client 1", "yes", "yes")
 *     .add("client 2", "no", "yes")
 *     .build();
 * switch (Agreements.of(ratings, new CohenKappa())) {
 *   case Agreement.Estimate found -> found.value();
 *   case Agreement.Undefined none -> none.because();
 * }
 * }</pre>
 *
 * <p>Nothing here answers NaN or 1 where a coefficient is 0/0: {@link
 * org.throughline.agreement.Agreement} is sealed, and undefined is one of its values, with the
 * reason. No coefficient comes alone: its {@link org.throughline.agreement.Basis} says how many
 * units, raters and clients it rests on and how common each category is (kappa falls where one
 * category is rare, however well raters agree), and its {@link
 * org.throughline.agreement.Uncertainty} is a percentile interval over samples of whole clients,
 * because what one client says is alike.
 *
 * <p>{@link org.throughline.agreement.CodeAgreements} puts it together: every code, every
 * coefficient that fits, all from the same samples.
 *
 * <p>A pure package: no files, no text, the same seed gives the same interval. Each coefficient
 * names its paper, and a test named after the paper holds its worked example.
 */
@NullMarked
package org.throughline.agreement;

import org.jspecify.annotations.NullMarked;
