package org.throughline.desk;

import org.throughline.measure.Questionnaires;
import org.throughline.record.Actor;
import org.throughline.record.Note;
import org.throughline.record.SessionRecord;
import org.throughline.record.Store;
import org.throughline.record.StoreException;

/** What is set for a client and for single sessions, and taking back what was a mistake. */
public final class Particulars {

  private final Store store;
  private final Questionnaires questionnaires;

  Particulars(Store store, Questionnaires questionnaires) {
    this.store = store;
    this.questionnaires = questionnaires;
  }

  public Profile profile(Actor by, String client) {
    Desk.requireConsent(store, by, client);
    return Written.profile(store.notes().of(by, client, Note.Kind.PROFILE));
  }

  /**
   * Sets all of it anew; what was set before stays on record.
   *
   * @throws IllegalArgumentException if it names no questionnaire or norm
   */
  public Profile set(Actor by, String client, Profile profile) {
    Desk.requireConsent(store, by, client);
    profile.check(questionnaires);
    store
        .notes()
        .add(by, client, Note.Kind.PROFILE, (stamp, earlier) -> Written.json(profile), null);
    return profile;
  }

  /** How a session's transcript came about, as far as somebody has said. */
  public SessionSetting setting(Actor by, String session) {
    String client = store.entries().clientOf(session);
    Desk.requireConsent(store, by, client);
    SessionSetting set =
        Written.settings(store.notes().of(by, client, Note.Kind.SETTING)).get(session);
    return set == null ? new SessionSetting(session, "", "") : set;
  }

  /** Says how a session's transcript came about. */
  public SessionSetting set(Actor by, SessionSetting setting) {
    String client = store.entries().clientOf(setting.entry());
    Desk.requireConsent(store, by, client);
    if (store.entries().sessions(by, client).stream()
        .map(SessionRecord::id)
        .noneMatch(setting.entry()::equals)) {
      throw new StoreException.NotFound("session");
    }
    store
        .notes()
        .add(by, client, Note.Kind.SETTING, (stamp, earlier) -> Written.json(setting), null);
    return setting;
  }

  /** Takes back that a session was missed. */
  public void retractMissed(Actor by, String client, String missed) {
    store.missed().retract(by, client, missed);
  }
}
