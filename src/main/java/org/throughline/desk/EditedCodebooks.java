package org.throughline.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.codebook.CodebookReader;
import org.throughline.codebook.Problem;

/**
 * Codebooks changed by hand, in whatever editor: looked for now and then, and put in force without
 * a restart if they hold what they promise. A text that does not is left alone until it is changed
 * again, and the version in force stays; the log says so once, by file and line.
 *
 * <p>A file counts as changed when it has kept still between two looks: editors write in pieces.
 */
public final class EditedCodebooks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EditedCodebooks.class);

  private record Stamp(FileTime time, long size) {}

  private final CodebookShelf shelf;
  private final Map<Path, Stamp> seen = new HashMap<>();
  private final Map<Path, Stamp> settled = new HashMap<>();
  private final Map<String, List<Problem>> refused = new TreeMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "codebooks");
            thread.setDaemon(true);
            return thread;
          });

  EditedCodebooks(CodebookShelf shelf) {
    this.shelf = shelf;
  }

  void start(Duration every) {
    var unused =
        clock.scheduleWithFixedDelay(
            this::lookSafely, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks once; a file changed since the last look is read when it has kept still. */
  synchronized void look() {
    List<Path> files = shelf.files().inUse();
    seen.keySet().retainAll(files);
    settled.keySet().retainAll(files);
    refused.keySet().retainAll(files.stream().map(EditedCodebooks::name).toList());
    for (Path file : files) {
      try {
        look(file);
      } catch (RuntimeException e) {
        refuse(name(file), List.of(new Problem(name(file), 0, unreadable(e))));
      }
    }
  }

  /** What fails on the way to being read or kept is not settled, and so is tried again. */
  private void look(Path file) {
    Stamp now = stamp(file);
    boolean still = now.equals(seen.put(file, now));
    if (still && !now.equals(settled.get(file))) {
      read(file);
      settled.put(file, now);
    }
  }

  /** What keeps changed files from being put in force, by file name; empty if nothing does. */
  public synchronized Map<String, List<Problem>> refused() {
    return Map.copyOf(refused);
  }

  private void read(Path file) {
    String name = name(file);
    String text = CodebookFiles.text(file);
    if (shelf.runs(text)) {
      refused.remove(name);
      return;
    }
    switch (shelf.pickUp(name, text)) {
      case CodebookShelf.Saved.Kept kept -> {
        refused.remove(name);
        LOG.info("{} is in force as version {}", name, kept.codebook().version());
      }
      case CodebookShelf.Saved.Refused problems -> refuse(name, problems.problems());
    }
  }

  private void refuse(String name, List<Problem> problems) {
    if (problems.equals(refused.put(name, problems))) {
      return;
    }
    String lines =
        problems.stream()
            .filter(problem -> problem.line() > 0)
            .map(problem -> Integer.toString(problem.line()))
            .distinct()
            .collect(Collectors.joining(", "));
    LOG.warn(
        "{} was changed and is not put in force{}: the version in force stays."
            + " `throughline codebook check` names what is wrong.",
        name,
        lines.isEmpty() ? " (it " + problems.getFirst().message() + ")" : " (line " + lines + ")");
  }

  private static String unreadable(RuntimeException failure) {
    Throwable reason = failure.getCause() == null ? failure : failure.getCause();
    return reason instanceof CharacterCodingException
        ? CodebookReader.NOT_UTF_8
        : "could not be read or kept ("
            + reason.getClass().getSimpleName()
            + "): it is tried again";
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("The codebooks' folder could not be looked at ({})", e.getClass().getSimpleName());
    }
  }

  private static Stamp stamp(Path file) {
    try {
      return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
