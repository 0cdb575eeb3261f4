package org.throughline.language;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CoreNLP's conditional random field by itself: none of the rules that make its annotator slow. */
final class CoreNlpNames implements NameFinder {

  private static final String MODEL =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  private final CRFClassifier<CoreLabel> model;

  private CoreNlpNames(CRFClassifier<CoreLabel> model) {
    this.model = model;
  }

  static CoreNlpNames load() {
    try {
      return new CoreNlpNames(CRFClassifier.getClassifier(MODEL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the model " + MODEL + " is of another CoreNLP", e);
    }
  }

  @Override
  public List<FoundName> find(List<String> sentence) {
    List<CoreLabel> labels = new ArrayList<>(sentence.size());
    for (String word : sentence) {
      CoreLabel label = new CoreLabel();
      label.setWord(word);
      label.setValue(word);
      labels.add(label);
    }
    List<CoreLabel> answered = model.classify(labels);
    List<FoundName> found = new ArrayList<>();
    int first = 0;
    while (first < answered.size()) {
      NameType type = type(answered.get(first));
      int end = first + 1;
      while (type != null && end < answered.size() && type(answered.get(end)) == type) {
        end++;
      }
      if (type != null) {
        found.add(new FoundName(first, end, type, 1));
      }
      first = end;
    }
    return found;
  }

  private static @Nullable NameType type(CoreLabel label) {
    return switch (String.valueOf(label.get(CoreAnnotations.AnswerAnnotation.class))) {
      case "PERSON" -> NameType.PERSON;
      case "LOCATION" -> NameType.PLACE;
      case "ORGANIZATION" -> NameType.ORGANISATION;
      default -> null;
    };
  }
}
