package org.throughline.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.record.EntryContent;
import org.throughline.record.SessionRecord;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;

/**
 * A session or check-in with its words and codings.
 *
 * @param number of the session, null for a check-in
 * @param codings rejected ones among them, marked so
 */
public record EntryView(
    String id,
    String client,
    String pseudonym,
    @Nullable Integer number,
    String date,
    int clientWords,
    List<TurnView> turns,
    List<CodingView> codings) {

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
        transcript.turns().stream().map(TurnView::of).toList(),
        content.codings().stream()
            .map(
                coding ->
                    CodingView.of(coding, transcript.turns().get(coding.coding().turn()).text()))
            .toList());
  }

  @Override
  public String toString() {
    return "EntryView[" + id + ", turns=" + turns.size() + ", codings=" + codings.size() + "]";
  }
}
