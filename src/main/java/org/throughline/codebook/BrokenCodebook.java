package org.throughline.codebook;

import java.util.List;
import java.util.stream.Collectors;

/** A codebook file has problems: all of them, a line each. */
public final class BrokenCodebook extends RuntimeException {

  private final transient List<Problem> problems;

  public BrokenCodebook(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
