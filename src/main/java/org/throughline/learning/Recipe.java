package org.throughline.learning;

/**
 * How a model was made: with the same lessons it can be made again, to the last bit.
 *
 * @param features which version of {@link Features}
 * @param algorithm with its settings
 * @param folds how many, at most
 * @param seed of the folds
 * @param threshold from which probability on the model suggests
 */
public record Recipe(String features, String algorithm, int folds, long seed, double threshold) {

  /** What this program does. */
  public static final Recipe OURS =
      new Recipe(
          Features.VERSION,
          "OpenNLP maximum entropy, "
              + LearnedCoder.ITERATIONS
              + " iterations, cutoff "
              + LearnedCoder.CUTOFF,
          5,
          20260101L,
          .5);
}
