package org.throughline.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.throughline.claim.ClaimEvent;
import org.throughline.measure.Entry;
import org.throughline.measure.Words;
import org.throughline.problem.ProblemEvent;
import org.throughline.record.Client;
import org.throughline.record.Note;
import tools.jackson.databind.json.JsonMapper;

/** Notes as what they are about. */
final class Written {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Written() {}

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  static <T> T read(Note note, Class<T> type) {
    return Objects.requireNonNull(JSON.readValue(note.json(), type));
  }

  private static <T> List<T> read(List<Note> notes, Note.Kind kind, Class<T> type) {
    return notes.stream()
        .filter(note -> note.kind() == kind)
        .map(note -> read(note, type))
        .toList();
  }

  static List<Entry> measures(List<Note> notes) {
    return read(notes, Note.Kind.MEASURE, Entry.class);
  }

  static List<ClaimEvent> claims(List<Note> notes) {
    return read(notes, Note.Kind.CLAIM, ClaimEvent.class);
  }

  /** Problems named when the client was entered are in the client's words. */
  static List<ProblemEvent> problems(Client client, List<Note> notes) {
    List<ProblemEvent> events = new ArrayList<>();
    for (Client.Problem problem : client.problems()) {
      events.add(
          new ProblemEvent.Named(
              problem.id(), client.created(), "", problem.id(), new Words(problem.words()), true));
    }
    events.addAll(read(notes, Note.Kind.PROBLEM, ProblemEvent.class));
    return events;
  }

  static Profile profile(List<Note> notes) {
    return read(notes, Note.Kind.PROFILE, Profile.class).stream()
        .reduce(Profile.NOTHING_SET, (earlier, later) -> later);
  }

  /** By entry; the last holds. */
  static Map<String, SessionSetting> settings(List<Note> notes) {
    Map<String, SessionSetting> settings = new HashMap<>();
    read(notes, Note.Kind.SETTING, SessionSetting.class)
        .forEach(setting -> settings.put(setting.entry(), setting));
    return settings;
  }
}
