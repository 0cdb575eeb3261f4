package org.throughline.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.CodebookReader;
import org.throughline.coding.AutoCoder;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coder;
import org.throughline.language.Analyzer;
import org.throughline.language.EnglishAnalyzer;
import org.throughline.quote.QueryParser;
import org.throughline.transcript.Transcript;

/**
 * The part without a memory: transcripts in, codings out. Thread-safe, and slow to load (the
 * language models), so there is one for a process.
 */
public final class Engine {

  private final Analyzer analyzer;
  private final List<Codebook> codebooks;
  private final AutoCoder coder;

  private Engine(Analyzer analyzer, List<Codebook> codebooks, AutoCoder coder) {
    this.analyzer = analyzer;
    this.codebooks = List.copyOf(codebooks);
    this.coder = coder;
  }

  /**
   * Loads the models and the codebooks of a folder.
   *
   * @throws IOException if the folder cannot be read
   */
  public static Engine load(Path folder) throws IOException {
    List<Codebook> codebooks = CodebookReader.readAll(folder);
    Analyzer analyzer = EnglishAnalyzer.load();
    return new Engine(analyzer, codebooks, new Coder(analyzer, codebooks));
  }

  public CodedTranscript code(Transcript transcript) {
    return coder.code(transcript);
  }

  public List<Codebook> codebooks() {
    return codebooks;
  }

  public Optional<Codebook> codebook(String id) {
    return codebooks.stream().filter(codebook -> codebook.id().equals(id)).findFirst();
  }

  Analyzer analyzer() {
    return analyzer;
  }

  QueryParser questions() {
    return QueryParser.of(analyzer, Clock.system(ZoneId.systemDefault()));
  }
}
