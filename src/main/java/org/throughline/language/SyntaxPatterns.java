package org.throughline.language;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphFactory;
import edu.stanford.nlp.semgraph.semgrex.SemgrexMatcher;
import edu.stanford.nlp.semgraph.semgrex.SemgrexPattern;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Dependency patterns in Semgrex notation, over CoreNLP's tagger and neural dependency parser.
 * Nothing is loaded before the first sentence that holds a trigger word, and only such sentences
 * are parsed: parsing costs some fifty times what everything else does. Thread-safe.
 */
public final class SyntaxPatterns {

  private static final String TAGGER =
      "edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger";
  private static final String PARSER = "edu/stanford/nlp/models/parser/nndep/english_UD.gz";

  /** Longer sentences are left to the other cues: no speech has them, and time grows with them. */
  private static final int LONGEST_SENTENCE = 120;

  private record Models(MaxentTagger tagger, DependencyParser parser) {}

  private final Map<String, SemgrexPattern> compiled = new ConcurrentHashMap<>();
  private final boolean everySentence;
  private volatile @Nullable Models models;

  private SyntaxPatterns(boolean everySentence) {
    this.everySentence = everySentence;
  }

  /** The ordinary way: a sentence is parsed when it holds a trigger word. */
  public static SyntaxPatterns onTrigger() {
    return new SyntaxPatterns(false);
  }

  /** Parses everything, to measure what the triggers save and whether they lose anything. */
  public static SyntaxPatterns everySentence() {
    return new SyntaxPatterns(true);
  }

  /**
   * Whether a pattern can be compiled.
   *
   * @return what is wrong with it, or "" if nothing is
   */
  public static String problem(String pattern) {
    try {
      SemgrexPattern.compile(pattern);
      return "";
    } catch (RuntimeException e) {
      return "is no Semgrex pattern";
    }
  }

  /** Opens a turn; its sentences are parsed when first asked for, and kept for the next cue. */
  public Parses open(AnalyzedTurn turn) {
    return new Parses(turn);
  }

  /** One turn's parses. Not to be shared between threads. */
  public final class Parses {

    private final AnalyzedTurn turn;
    private final Map<Integer, SemanticGraph> graphs = new HashMap<>();

    private Parses(AnalyzedTurn turn) {
      this.turn = turn;
    }

    /**
     * The tokens that a pattern's first node matches.
     *
     * @param triggers lemmas one of which a sentence must hold to be parsed at all
     * @return token numbers in the turn, in order
     */
    public List<Integer> find(String pattern, List<String> triggers) {
      TreeSet<Integer> found = new TreeSet<>();
      for (int s = 0; s < turn.sentences().size(); s++) {
        List<Token> words = words(turn, turn.sentences().get(s));
        boolean triggered =
            everySentence || words.stream().anyMatch(word -> triggers.contains(word.lemma()));
        if (triggered && words.size() <= LONGEST_SENTENCE) {
          SemanticGraph graph = graphs.computeIfAbsent(s, sentence -> parse(words));
          SemgrexMatcher matcher = compile(pattern).matcher(graph);
          while (matcher.find()) {
            found.add(words.get(matcher.getMatch().index() - 1).index());
          }
        }
      }
      return new ArrayList<>(found);
    }
  }

  private static List<Token> words(AnalyzedTurn turn, Sentence sentence) {
    return turn.tokens().subList(sentence.firstToken(), sentence.endToken()).stream()
        .filter(token -> !token.filler())
        .toList();
  }

  private SemgrexPattern compile(String pattern) {
    return compiled.computeIfAbsent(pattern, SemgrexPattern::compile);
  }

  private SemanticGraph parse(List<Token> words) {
    List<CoreLabel> labels = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      CoreLabel label =
          CoreLabel.wordFromString(words.get(i).is("i") ? "I" : words.get(i).folded());
      label.setIndex(i + 1);
      label.setSentIndex(0);
      labels.add(label);
    }
    Models loaded = models();
    loaded.tagger().tagCoreLabels(labels);
    for (CoreLabel label : labels) {
      label.setLemma(Morphology.lemmaStatic(label.word(), label.tag(), true));
    }
    Annotation sentence = new Annotation("");
    sentence.set(CoreAnnotations.TokensAnnotation.class, labels);
    return SemanticGraphFactory.generateUncollapsedDependencies(loaded.parser().predict(sentence));
  }

  private Models models() {
    Models loaded = models;
    if (loaded == null) {
      synchronized (this) {
        loaded = models;
        if (loaded == null) {
          RedwoodConfiguration.errorLevel().apply();
          loaded =
              new Models(
                  new MaxentTagger(TAGGER, new Properties(), false),
                  DependencyParser.loadFromModelFile(PARSER));
          models = loaded;
        }
      }
    }
    return loaded;
  }
}
