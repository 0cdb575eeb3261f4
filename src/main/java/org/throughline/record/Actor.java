package org.throughline.record;

/**
 * On whose behalf something is done: goes into the audit log with each read and each change.
 *
 * @param account id of the account, or the program's own name for what it does by itself
 * @param role the role it acts in, "clinician"
 * @param purpose why, "care" or "supervision"
 */
public record Actor(String account, String role, String purpose) {

  public Actor {
    if (account.isBlank() || role.isBlank() || purpose.isBlank()) {
      throw new IllegalArgumentException("an actor has an account, a role and a purpose");
    }
  }

  /** The program itself: the demo, a command at the machine, the index that catches up. */
  public static Actor program(String purpose) {
    return new Actor("throughline", "program", purpose);
  }
}
