package org.throughline.research;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedSessions;

/** What is released at one moment, read once for one question and then dropped. */
public final class Snapshot implements ReleasedSessions {

  private final Map<String, ReleasedSession> sessions = new LinkedHashMap<>();

  private final Set<String> verbatim;
  private final Set<String> exportable;

  private final ReleasedSessions source;

  private Snapshot(
      ReleasedSessions source,
      List<ReleasedSession> all,
      Set<String> verbatim,
      Set<String> exportable) {
    this.source = source;
    this.verbatim = Set.copyOf(verbatim);
    this.exportable = Set.copyOf(exportable);
    all.forEach(session -> sessions.put(session.session(), session));
  }

  public static Snapshot of(ReleasedSessions released) {
    return new Snapshot(released, released.all(), released.verbatim(), released.exportable());
  }

  @Override
  public List<String> clients() {
    return sessions.values().stream().map(ReleasedSession::client).distinct().sorted().toList();
  }

  @Override
  public List<ReleasedSession> of(String client) {
    return sessions.values().stream().filter(each -> each.client().equals(client)).toList();
  }

  @Override
  public Optional<ReleasedSession> session(String session) {
    return Optional.ofNullable(sessions.get(session));
  }

  @Override
  public List<ReleasedSession> all() {
    return List.copyOf(sessions.values());
  }

  @Override
  public Set<String> verbatim() {
    return verbatim;
  }

  @Override
  public boolean handOut(String action, String detail, Collection<String> asked) {
    return source.handOut(action, detail, asked);
  }

  @Override
  public Set<String> exportable() {
    return exportable;
  }
}
