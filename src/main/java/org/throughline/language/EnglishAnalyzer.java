package org.throughline.language;

/** English: OpenNLP's models, CoreNLP's morphology, our clauses. Thread-safe. */
public final class EnglishAnalyzer implements Analyzer {

  private final EnglishTokens tokens;

  private EnglishAnalyzer(EnglishTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Loads the models from the class path (a second or so).
   *
   * @throws java.io.UncheckedIOException if one is missing
   */
  public static EnglishAnalyzer load() {
    return new EnglishAnalyzer(new EnglishTokens(OpenNlp.load("en-ud-ewt")));
  }

  @Override
  public String language() {
    return "en";
  }

  @Override
  public boolean readsClauses() {
    return true;
  }

  @Override
  public AnalyzedTurn analyze(String text) {
    EnglishTokens.Tokenized read = tokens.tokenize(text);
    return new AnalyzedTurn(
        text, read.tokens(), read.sentences(), Clauses.of(read.tokens(), read.sentences()));
  }
}
