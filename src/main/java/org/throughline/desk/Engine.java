package org.throughline.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * The part without a memory: transcripts in, codings out. Thread-safe. The language models are slow
 * to load and are loaded when they are first needed, so that whoever only reads does not wait.
 */
public final class Engine {

  private record Loaded(Analyzer analyzer, AutoCoder coder) {}

  private final List<Codebook> codebooks;
  private @Nullable Loaded loaded;

  private Engine(List<Codebook> codebooks) {
    this.codebooks = List.copyOf(codebooks);
  }

  /**
   * An engine with the codebooks of a folder.
   *
   * @throws IOException if the folder cannot be read
   */
  public static Engine load(Path folder) throws IOException {
    return new Engine(CodebookReader.readAll(folder));
  }

  /** Loads the models now, if nothing has yet. */
  public void warmUp() {
    loaded();
  }

  public CodedTranscript code(Transcript transcript) {
    return loaded().coder().code(transcript);
  }

  public List<Codebook> codebooks() {
    return codebooks;
  }

  public Optional<Codebook> codebook(String id) {
    return codebooks.stream().filter(codebook -> codebook.id().equals(id)).findFirst();
  }

  Analyzer analyzer() {
    return loaded().analyzer();
  }

  QueryParser questions() {
    return QueryParser.of(analyzer(), Clock.system(ZoneId.systemDefault()));
  }

  private synchronized Loaded loaded() {
    Loaded ready = loaded;
    if (ready == null) {
      Analyzer analyzer = EnglishAnalyzer.load();
      ready = new Loaded(analyzer, new Coder(analyzer, codebooks));
      loaded = ready;
    }
    return ready;
  }
}
