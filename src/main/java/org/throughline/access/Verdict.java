package org.throughline.access;

import org.throughline.record.Scope;

/** The answer to one question of access. */
public sealed interface Verdict {

  /** Yes, and this much of the words may show. */
  record Allowed(View view) implements Verdict {}

  /** No, and the caller may not learn whether there is such a client: answer as for no such id. */
  record Hidden() implements Verdict {}

  /** No: the caller knows the client, but the client has not consented. */
  record ConsentMissing(Scope scope) implements Verdict {}

  /** No: none of the caller's roles, or not this token, does such a thing. */
  record Forbidden() implements Verdict {}

  /** Yes, once the caller has proved again who they are. */
  record ProofNeeded() implements Verdict {}
}
