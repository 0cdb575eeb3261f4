package org.throughline.access;

import java.util.Set;
import org.throughline.record.Scope;

/**
 * One line of the {@link Policy}: an account with this role and this bond to the client may do
 * these things, if the client has consented to these scopes.
 *
 * @param view how much of the words may show
 * @param proof whether the caller must have proved themselves within the last minutes
 */
record Rule(
    AccountRole role, Bond bond, Set<Action> actions, Set<Scope> scopes, View view, boolean proof) {

  /** What must connect the caller with the client. */
  enum Bond {
    /** Nothing: the rule holds for all clients, or is about none. */
    ANY,
    /** The caller treats the client. */
    TREATS,
    /** The caller supervises someone who treats the client. */
    SUPERVISES,
    /** The caller reviews the client's de-identification. */
    REVIEWS,
    /** The client's de-identified text stands in the research corpus. */
    RELEASED
  }

  /** Whether a caller who meets the bond may learn that only consent is missing. */
  boolean tellsOfConsent() {
    return bond == Bond.TREATS || bond == Bond.ANY;
  }
}
