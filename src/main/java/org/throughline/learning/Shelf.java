package org.throughline.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Models with their cards in a folder, one pair of files for each code. A model that is put here is
 * off; learning a code again switches it off again.
 */
public final class Shelf {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * A model as it is kept.
   *
   * @param hash of the model
   * @param switchedOnBy null while it is off
   * @param switchedOnAt null while it is off
   */
  public record Kept(
      ModelCard card, String hash, @Nullable String switchedOnBy, @Nullable Instant switchedOnAt) {

    public boolean isOn() {
      return switchedOnBy != null;
    }
  }

  private final Path folder;

  public Shelf(Path folder) {
    this.folder = folder;
  }

  /** Keeps a model, switched off. */
  public Kept put(ModelCard card, LearnedCoder coder) throws IOException {
    Files.createDirectories(folder);
    Files.write(model(card.code()), coder.bytes());
    return write(new Kept(card, coder.rater().hash(), null, null));
  }

  /** All models by code. */
  public List<Kept> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Kept> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(".card.json")).sorted().toList()) {
        all.add(JSON.readValue(Files.readAllBytes(file), Kept.class));
      }
    }
    return all;
  }

  /**
   * Switches a model on or off.
   *
   * @param by account of the person who read its card
   * @throws IllegalArgumentException if there is none
   */
  public Kept switchTo(String code, boolean on, String by) throws IOException {
    Kept kept = find(code);
    return write(new Kept(kept.card(), kept.hash(), on ? by : null, on ? Instant.now() : null));
  }

  /** The models that are on. */
  public List<LearnedCoder> on() throws IOException {
    List<LearnedCoder> coders = new ArrayList<>();
    for (Kept kept : all()) {
      if (kept.isOn()) {
        coders.add(
            LearnedCoder.read(kept.card().code(), Files.readAllBytes(model(kept.card().code()))));
      }
    }
    return coders;
  }

  private Kept find(String code) throws IOException {
    return all().stream()
        .filter(kept -> kept.card().code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no model of " + code));
  }

  private Kept write(Kept kept) throws IOException {
    Files.write(folder.resolve(kept.card().code() + ".card.json"), JSON.writeValueAsBytes(kept));
    return kept;
  }

  private Path model(String code) {
    if (!code.matches("[A-Za-z0-9._-]{1,100}") || code.contains("..")) {
      throw new IllegalArgumentException("a model's code is letters, digits, dots and dashes");
    }
    return folder.resolve(code + ".model");
  }
}
