package org.throughline.web.page;

import java.time.Instant;
import org.throughline.deidentify.Draft;
import org.throughline.desk.Desk;
import org.throughline.desk.Releasing;
import org.throughline.desk.view.ClientView;
import org.throughline.record.Actor;
import org.throughline.record.NewConsent;
import org.throughline.record.Releases.Release;
import org.throughline.record.Scope;

/** Lets clients of the demo go to research, as two reviewers would who mask whatever waits. */
final class Corpus {

  private static final Actor SECOND = new Actor("second", "reviewer", "research");

  private Corpus() {}

  static void release(Desk desk, String... pseudonyms) {
    for (ClientView client : desk.clients(Visit.ME)) {
      if (java.util.List.of(pseudonyms).contains(client.pseudonym())) {
        desk.recordConsent(
            Visit.ME, client.id(), Scope.RESEARCH, NewConsent.granted(Instant.EPOCH));
        letGo(desk.releasing(), client.id());
      }
    }
  }

  private static void letGo(Releasing gate, String client) {
    for (Release drafted : gate.draft(Visit.ME, client)) {
      String entry = drafted.entry();
      Release opened = gate.open(Visit.ME, entry);
      for (Draft.Open open : opened.draft().queue()) {
        gate.accept(Visit.ME, entry, open.turn(), open.mark().span());
      }
      String version = gate.review(Visit.ME, entry).version();
      gate.approve(Visit.ME, entry, version);
      gate.approve(SECOND, entry, version);
      gate.release(Visit.ME, entry);
    }
  }
}
