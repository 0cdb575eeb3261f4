package org.throughline.learning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.io.BinaryGISModelReader;
import opennlp.tools.ml.maxent.io.BinaryGISModelWriter;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.throughline.coding.Rater;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Sentence;
import org.throughline.language.Token;
import org.throughline.transcript.Sha256;
import org.throughline.transcript.Span;

/** A model of one code: maximum entropy over {@link Features}. Safe for use by many threads. */
public final class LearnedCoder {

  private static final String YES = "yes";
  private static final String NO = "no";
  static final int ITERATIONS = 100;
  static final int CUTOFF = 1;

  /** How many words an explanation names. */
  private static final int TELLING = 3;

  private final String code;
  private final MaxentModel model;
  private final byte[] bytes;

  private LearnedCoder(String code, MaxentModel model, byte[] bytes) {
    this.code = code;
    this.model = model;
    this.bytes = bytes;
  }

  /**
   * A sentence that may carry the code.
   *
   * @param probability as the model sees it: an order, not a promise
   */
  public record Suggested(Span span, double probability) {}

  /**
   * Learns a code; the same lessons in the same order give the same model.
   *
   * @throws IllegalArgumentException if the lessons are all of one kind
   */
  public static LearnedCoder learn(String code, List<Lesson> lessons) {
    if (!canLearn(lessons)) {
      throw new IllegalArgumentException(
          "a model of " + code + " needs lessons where the code applies and where it does not");
    }
    List<Event> events = new ArrayList<>();
    for (Lesson lesson : lessons) {
      events.add(new Event(lesson.applies() ? YES : NO, lesson.features().toArray(String[]::new)));
    }
    var parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT");
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    try {
      EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
      MaxentModel model = trainer.train(new CollectionObjectStream<>(events));
      var bytes = new ByteArrayOutputStream();
      new BinaryGISModelWriter((AbstractModel) model, new DataOutputStream(bytes)).persist();
      return new LearnedCoder(code, model, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean canLearn(List<Lesson> lessons) {
    return lessons.stream().map(Lesson::applies).distinct().count() == 2;
  }

  /**
   * Reads what {@link #bytes} gave.
   *
   * @throws IOException if it is no model
   */
  public static LearnedCoder read(String code, byte[] bytes) throws IOException {
    MaxentModel model =
        new BinaryGISModelReader(new DataInputStream(new ByteArrayInputStream(bytes))).getModel();
    return new LearnedCoder(code, model, bytes.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** Who codes when this model does. */
  public Rater.Model rater() {
    return new Rater.Model(code, Sha256.hex(bytes));
  }

  public String code() {
    return code;
  }

  /** How likely the code applies to words with these features. */
  public double probability(List<String> features) {
    return model.eval(features.toArray(String[]::new))[model.getIndex(YES)];
  }

  /** The sentences of a turn whose probability reaches the least. */
  public List<Suggested> suggest(AnalyzedTurn turn, double least) {
    List<Suggested> suggested = new ArrayList<>();
    for (Sentence sentence : turn.sentences()) {
      double probability = probability(Features.of(turn, sentence.span()));
      if (probability >= least) {
        suggested.add(new Suggested(sentence.span(), probability));
      }
    }
    return suggested;
  }

  /**
   * The words of a sentence that speak for the code, as this model sees it: those without which it
   * would be less sure, at most three, the strongest first.
   */
  public List<Span> telling(AnalyzedTurn turn, Span sentence) {
    List<String> features = Features.of(turn, sentence);
    double whole = probability(features);
    record Word(Span span, double weight) {}
    List<Word> words = new ArrayList<>();
    for (Token token : Features.words(turn, sentence)) {
      List<String> without =
          features.stream().filter(feature -> !Features.isOf(token, feature)).toList();
      words.add(new Word(token.span(), whole - probability(without)));
    }
    return words.stream()
        .filter(word -> word.weight() > 0)
        .sorted(Comparator.comparingDouble((Word word) -> -word.weight()).thenComparing(Word::span))
        .limit(TELLING)
        .map(Word::span)
        .toList();
  }
}
