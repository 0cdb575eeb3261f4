package org.throughline.access;

import java.util.Locale;

/** What someone is here for. An account may have several; each allows by itself. */
public enum AccountRole {
  /** Treats clients and reads their words while they do. */
  CLINICIAN,
  /** Guides clinicians and reads quotes of those of their clients who agreed to it. */
  SUPERVISOR,
  /** Reads released, de-identified text only. */
  RESEARCHER,
  /** Checks the de-identification of clients assigned to them. */
  REVIEWER,
  /** Keeps consents, releases, erases, reads the audit log. Sees no words. */
  PRIVACY_OFFICER,
  /** Keeps accounts and backups. Sees no words. */
  ADMIN;

  /** The word used in the API: "privacy_officer". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role with the given {@link #id()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static AccountRole of(String id) {
    for (AccountRole role : values()) {
      if (role.id().equals(id)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "role must be one of clinician, supervisor, researcher, reviewer, privacy_officer, admin");
  }
}
