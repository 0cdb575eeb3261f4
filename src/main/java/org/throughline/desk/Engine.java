package org.throughline.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

  private volatile List<Codebook> codebooks;

  /** What the codebooks were read from, by hash; the files may have been changed since. */
  private final Map<String, String> texts;

  private @Nullable Loaded loaded;

  private Engine(List<Codebook> codebooks, Map<String, String> texts, @Nullable Loaded loaded) {
    this.codebooks = List.copyOf(codebooks);
    this.texts = new ConcurrentHashMap<>(texts);
    this.loaded = loaded;
  }

  /**
   * An engine with the codebooks of a folder.
   *
   * @throws IOException if the folder cannot be read
   */
  public static Engine load(Path folder) throws IOException {
    Map<String, String> texts = new HashMap<>();
    return new Engine(read(folder, texts), texts, null);
  }

  /**
   * The same models with the codebooks of another folder.
   *
   * @throws IOException if the folder cannot be read
   */
  public Engine with(Path folder) throws IOException {
    Map<String, String> itsTexts = new HashMap<>();
    List<Codebook> others = read(folder, itsTexts);
    Analyzer analyzer = analyzer();
    return new Engine(others, itsTexts, new Loaded(analyzer, new Coder(analyzer, others)));
  }

  private static List<Codebook> read(Path folder, Map<String, String> texts) throws IOException {
    return CodebookReader.readAll(folder, (codebook, text) -> texts.put(codebook.hash(), text));
  }

  /** From now on transcripts are coded with this codebook too, or instead of the one of its id. */
  synchronized void put(Codebook changed, String text) {
    List<Codebook> now = new ArrayList<>();
    for (Codebook codebook : codebooks) {
      now.add(codebook.id().equals(changed.id()) ? changed : codebook);
    }
    if (!now.contains(changed)) {
      now.add(changed);
    }
    Analyzer analyzer = analyzer();
    loaded = new Loaded(analyzer, new Coder(analyzer, now));
    texts.put(changed.hash(), text);
    codebooks = List.copyOf(now);
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

  /** The text that a codebook in force was read from. */
  String text(Codebook running) {
    return Objects.requireNonNull(texts.get(running.hash()), "no codebook of this engine");
  }

  public Optional<Codebook> codebook(String id) {
    return codebooks.stream().filter(codebook -> codebook.id().equals(id)).findFirst();
  }

  /** For a code those that speak against it, as the codebooks say. */
  Map<String, List<String>> opposes() {
    Map<String, List<String>> opposes = new TreeMap<>();
    for (Codebook codebook : codebooks) {
      codebook.codes().forEach(code -> opposes.put(code.id(), code.opposes()));
    }
    return opposes;
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
