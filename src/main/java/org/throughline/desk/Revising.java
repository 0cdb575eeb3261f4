package org.throughline.desk;

import java.util.List;
import java.util.Map;
import org.throughline.desk.view.EntryView;
import org.throughline.problem.Strip;
import org.throughline.record.Actor;
import org.throughline.record.EntryContent;
import org.throughline.record.RevisionRecord;
import org.throughline.record.Store;
import org.throughline.transcript.Role;
import org.throughline.transcript.revision.Correction;
import org.throughline.transcript.revision.History;
import org.throughline.transcript.revision.Revision;

/**
 * Putting a stored text right: misheard words, and who spoke. The stored text stays; the text is
 * coded anew as it reads then, and what people said about codings goes with its words.
 */
public final class Revising {

  private final Store store;
  private final Learning learning;
  private final Problems problems;
  private final Runnable changed;

  Revising(Store store, Learning learning, Problems problems, Runnable changed) {
    this.store = store;
    this.learning = learning;
    this.problems = problems;
    this.changed = changed;
  }

  /**
   * Puts misheard words right.
   *
   * @param correction its place counts in the text as it reads now
   * @throws IllegalArgumentException if there is no such place
   */
  public EntryView correct(Actor by, String entry, Correction correction) {
    return revise(by, store.entries().content(by, entry), new Revision.Corrected(correction));
  }

  /**
   * Takes a correction back.
   *
   * @param number of the revision
   * @throws IllegalArgumentException if it is none, or the words were corrected again
   */
  public EntryView undo(Actor by, String entry, int number) {
    EntryContent content = store.entries().content(by, entry);
    History history = history(by, content);
    return revise(by, content, new Revision.Corrected(history.inverse(number)));
  }

  /**
   * Says who is behind which label after all; remembered for the client's next upload.
   *
   * @param roles by label; the empty label stands for text without a speaker
   * @throws IllegalArgumentException if the text has no such label
   */
  public EntryView reassign(Actor by, String entry, Map<String, Role> roles) {
    EntryContent content = store.entries().content(by, entry);
    for (String label : roles.keySet()) {
      if (!EntryView.speakers(content.transcript()).containsKey(label)) {
        throw new IllegalArgumentException("the text has no speaker with one of these labels");
      }
    }
    return revise(by, content, new Revision.Reassigned(roles));
  }

  private EntryView revise(Actor by, EntryContent content, Revision revision) {
    String client = content.entry().client();
    History step = History.of(content.transcript(), List.of(revision));
    List<Strip> strips = problems.strips(by, client);
    EntryContent revised =
        store
            .entries()
            .revise(
                by,
                content.entry().id(),
                content.revisions().size(),
                revision,
                learning.code(step.current()));
    problems.follow(
        by, client, strips, content.entry().id(), revised, place -> step.anchor(place, 0));
    changed.run();
    return EntryView.of(revised, store.clients().find(by, client).pseudonym());
  }

  private History history(Actor by, EntryContent content) {
    return History.of(
        store.entries().stored(by, content.entry().id()),
        content.revisions().stream().map(RevisionRecord::revision).toList());
  }
}
