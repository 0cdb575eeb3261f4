package org.throughline.research;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedSessions;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.transcript.Role;

/**
 * What is left of a study's corpus at this moment.
 *
 * @param sessions by surrogate id: still released, with the very text that was pinned
 * @param withdrawn sessions that are no longer released: consent is gone, or the release was taken
 *     back
 * @param altered sessions released with another text since
 * @param verbatim surrogate ids of clients whose words may be shown
 * @param exportable those of them whose words may leave the house in tables and projects
 */
public record Corpus(
    Map<String, ReleasedSession> sessions,
    List<Pinned> withdrawn,
    List<Pinned> altered,
    Set<String> verbatim,
    Set<String> exportable) {

  public Corpus {
    verbatim = Set.copyOf(verbatim);
    exportable = Set.copyOf(exportable);
    sessions = Collections.unmodifiableMap(new LinkedHashMap<>(sessions));
    withdrawn = List.copyOf(withdrawn);
    altered = List.copyOf(altered);
  }

  /** Compares what is pinned with what is released now. */
  public static Corpus of(List<Pinned> pinned, ReleasedSessions released) {
    Map<String, ReleasedSession> sessions = new LinkedHashMap<>();
    List<Pinned> withdrawn = new ArrayList<>();
    List<Pinned> altered = new ArrayList<>();
    for (Pinned each : pinned) {
      Optional<ReleasedSession> now = released.session(each.session());
      if (now.isEmpty()) {
        withdrawn.add(each);
      } else if (!now.get().hash().equals(each.hash())) {
        altered.add(each);
      } else {
        sessions.put(each.session(), now.get());
      }
    }
    return new Corpus(sessions, withdrawn, altered, released.verbatim(), released.exportable());
  }

  /** The sessions that criteria let through, clients in order of their ids. */
  public static List<Pinned> select(Criteria criteria, ReleasedSessions released, long seed) {
    List<String> clients = new ArrayList<>(new TreeSet<>(released.clients()));
    if (!criteria.only().isEmpty()) {
      clients.retainAll(criteria.only());
    }
    Random random = new Random(seed);
    Collections.shuffle(clients, random);
    List<Pinned> chosen = new ArrayList<>();
    int taken = 0;
    for (String client : clients) {
      List<ReleasedSession> sessions =
          new ArrayList<>(
              released.of(client).stream().filter(each -> fits(criteria, each)).toList());
      Collections.shuffle(sessions, random);
      if (sessions.isEmpty() || taken == criteria.clients()) {
        continue;
      }
      taken++;
      sessions.stream()
          .limit(criteria.sessionsPerClient())
          .map(each -> new Pinned(client, each.session(), each.hash()))
          .forEach(chosen::add);
    }
    chosen.sort(java.util.Comparator.comparing(Pinned::client).thenComparing(Pinned::session));
    return chosen;
  }

  private static boolean fits(Criteria criteria, ReleasedSession session) {
    return session.day() >= criteria.fromDay()
        && session.day() <= criteria.toDay()
        && words(session) >= criteria.leastWords();
  }

  static int words(ReleasedSession session) {
    int words = 0;
    for (ReleasedTurn turn : session.turns()) {
      if (turn.role() == Role.CLIENT && !turn.text().isBlank()) {
        words += turn.text().strip().split("\\s+", -1).length;
      }
    }
    return words;
  }

  /** Surrogate ids of clients none of whose sessions are left. */
  public Set<String> clientsGone() {
    Set<String> gone = new TreeSet<>();
    withdrawn.forEach(each -> gone.add(each.client()));
    sessions.values().forEach(each -> gone.remove(each.client()));
    altered.forEach(each -> gone.remove(each.client()));
    return gone;
  }
}
