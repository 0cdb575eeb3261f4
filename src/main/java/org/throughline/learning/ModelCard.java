package org.throughline.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.throughline.statistic.Tally;

/**
 * What a model can do, measured on clients it was not taught by.
 *
 * @param judged sentences that people judged, and of these how many carry the code: k of n. Who
 *     always says yes has this precision.
 * @param unmarked sentences besides that neither a cue nor a person marked
 * @param clients whose sentences they are
 * @param folds each client is in one of them
 * @param precision of the judged sentences held out that the model said yes to, those that carry
 *     the code
 * @param recall of the judged sentences held out that carry the code, those the model said yes to
 * @param elsewhere of the unmarked sentences held out, those it said yes to: what it would put
 *     before people that nobody has asked for, some of it missed so far and some of it wrong
 */
public record ModelCard(
    String code,
    Tally judged,
    long unmarked,
    int clients,
    int folds,
    Measured precision,
    Measured recall,
    Measured elsewhere,
    Recipe recipe) {

  /** With fewer clients folds would hold out almost nobody. */
  public static final int FEWEST_CLIENTS = 5;

  /** Whether a model may be offered at all; otherwise why not. */
  public sealed interface Outcome {

    /** The card of a model that may be switched on. */
    record Carded(ModelCard card) implements Outcome {}

    /**
     * Too little to learn from.
     *
     * @param because what is missing
     */
    record TooLittle(String because) implements Outcome {}
  }

  /** What one client's held-out sentences came to. */
  private static final class Held {
    private Tally precision = Tally.NONE;
    private Tally recall = Tally.NONE;
    private Tally elsewhere = Tally.NONE;

    void add(Lesson lesson, boolean said) {
      if (!lesson.judged()) {
        elsewhere = elsewhere.plus(new Tally(said ? 1 : 0, 1));
        return;
      }
      precision = said ? precision.plus(new Tally(lesson.applies() ? 1 : 0, 1)) : precision;
      recall = lesson.applies() ? recall.plus(new Tally(said ? 1 : 0, 1)) : recall;
    }
  }

  /** Cross-validation in folds of whole clients. */
  public static Outcome measure(String code, List<Lesson> lessons, Recipe recipe) {
    List<String> clients =
        new ArrayList<>(new TreeSet<>(lessons.stream().map(Lesson::client).toList()));
    if (clients.size() < FEWEST_CLIENTS) {
      return new Outcome.TooLittle(
          "lessons from " + clients.size() + " clients; at least " + FEWEST_CLIENTS);
    }
    Collections.shuffle(clients, new Random(recipe.seed()));
    Map<String, Integer> foldOf = new TreeMap<>();
    int folds = Math.min(recipe.folds(), clients.size());
    for (int i = 0; i < clients.size(); i++) {
      foldOf.put(clients.get(i), i % folds);
    }
    Map<String, Held> held = new TreeMap<>();
    for (int fold = 0; fold < folds; fold++) {
      List<Lesson> taught = new ArrayList<>();
      List<Lesson> out = new ArrayList<>();
      for (Lesson lesson : lessons) {
        (foldOf.getOrDefault(lesson.client(), 0) == fold ? out : taught).add(lesson);
      }
      if (!LearnedCoder.canLearn(taught)) {
        return new Outcome.TooLittle(
            "without some clients all lessons are of one kind; decide about more clients");
      }
      LearnedCoder coder = LearnedCoder.learn(code, taught);
      for (Lesson lesson : out) {
        held.computeIfAbsent(lesson.client(), client -> new Held())
            .add(lesson, coder.probability(lesson.features()) >= recipe.threshold());
      }
    }
    List<Lesson> judged = lessons.stream().filter(Lesson::judged).toList();
    return new Outcome.Carded(
        new ModelCard(
            code,
            new Tally(judged.stream().filter(Lesson::applies).count(), judged.size()),
            lessons.size() - judged.size(),
            clients.size(),
            folds,
            Measured.of(held.values().stream().map(one -> one.precision).toList()),
            Measured.of(held.values().stream().map(one -> one.recall).toList()),
            Measured.of(held.values().stream().map(one -> one.elsewhere).toList()),
            recipe));
  }
}
