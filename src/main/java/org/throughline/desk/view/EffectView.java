package org.throughline.desk.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.throughline.coding.CodebookDiff;
import org.throughline.record.EntryContent;
import org.throughline.record.SessionRecord;

/**
 * What a changed codebook would do to sessions that are there.
 *
 * @param sessions how many were coded with both texts
 * @param of how many there are
 * @param codes how often each code stands now and would stand
 * @param changes codings that would come or go, at most {@value #LISTED}
 */
public record EffectView(int sessions, int of, List<CodeCount> codes, List<Change> changes) {

  private static final int LISTED = 200;

  /** How often one code stands and would stand. */
  public record CodeCount(String code, int before, int after) {}

  /**
   * One coding that comes or goes.
   *
   * @param number of the session
   */
  public record Change(
      boolean appears,
      String session,
      String client,
      int number,
      String date,
      int turn,
      int start,
      int end,
      String code,
      String quote,
      String cue) {

    /** Never the words. */
    @Override
    public String toString() {
      return "Change[" + code + ", turn=" + turn + "]";
    }
  }

  /**
   * Of a comparison.
   *
   * @param named the compared sessions by their ids
   * @param of how many sessions there are in all
   */
  public static EffectView of(CodebookDiff.Report report, Map<String, EntryContent> named, int of) {
    return new EffectView(
        named.size(),
        of,
        report.codes().entrySet().stream()
            .map(
                count ->
                    new CodeCount(
                        count.getKey(), count.getValue().before(), count.getValue().after()))
            .toList(),
        Stream.concat(
                report.appearing().stream().map(change -> change(true, change, named)),
                report.vanishing().stream().map(change -> change(false, change, named)))
            .limit(LISTED)
            .toList());
  }

  private static Change change(
      boolean appears, CodebookDiff.Change change, Map<String, EntryContent> named) {
    var entry = Objects.requireNonNull(named.get(change.transcript())).entry();
    return new Change(
        appears,
        entry.id(),
        entry.client(),
        entry instanceof SessionRecord session ? session.number() : 0,
        entry.date().toString(),
        change.turn(),
        change.span().start(),
        change.span().end(),
        change.code(),
        change.quote(),
        change.cue());
  }

  @Override
  public String toString() {
    return "EffectView[sessions=" + sessions + ", changes=" + changes.size() + "]";
  }
}
