package org.throughline.coding;

import java.util.ArrayList;
import java.util.List;
import org.throughline.codebook.Code;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.Example;
import org.throughline.codebook.Problem;
import org.throughline.language.Analyzer;
import org.throughline.transcript.Span;

/**
 * Runs a codebook's own test cases: every example must be coded on the marked words, every near
 * miss left alone. A code that has no example or no near miss fails, because nobody could tell what
 * it does not mean.
 */
public final class CodebookCheck {

  /**
   * What came out.
   *
   * @param examples how many sentences ran
   * @param problems what failed, with its line; empty when all is well
   */
  public record Report(int codes, int examples, List<Problem> problems) {
    public Report {
      problems = List.copyOf(problems);
    }
  }

  private CodebookCheck() {}

  /** Checks one codebook by itself. */
  public static Report check(Codebook codebook, Analyzer analyzer) {
    Coder coder = new Coder(analyzer, List.of(codebook));
    String file = codebook.id() + ".yaml";
    List<Problem> problems = new ArrayList<>();
    int examples = 0;
    for (Code code : codebook.codes()) {
      if (code.examples().stream().noneMatch(Example::applies)) {
        problems.add(
            new Problem(
                file,
                code.line(),
                code.id()
                    + " has no example it applies to: add some under applies, the words in [brackets]"));
      }
      if (code.examples().stream().allMatch(Example::applies)) {
        problems.add(
            new Problem(
                file,
                code.line(),
                code.id()
                    + " has no near miss: add sentences under near_misses that it must leave alone"));
      }
      for (String opposed : code.opposes()) {
        boolean own = opposed.startsWith(codebook.id() + ".");
        if (own && codebook.code(opposed).isEmpty()) {
          problems.add(
              new Problem(
                  file, code.line(), code.id() + " opposes " + opposed + ", which does not exist"));
        }
      }
      for (Example example : code.examples()) {
        examples++;
        String failure = failure(code, example, coder);
        if (!failure.isEmpty()) {
          problems.add(new Problem(file, example.line(), code.id() + failure));
        }
      }
    }
    return new Report(codebook.codes().size(), examples, problems);
  }

  /** Examples are their authors' inventions, so they may be quoted. */
  private static String failure(Code code, Example example, Coder coder) {
    List<Coding> codings =
        coder.code(example.text(), example.previous()).stream()
            .filter(coding -> coding.code().equals(code.id()))
            .toList();
    if (!example.applies()) {
      return codings.isEmpty()
          ? ""
          : " falls on \""
              + codings.get(0).quote()
              + "\" in the near miss \""
              + example.text()
              + "\" (cue "
              + codings.get(0).evidence().cue()
              + ")";
    }
    for (Span span : example.spans()) {
      if (codings.stream().noneMatch(coding -> coding.span().overlaps(span))) {
        return " does not fall on \""
            + span.of(example.text())
            + "\" in \""
            + example.text()
            + "\"";
      }
    }
    return "";
  }
}
