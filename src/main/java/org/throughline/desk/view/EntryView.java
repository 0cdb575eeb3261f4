package org.throughline.desk.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.record.EntryContent;
import org.throughline.record.SessionRecord;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/**
 * A session or check-in with its words and codings.
 *
 * @param number of the session, null for a check-in
 * @param speakers role by label as the file writes it; the empty label is text without a speaker
 * @param firstTurns the first turns of each label, so that a reader can tell who it is
 * @param turns as they read with all revisions
 * @param codings rejected ones among them, marked so
 * @param revisions what was put right since the upload, in order
 * @param lost codings of people whose words were corrected away
 */
public record EntryView(
    String id,
    String client,
    String pseudonym,
    @Nullable Integer number,
    String date,
    int clientWords,
    Map<String, String> speakers,
    Map<String, List<Integer>> firstTurns,
    List<TurnView> turns,
    List<CodingView> codings,
    List<RevisionView> revisions,
    List<LostView> lost) {

  private static final int FIRST = 3;

  public static EntryView of(EntryContent content, String pseudonym) {
    Transcript transcript = content.transcript();
    return new EntryView(
        content.entry().id(),
        content.entry().client(),
        pseudonym,
        content.entry() instanceof SessionRecord session ? session.number() : null,
        content.entry().date().toString(),
        content.facts().stream()
            .filter(facts -> facts.role() == Role.CLIENT)
            .mapToInt(facts -> facts.words())
            .sum(),
        speakers(transcript),
        firstTurns(transcript),
        transcript.turns().stream().map(TurnView::of).toList(),
        content.codings().stream()
            .map(
                coding ->
                    CodingView.of(coding, transcript.turns().get(coding.coding().turn()).text()))
            .toList(),
        content.revisions().stream().map(RevisionView::of).toList(),
        content.lost().stream().map(LostView::of).toList());
  }

  /** Who speaks in it, by label. */
  public static Map<String, String> speakers(Transcript transcript) {
    Map<String, String> speakers = new LinkedHashMap<>();
    for (Turn turn : transcript.turns()) {
      speakers.putIfAbsent(turn.label() == null ? "" : turn.label(), TurnView.roleOf(turn.role()));
    }
    return speakers;
  }

  private static Map<String, List<Integer>> firstTurns(Transcript transcript) {
    Map<String, List<Integer>> first = new LinkedHashMap<>();
    for (Turn turn : transcript.turns()) {
      List<Integer> turns =
          first.computeIfAbsent(
              turn.label() == null ? "" : turn.label(), label -> new ArrayList<>());
      if (turns.size() < FIRST) {
        turns.add(turn.index());
      }
    }
    return first;
  }

  @Override
  public String toString() {
    return "EntryView[" + id + ", turns=" + turns.size() + ", codings=" + codings.size() + "]";
  }
}
