package org.throughline.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.CodebookReader;
import org.throughline.codebook.Problem;
import org.throughline.coding.CodebookCheck;
import org.throughline.coding.CodebookDiff;
import org.throughline.desk.view.CodebookView;
import org.throughline.desk.view.EffectView;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Analyzer;
import org.throughline.record.Actor;
import org.throughline.record.EntryContent;
import org.throughline.record.SessionRecord;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.transcript.Transcript;

/**
 * The codebooks in use as the files they are: read, tried out, and changed while the engine runs.
 *
 * <p>A text is saved only if it reads and all of its own examples hold; otherwise the running
 * version stays in force. Every version that was ever in force is kept under its hash in the data
 * folder ({@link CodebookFiles}), so that codings made with it can still be explained.
 */
public final class CodebookShelf implements AutoCloseable {

  /** So that whoever saved a file sees it at work before looking for a reason. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  /** How many sessions a preview codes twice: the newest, so that somebody can wait for it. */
  static final int PREVIEWED = 12;

  /** What came of saving. */
  public sealed interface Saved {
    record Kept(Codebook codebook) implements Saved {}

    record Refused(List<Problem> problems) implements Saved {
      public Refused {
        problems = List.copyOf(problems);
      }

      /** A line each: "emotion.yaml:12: …". */
      public String lines() {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
      }
    }
  }

  private final Engine engine;
  private final Store store;
  private final CodebookFiles files;
  private @Nullable EditedCodebooks edited;

  CodebookShelf(Engine engine, Store store, CodebookFiles files) {
    this.engine = engine;
    this.store = store;
    this.files = files;
  }

  CodebookFiles files() {
    return files;
  }

  /**
   * Keeps the texts of all codebooks in force, as from now on they code: the texts they were read
   * from, whatever has become of the files.
   *
   * @throws IOException if they cannot be written
   */
  void archive() throws IOException {
    for (Codebook codebook : engine.codebooks()) {
      files.keep(codebook, engine.text(codebook));
    }
  }

  /** Looks after the files from now on: changed by hand, they are put in force while all runs. */
  public synchronized EditedCodebooks watch() {
    EditedCodebooks watching = edited;
    if (watching == null) {
      watching = new EditedCodebooks(this);
      watching.start(BETWEEN_LOOKS);
      edited = watching;
    }
    return watching;
  }

  /** Stops looking after the files. */
  @Override
  public synchronized void close() {
    if (edited != null) {
      edited.close();
    }
  }

  /**
   * The text of the version in force.
   *
   * @throws StoreException.NotFound if there is no such codebook
   */
  public String source(String id) {
    return engine.text(running(id));
  }

  /** Everything wrong with a text, and how many examples ran. */
  public CodebookView.Checked check(String id, String text) {
    running(id);
    return switch (CodebookReader.read(id + ".yaml", text)) {
      case CodebookReader.Result.Broken broken -> new CodebookView.Checked(0, 0, broken.problems());
      case CodebookReader.Result.Read read -> {
        CodebookCheck.Report report = CodebookCheck.check(read.codebook(), engine.analyzer());
        List<Problem> problems = new ArrayList<>(identity(id, text, read.codebook()));
        problems.addAll(report.problems());
        yield new CodebookView.Checked(report.codes(), report.examples(), problems);
      }
    };
  }

  /**
   * What a text would change in the newest sessions of some clients.
   *
   * @throws IllegalArgumentException if the text is no codebook
   */
  public EffectView preview(Actor by, String id, String text, Set<String> clients) {
    Codebook before = running(id);
    if (!(CodebookReader.read(id + ".yaml", text) instanceof CodebookReader.Result.Read after)) {
      throw new IllegalArgumentException("the text is no codebook yet: check it first");
    }
    List<EntryContent> sessions = new ArrayList<>();
    for (String client : clients) {
      store.entries().contents(by, client).stream()
          .filter(content -> content.entry() instanceof SessionRecord)
          .forEach(sessions::add);
    }
    sessions.sort(
        Comparator.comparing((EntryContent content) -> content.entry().date()).reversed());
    Map<String, Transcript> corpus = new LinkedHashMap<>();
    Map<String, EntryContent> named = new HashMap<>();
    for (EntryContent content : sessions.subList(0, Math.min(PREVIEWED, sessions.size()))) {
      corpus.put(content.entry().id(), content.transcript());
      named.put(content.entry().id(), content);
    }
    var report = CodebookDiff.diff(before, after.codebook(), remembering(), corpus);
    return EffectView.of(report, named, sessions.size());
  }

  /** Puts a text in force, if it holds what it promises. */
  public synchronized Saved save(Actor by, String id, String text) {
    Codebook running = running(id);
    List<Problem> problems = check(id, text).problems();
    if (!problems.isEmpty()
        || !(CodebookReader.read(id + ".yaml", text) instanceof CodebookReader.Result.Read read)) {
      return new Saved.Refused(problems);
    }
    Codebook changed = read.codebook();
    try {
      files.keep(running, engine.text(running));
      files.replace(running, changed, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    engine.put(changed, text);
    store.audit().record(by, "codebook.save", null, null, id + " " + changed.hash());
    return new Saved.Kept(changed);
  }

  /** Whether a text is that of a codebook in force. */
  boolean runs(String text) {
    String hash = CodebookReader.hash(text);
    return engine.codebooks().stream().anyMatch(codebook -> codebook.hash().equals(hash));
  }

  /** Puts a text in force that lies in the folder already, if it holds what it promises. */
  synchronized Saved pickUp(String file, String text) {
    return switch (CodebookReader.read(file, text)) {
      case CodebookReader.Result.Broken broken -> new Saved.Refused(broken.problems());
      case CodebookReader.Result.Read read -> pickUp(read.codebook(), text);
    };
  }

  private Saved pickUp(Codebook changed, String text) {
    Optional<Codebook> running = engine.codebook(changed.id());
    if (running.isPresent() && running.get().hash().equals(changed.hash())) {
      return new Saved.Kept(changed);
    }
    List<Problem> problems =
        new ArrayList<>(CodebookCheck.check(changed, engine.analyzer()).problems());
    if (running.isPresent()) {
      problems.addAll(identity(changed.id(), text, changed));
    }
    if (!problems.isEmpty()) {
      return new Saved.Refused(problems);
    }
    try {
      files.keep(changed, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    engine.put(changed, text);
    store
        .audit()
        .record(
            Actor.program("codebooks"),
            "codebook.pickup",
            null,
            null,
            changed.id() + " " + changed.hash());
    return new Saved.Kept(changed);
  }

  /** Every version that is kept, the newest first; the one in force says so. */
  public List<CodebookView.Version> versions(String id) {
    Codebook running = running(id);
    Map<String, CodebookView.Version> versions = new LinkedHashMap<>();
    Path file = files.file(running);
    versions.put(
        running.hash(), version(running, Files.exists(file) ? file : files.kept(running), true));
    for (Path kept : files.kept(id)) {
      if (CodebookReader.read(id + ".yaml", CodebookFiles.text(kept))
          instanceof CodebookReader.Result.Read read) {
        versions.putIfAbsent(read.codebook().hash(), version(read.codebook(), kept, false));
      }
    }
    return versions.values().stream()
        .sorted(
            Comparator.comparing(CodebookView.Version::inForce)
                .thenComparing(CodebookView.Version::saved)
                .reversed())
        .toList();
  }

  /**
   * The text of a kept version.
   *
   * @throws StoreException.NotFound if there is none with this hash
   */
  public String version(String id, String hash) {
    Codebook running = running(id);
    if (running.hash().equals(hash)) {
      return source(id);
    }
    return files.kept(id).stream()
        .filter(file -> String.valueOf(file.getFileName()).equals(hash + ".yaml"))
        .map(CodebookFiles::text)
        .findFirst()
        .orElseThrow(() -> new StoreException.NotFound("version"));
  }

  /** That the text is still this codebook, and that its version names no other text. */
  private List<Problem> identity(String id, String text, Codebook read) {
    String file = id + ".yaml";
    if (!read.id().equals(id)) {
      return List.of(new Problem(file, lineOf(text, "codebook:"), "the codebook's id stays " + id));
    }
    boolean taken =
        versions(id).stream()
            .anyMatch(
                other ->
                    other.version().equals(read.version()) && !other.hash().equals(read.hash()));
    return taken
        ? List.of(
            new Problem(
                file,
                lineOf(text, "version:"),
                "version " + read.version() + " names another text already: give a new one"))
        : List.of();
  }

  private static int lineOf(String text, String key) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static CodebookView.Version version(Codebook codebook, Path file, boolean inForce) {
    try {
      return new CodebookView.Version(
          codebook.version(),
          codebook.hash(),
          Files.getLastModifiedTime(file).toInstant().toString(),
          inForce);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Codebook running(String id) {
    return engine.codebook(id).orElseThrow(() -> new StoreException.NotFound("codebook"));
  }

  /** The analyser with a memory, since a comparison reads every turn twice. */
  private Analyzer remembering() {
    Analyzer analyzer = engine.analyzer();
    Map<String, AnalyzedTurn> known = new HashMap<>();
    return new Analyzer() {
      @Override
      public String language() {
        return analyzer.language();
      }

      @Override
      public boolean readsClauses() {
        return analyzer.readsClauses();
      }

      @Override
      public AnalyzedTurn analyze(String text) {
        return known.computeIfAbsent(text, analyzer::analyze);
      }
    };
  }
}
