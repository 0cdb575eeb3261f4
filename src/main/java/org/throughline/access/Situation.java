package org.throughline.access;

import java.util.List;
import org.throughline.record.ConsentVersion;
import org.throughline.record.Tie;

/**
 * What is known when a decision is taken.
 *
 * @param ties those that can matter to the caller, whether or not they hold at the moment
 * @param consents all versions of the client in question; empty if it is about none
 */
public record Situation(List<Tie> ties, List<ConsentVersion> consents) {

  public Situation {
    ties = List.copyOf(ties);
    consents = List.copyOf(consents);
  }
}
