package org.throughline.research;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.throughline.deidentify.LateTurns;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedSessions;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.transcript.Role;

/** A release that fits into memory; withdrawing takes a client out at once. */
public final class Releases implements ReleasedSessions {

  private final TreeMap<String, ReleasedSession> sessions = new TreeMap<>();
  private final List<String> opened = new ArrayList<>();
  private int asked;
  private final Set<String> unquotable = new TreeSet<>();
  private final Set<String> unexportable = new TreeSet<>();

  /** One session; turns alternate, the therapist first. */
  public Releases with(String client, String session, int day, String... turns) {
    List<ReleasedTurn> released = new ArrayList<>();
    for (int i = 0; i < turns.length; i++) {
      released.add(new ReleasedTurn(i, i % 2 == 0 ? Role.THERAPIST : Role.CLIENT, turns[i]));
    }
    String hash =
        UUID.nameUUIDFromBytes(String.join("|", turns).getBytes(StandardCharsets.UTF_8)).toString();
    sessions.put(session, new ReleasedSession(client, session, day, released, hash));
    return this;
  }

  /** The sessions whose words were looked at since this was last asked, once for each reading. */
  public List<String> opened() {
    List<String> since = List.copyOf(opened);
    opened.clear();
    return since;
  }

  /** How often anybody has asked whose sessions are released. */
  public int asked() {
    return asked;
  }

  private ReleasedSession late(ReleasedSession one) {
    var turns =
        new LateTurns(
            () -> {
              opened.add(one.session());
              return one.turns();
            });
    return new ReleasedSession(one.client(), one.session(), one.day(), turns, one.hash());
  }

  /** From now on this client's words stay out of reports. */
  public void unquotable(String client) {
    unquotable.add(client);
  }

  @Override
  public Set<String> verbatim() {
    Set<String> clients = new TreeSet<>(clients());
    clients.removeAll(unquotable);
    return clients;
  }

  /** From now on this client's words stay in the house. */
  public void unexportable(String client) {
    unexportable.add(client);
  }

  @Override
  public Set<String> exportable() {
    Set<String> clients = new TreeSet<>(verbatim());
    clients.removeAll(unexportable);
    return clients;
  }

  @Override
  public boolean handOut(String action, String detail, Collection<String> asked) {
    return sessions.keySet().containsAll(asked);
  }

  public void withdraw(String client) {
    sessions.values().removeIf(session -> session.client().equals(client));
  }

  @Override
  public List<String> clients() {
    return sessions.values().stream().map(ReleasedSession::client).distinct().sorted().toList();
  }

  @Override
  public List<ReleasedSession> of(String client) {
    return sessions.values().stream()
        .filter(session -> session.client().equals(client))
        .sorted(Comparator.comparingInt(ReleasedSession::day))
        .map(this::late)
        .toList();
  }

  @Override
  public List<ReleasedSession> all() {
    asked++;
    return ReleasedSessions.super.all();
  }

  @Override
  public Optional<ReleasedSession> session(String session) {
    return Optional.ofNullable(sessions.get(session)).map(this::late);
  }
}
