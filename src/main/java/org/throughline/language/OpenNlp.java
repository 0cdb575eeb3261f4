package org.throughline.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.throughline.transcript.Span;

/**
 * OpenNLP's statistical models for one language. The models are shared; the {@code *ME} objects of
 * OpenNLP 2 are not thread-safe, so each thread gets its own set.
 */
final class OpenNlp {

  /** Longer unbroken runs of characters are one token: no word is, and the model is quadratic. */
  private static final int LONGEST_WORD = 60;

  private record Tools(SentenceDetectorME sentences, TokenizerME tokenizer, POSTaggerME tagger) {}

  private final ThreadLocal<Tools> tools;

  private OpenNlp(SentenceModel sentences, TokenizerModel tokens, POSModel tags) {
    tools =
        ThreadLocal.withInitial(
            () ->
                new Tools(
                    new SentenceDetectorME(sentences),
                    new TokenizerME(tokens),
                    new POSTaggerME(tags)));
  }

  /**
   * Loads the Universal Dependencies models that lie on the class path.
   *
   * @param treebank the models' middle name, "en-ud-ewt"
   */
  static OpenNlp load(String treebank) {
    try (InputStream sentences = open(treebank, "sentence");
        InputStream tokens = open(treebank, "tokens");
        InputStream tags = open(treebank, "pos")) {
      return new OpenNlp(
          new SentenceModel(sentences), new TokenizerModel(tokens), new POSModel(tags));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String treebank, String kind) throws IOException {
    String name = "/opennlp-" + treebank + "-" + kind + "-1.3-2.5.4.bin";
    InputStream in = OpenNlp.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the model " + name + " is not on the class path (models/models.yaml)");
    }
    return in;
  }

  List<Span> sentences(String text) {
    List<Span> spans = new ArrayList<>();
    for (var span : tools.get().sentences().sentPosDetect(text)) {
      spans.add(new Span(span.getStart(), span.getEnd()));
    }
    return spans;
  }

  /** Tokens of one unbroken run of characters; spans count within the run. */
  List<Span> tokens(String run) {
    if (run.length() > LONGEST_WORD) {
      return List.of(new Span(0, run.length()));
    }
    List<Span> spans = new ArrayList<>();
    for (var span : tools.get().tokenizer().tokenizePos(run)) {
      spans.add(new Span(span.getStart(), span.getEnd()));
    }
    return spans;
  }

  /** Universal tags; a contraction gets its parts' tags joined with "+". */
  String[] tags(String[] words) {
    return tools.get().tagger().tag(words);
  }
}
