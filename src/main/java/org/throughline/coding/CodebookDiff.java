package org.throughline.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.codebook.Codebook;
import org.throughline.language.Analyzer;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;

/** What a new version of a codebook would change on a corpus, before anybody saves it. */
public final class CodebookDiff {

  /**
   * A coding that comes or goes.
   *
   * @param transcript name the caller gave the transcript
   */
  public record Change(
      String transcript, int turn, Span span, String code, String quote, String cue) {

    @Override
    public String toString() {
      return "Change[" + code + " turn=" + turn + " " + span + "]";
    }
  }

  /** How often a code was and would be coded. */
  public record Counts(int before, int after) {}

  /** The comparison: every coding that would appear or vanish, and the counts by code. */
  public record Report(List<Change> appearing, List<Change> vanishing, Map<String, Counts> codes) {
    public Report {
      appearing = List.copyOf(appearing);
      vanishing = List.copyOf(vanishing);
      codes = java.util.Collections.unmodifiableMap(new TreeMap<>(codes));
    }
  }

  private CodebookDiff() {}

  /** Codes every transcript with both versions. */
  public static Report diff(
      Codebook before, Codebook after, Analyzer analyzer, Map<String, Transcript> corpus) {
    Coder old = new Coder(analyzer, List.of(before));
    Coder fresh = new Coder(analyzer, List.of(after));
    List<Change> appearing = new ArrayList<>();
    List<Change> vanishing = new ArrayList<>();
    Map<String, Counts> counts = new TreeMap<>();
    corpus.forEach(
        (name, transcript) -> {
          List<Change> was = changes(name, old.code(transcript).codings());
          List<Change> is = changes(name, fresh.code(transcript).codings());
          was.forEach(c -> counts.merge(c.code(), new Counts(1, 0), CodebookDiff::add));
          is.forEach(c -> counts.merge(c.code(), new Counts(0, 1), CodebookDiff::add));
          is.stream().filter(c -> was.stream().noneMatch(o -> same(o, c))).forEach(appearing::add);
          was.stream().filter(c -> is.stream().noneMatch(o -> same(o, c))).forEach(vanishing::add);
        });
    return new Report(appearing, vanishing, counts);
  }

  private static Counts add(Counts one, Counts other) {
    return new Counts(one.before() + other.before(), one.after() + other.after());
  }

  /** The same code on the same words, whichever cue found it. */
  private static boolean same(Change one, Change other) {
    return one.turn() == other.turn()
        && one.code().equals(other.code())
        && one.span().equals(other.span());
  }

  private static List<Change> changes(String transcript, List<Coding> codings) {
    return codings.stream()
        .map(
            c ->
                new Change(transcript, c.turn(), c.span(), c.code(), c.quote(), c.evidence().cue()))
        .toList();
  }
}
