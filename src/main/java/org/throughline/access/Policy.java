package org.throughline.access;

import static org.throughline.access.AccountRole.ADMIN;
import static org.throughline.access.AccountRole.CLINICIAN;
import static org.throughline.access.AccountRole.PRIVACY_OFFICER;
import static org.throughline.access.AccountRole.RESEARCHER;
import static org.throughline.access.AccountRole.REVIEWER;
import static org.throughline.access.AccountRole.SUPERVISOR;
import static org.throughline.access.Action.*;
import static org.throughline.record.Scope.EXTERNAL_EXPORT;
import static org.throughline.record.Scope.QUOTE_VERBATIM;
import static org.throughline.record.Scope.RESEARCH;
import static org.throughline.record.Scope.SUPERVISION;
import static org.throughline.record.Scope.TREATMENT_ANALYSIS;

import java.util.List;
import java.util.Set;
import org.throughline.access.Rule.Bond;
import org.throughline.record.Scope;

/** All that is allowed. What stands in no line is denied. */
final class Policy {

  static final List<Rule> RULES =
      List.of(
          // Clinicians: the treatment record is theirs while they treat the client; what the
          // engine makes of it needs the client's consent.
          rule(CLINICIAN, Bond.ANY, Set.of(CREATE_CLIENT, LIST_CLIENTS), Set.of(), View.NO_WORDS),
          rule(
              CLINICIAN,
              Bond.TREATS,
              Set.of(
                  READ_CLIENT,
                  CHANGE_CLIENT,
                  READ_CONSENT,
                  RECORD_CONSENT,
                  LIST_ENTRIES,
                  READ_ORIGINAL,
                  RETRACT_ENTRY),
              Set.of(),
              View.FULL),
          rule(
              CLINICIAN,
              Bond.TREATS,
              Set.of(
                  ADD_ENTRY,
                  READ_ENTRY,
                  READ_CODINGS,
                  DECIDE_CODING,
                  READ_TRAJECTORY,
                  READ_REPORT,
                  SEARCH_QUOTES),
              Set.of(TREATMENT_ANALYSIS),
              View.FULL),
          proved(
              CLINICIAN, Bond.TREATS, Set.of(READ_IDENTITY, CHANGE_IDENTITY), Set.of(), View.FULL),
          proved(
              CLINICIAN,
              Bond.TREATS,
              Set.of(EXPORT_CLIENT),
              Set.of(TREATMENT_ANALYSIS, EXTERNAL_EXPORT),
              View.FULL),

          // Supervisors: figures of supervisees' clients who agreed to it; words only if they
          // agreed to that too, and never a whole transcript.
          rule(SUPERVISOR, Bond.ANY, Set.of(LIST_CLIENTS), Set.of(), View.NO_WORDS),
          rule(
              SUPERVISOR,
              Bond.SUPERVISES,
              Set.of(
                  READ_CLIENT,
                  LIST_ENTRIES,
                  READ_CODINGS,
                  READ_TRAJECTORY,
                  READ_REPORT,
                  SEARCH_QUOTES),
              Set.of(TREATMENT_ANALYSIS, SUPERVISION),
              View.PARAPHRASE),
          rule(
              SUPERVISOR,
              Bond.SUPERVISES,
              Set.of(READ_CODINGS, READ_TRAJECTORY, READ_REPORT, SEARCH_QUOTES),
              Set.of(TREATMENT_ANALYSIS, SUPERVISION, QUOTE_VERBATIM),
              View.TAGGED),
          proved(
              SUPERVISOR,
              Bond.SUPERVISES,
              Set.of(REVEAL_IDENTIFIERS),
              Set.of(TREATMENT_ANALYSIS, SUPERVISION, QUOTE_VERBATIM),
              View.FULL),

          // Researchers: released text of clients who consented to research, and nothing else.
          rule(RESEARCHER, Bond.ANY, Set.of(RUN_STUDY, READ_COHORT), Set.of(), View.NO_WORDS),
          rule(RESEARCHER, Bond.RELEASED, Set.of(READ_RELEASED), Set.of(RESEARCH), View.PARAPHRASE),
          rule(
              RESEARCHER,
              Bond.RELEASED,
              Set.of(READ_RELEASED),
              Set.of(RESEARCH, QUOTE_VERBATIM),
              View.RELEASED),
          rule(
              REVIEWER, Bond.REVIEWS, Set.of(REVIEW_DEIDENTIFICATION), Set.of(RESEARCH), View.FULL),
          proved(REVIEWER, Bond.REVIEWS, Set.of(READ_IDENTITY), Set.of(RESEARCH), View.FULL),

          // Those who keep the house see no words.
          rule(
              PRIVACY_OFFICER,
              Bond.ANY,
              Set.of(LIST_CLIENTS, READ_CLIENT, READ_CONSENT, RECORD_CONSENT, READ_AUDIT),
              Set.of(),
              View.NO_WORDS),
          rule(
              PRIVACY_OFFICER,
              Bond.ANY,
              Set.of(RELEASE_TO_RESEARCH),
              Set.of(RESEARCH),
              View.NO_WORDS),
          proved(PRIVACY_OFFICER, Bond.ANY, Set.of(ERASE_CLIENT), Set.of(), View.NO_WORDS),
          rule(ADMIN, Bond.ANY, Set.of(READ_AUDIT), Set.of(), View.NO_WORDS),
          proved(
              ADMIN,
              Bond.ANY,
              Set.of(MANAGE_ACCOUNTS, MANAGE_TIES, BACK_UP),
              Set.of(),
              View.NO_WORDS),

          // Codebooks are for all to read; those who code may change them.
          rule(CLINICIAN, Bond.ANY, Set.of(CHANGE_CODEBOOKS), Set.of(), View.NO_WORDS),
          rule(SUPERVISOR, Bond.ANY, Set.of(CHANGE_CODEBOOKS), Set.of(), View.NO_WORDS),
          rule(RESEARCHER, Bond.ANY, Set.of(CHANGE_CODEBOOKS), Set.of(), View.NO_WORDS));

  /** What everyone with an account may do, whatever their role. */
  static final Set<Action> EVERYONE = Set.of(READ_CODEBOOKS, KEEP_OWN_ACCOUNT);

  private Policy() {}

  private static Rule rule(
      AccountRole role, Bond bond, Set<Action> actions, Set<Scope> scopes, View view) {
    return new Rule(role, bond, actions, scopes, view, false);
  }

  private static Rule proved(
      AccountRole role, Bond bond, Set<Action> actions, Set<Scope> scopes, View view) {
    return new Rule(role, bond, actions, scopes, view, true);
  }
}
