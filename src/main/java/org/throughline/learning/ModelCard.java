package org.throughline.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.throughline.statistic.Tally;

/**
 * What a model can do, measured on clients it was not taught by.
 *
 * @param lessons how many, of which how many with the code: k of n
 * @param clients whose lessons they are
 * @param folds each client in one of them
 * @param precision of the lessons held out that the model said yes to, those with the code
 * @param recall of the lessons held out with the code, those the model said yes to
 * @param threshold from which probability on it says yes
 */
public record ModelCard(
    String code,
    Tally lessons,
    int clients,
    int folds,
    Tally precision,
    Tally recall,
    double threshold) {

  public static final double THRESHOLD = .5;

  /** With fewer clients folds would hold out almost nobody. */
  public static final int FEWEST_CLIENTS = 5;

  /** Whether a model may be offered at all; otherwise why not. */
  public sealed interface Outcome {

    /** The card of a model that may be switched on. */
    record Measured(ModelCard card) implements Outcome {}

    /**
     * Too little to learn from.
     *
     * @param because what is missing
     */
    record TooLittle(String because) implements Outcome {}
  }

  /**
   * Cross-validation in folds of whole clients.
   *
   * @param seed of the clients' order
   */
  public static Outcome measure(String code, List<Lesson> lessons, int folds, long seed) {
    List<String> clients =
        new ArrayList<>(
            lessons.stream()
                .map(Lesson::client)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
    if (clients.size() < FEWEST_CLIENTS) {
      return new Outcome.TooLittle(
          "lessons from " + clients.size() + " clients; at least " + FEWEST_CLIENTS);
    }
    Collections.shuffle(clients, new Random(seed));
    Tally precision = Tally.NONE;
    Tally recall = Tally.NONE;
    int used = Math.min(folds, clients.size());
    for (int fold = 0; fold < used; fold++) {
      List<Lesson> taught = new ArrayList<>();
      List<Lesson> held = new ArrayList<>();
      for (Lesson lesson : lessons) {
        (clients.indexOf(lesson.client()) % used == fold ? held : taught).add(lesson);
      }
      long yes = taught.stream().filter(Lesson::applies).count();
      if (yes == 0 || yes == taught.size()) {
        return new Outcome.TooLittle(
            "without some clients all lessons are of one kind; decide about more clients");
      }
      LearnedCoder coder = LearnedCoder.learn(code, taught);
      for (Lesson lesson : held) {
        boolean said = coder.probability(lesson.features()) >= THRESHOLD;
        precision = said ? precision.plus(new Tally(lesson.applies() ? 1 : 0, 1)) : precision;
        recall = lesson.applies() ? recall.plus(new Tally(said ? 1 : 0, 1)) : recall;
      }
    }
    Tally all = new Tally(lessons.stream().filter(Lesson::applies).count(), lessons.size());
    return new Outcome.Measured(
        new ModelCard(code, all, clients.size(), used, precision, recall, THRESHOLD));
  }
}
