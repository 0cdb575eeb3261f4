package org.throughline.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.codebook.Code;
import org.throughline.codebook.Codebook;
import org.throughline.codebook.Example;
import org.throughline.codebook.Problem;
import org.throughline.codebook.Suggestion;
import org.throughline.indicator.Badges;
import org.throughline.trajectory.BadgeView;

/** A codebook to read: definitions, examples and near misses, and how each code fares here. */
public record CodebookView(
    String id,
    String version,
    String language,
    String description,
    String hash,
    List<CodeView> codes) {

  /** One code; the cues by their ids. */
  public record CodeView(
      String id,
      String label,
      String brief,
      String definition,
      List<String> useWhen,
      List<String> doNotUseWhen,
      List<String> boundaryCases,
      List<String> opposes,
      String provenance,
      String culture,
      List<String> cues,
      List<ExampleView> examples,
      BadgeView here) {

    static CodeView of(Code code, Badges badges) {
      return new CodeView(
          code.id(),
          code.label(),
          code.brief(),
          code.definition(),
          code.useWhen(),
          code.doNotUseWhen(),
          code.boundaryCases(),
          code.opposes(),
          code.provenance(),
          code.culture(),
          code.cues().stream().map(Suggestion::id).toList(),
          code.examples().stream().map(ExampleView::of).toList(),
          BadgeView.of(badges.of(code.id())));
    }
  }

  /** An example, or a near miss where it does not apply. */
  public record ExampleView(
      String text,
      List<QuoteView.MarkView> marks,
      boolean applies,
      @Nullable String previous,
      String note) {

    static ExampleView of(Example example) {
      return new ExampleView(
          example.text(),
          example.spans().stream().map(QuoteView.MarkView::of).toList(),
          example.applies(),
          example.previous(),
          example.note());
    }
  }

  /** A codebook in the list of codebooks. */
  public record Summary(
      String id, String version, String language, String description, List<CodeName> codes) {

    public static Summary of(Codebook codebook) {
      return new Summary(
          codebook.id(),
          codebook.version(),
          codebook.language(),
          codebook.description(),
          codebook.codes().stream().map(code -> new CodeName(code.id(), code.label())).toList());
    }
  }

  /**
   * What a check of a text found.
   *
   * @param examples how many sentences ran
   * @param problems everything that is wrong, with its line; empty when all is well
   */
  public record Checked(int codes, int examples, List<Problem> problems) {
    public Checked {
      problems = List.copyOf(problems);
    }
  }

  /**
   * One version that is kept.
   *
   * @param saved when
   * @param inForce whether new transcripts are coded with it
   */
  public record Version(String version, String hash, String saved, boolean inForce) {}

  /** A code by id and label. */
  public record CodeName(String id, String label) {}

  /**
   * A codebook.
   *
   * @param badges how its codes fare in this practice
   */
  public static CodebookView of(Codebook codebook, Badges badges) {
    return new CodebookView(
        codebook.id(),
        codebook.version(),
        codebook.language(),
        codebook.description(),
        codebook.hash(),
        codebook.codes().stream().map(code -> CodeView.of(code, badges)).toList());
  }
}
