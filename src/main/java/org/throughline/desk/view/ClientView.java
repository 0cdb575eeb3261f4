package org.throughline.desk.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.access.View;
import org.throughline.record.Client;
import org.throughline.record.Summary;

/**
 * A client of the caseload.
 *
 * @param problems what treatment is about, in the client's words
 * @param consents ids of the scopes that are open now
 * @param sessions how many are kept
 * @param checkIns how many are kept
 * @param lastSession date of the latest session, null before the first
 */
public record ClientView(
    String id,
    String pseudonym,
    List<ProblemView> problems,
    String created,
    List<String> consents,
    int sessions,
    int checkIns,
    @Nullable String lastSession) {

  /**
   * A client as kept.
   *
   * @param open scopes that are consented to now
   */
  public static ClientView of(Client client, List<String> open, Summary summary) {
    LocalDate last = summary.lastSession();
    return new ClientView(
        client.id(),
        client.pseudonym(),
        client.problems().stream()
            .map(problem -> new ProblemView(problem.id(), problem.words()))
            .toList(),
        client.created().toString(),
        open,
        summary.sessions(),
        summary.checkIns(),
        last == null ? null : last.toString());
  }

  /** As much of it as a view lets show. */
  public ClientView shown(View view) {
    if (view.compareTo(View.TAGGED) >= 0) {
      return this;
    }
    return new ClientView(
        id,
        pseudonym,
        problems.stream().map(problem -> new ProblemView(problem.id(), null)).toList(),
        created,
        consents,
        sessions,
        checkIns,
        lastSession);
  }

  /**
   * A problem in the client's own words.
   *
   * @param words null where the asker may not see any
   */
  public record ProblemView(String id, @Nullable String words) {
    @Override
    public String toString() {
      return "ProblemView[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "ClientView[" + id + "]";
  }
}
