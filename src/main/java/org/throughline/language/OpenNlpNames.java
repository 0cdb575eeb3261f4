package org.throughline.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;

/** The model that was trained here (models/talk-names-en.bin). */
final class OpenNlpNames implements NameFinder {

  private static final String MODEL = "/talk-names-en.bin";

  /** OpenNLP's finder keeps state: one for each thread. */
  private final ThreadLocal<NameFinderME> finders;

  private OpenNlpNames(TokenNameFinderModel model) {
    this.finders = ThreadLocal.withInitial(() -> new NameFinderME(model));
  }

  static OpenNlpNames load() {
    try (InputStream in = OpenNlpNames.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IOException("the model " + MODEL + " is not on the class path (models/)");
      }
      return new OpenNlpNames(new TokenNameFinderModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<FoundName> find(List<String> sentence) {
    NameFinderME finder = finders.get();
    Span[] spans = finder.find(sentence.toArray(String[]::new));
    double[] probabilities = finder.probs(spans);
    finder.clearAdaptiveData();
    List<FoundName> found = new ArrayList<>();
    for (int i = 0; i < spans.length; i++) {
      NameType type = NameType.valueOf(spans[i].getType().toUpperCase(Locale.ROOT));
      found.add(new FoundName(spans[i].getStart(), spans[i].getEnd(), type, probabilities[i]));
    }
    return found;
  }
}
