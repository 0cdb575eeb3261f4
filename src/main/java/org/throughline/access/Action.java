package org.throughline.access;

import java.util.Locale;

/** Everything that can be asked for. A route or a command names exactly one. */
public enum Action {
  // About one client.
  READ_CLIENT(true),
  READ_CONSENT(true),
  RECORD_CONSENT(true),
  CHANGE_CLIENT(true),
  READ_IDENTITY(true),
  CHANGE_IDENTITY(true),
  LIST_ENTRIES(true),
  READ_ORIGINAL(true),
  ADD_ENTRY(true),
  RETRACT_ENTRY(true),
  READ_ENTRY(true),
  READ_CODINGS(true),
  DECIDE_CODING(true),
  READ_TRAJECTORY(true),
  READ_REPORT(true),
  SEARCH_QUOTES(true),
  REVEAL_IDENTIFIERS(true),
  EXPORT_CLIENT(true),
  ERASE_CLIENT(true),
  REVIEW_DEIDENTIFICATION(true),
  RELEASE_TO_RESEARCH(true),
  READ_RELEASED(true),
  // About no client.
  CREATE_CLIENT(false),
  LIST_CLIENTS(false),
  READ_CODEBOOKS(false),
  CHANGE_CODEBOOKS(false),
  RUN_STUDY(false),
  READ_COHORT(false),
  MANAGE_ACCOUNTS(false),
  MANAGE_TIES(false),
  READ_AUDIT(false),
  BACK_UP(false),
  KEEP_OWN_ACCOUNT(false);

  private final boolean ofClient;

  Action(boolean ofClient) {
    this.ofClient = ofClient;
  }

  /** Whether it is about one client's record. */
  public boolean isOfClient() {
    return ofClient;
  }

  /** The word used for tokens and in the audit log: "read_client". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The action with the given {@link #id()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Action of(String id) {
    for (Action action : values()) {
      if (action.id().equals(id)) {
        return action;
      }
    }
    throw new IllegalArgumentException("no such action: use the ids that the manual lists");
  }
}
