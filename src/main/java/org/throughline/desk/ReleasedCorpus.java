package org.throughline.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.deidentify.LateTurns;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedSessions;
import org.throughline.record.Actor;
import org.throughline.record.Releases.Candidate;
import org.throughline.record.Scope;
import org.throughline.record.Store;

/**
 * Reads through the gate: what is released, current, and consented to at this moment. A session's
 * words are opened when somebody looks at them.
 */
final class ReleasedCorpus implements ReleasedSessions {

  private final Store store;
  private final ReleasedTexts texts;
  private final Actor by;

  ReleasedCorpus(Store store, ReleasedTexts texts, Actor by) {
    this.store = store;
    this.texts = texts;
    this.by = by;
  }

  @Override
  public List<String> clients() {
    return released().values().stream().map(ReleasedCorpus::pseudonym).sorted().toList();
  }

  @Override
  public List<ReleasedSession> of(String client) {
    return released().values().stream()
        .filter(own -> pseudonym(own).equals(client))
        .flatMap(own -> sessions(own).stream())
        .toList();
  }

  @Override
  public Optional<ReleasedSession> session(String session) {
    return all().stream().filter(one -> one.session().equals(session)).findFirst();
  }

  @Override
  public List<ReleasedSession> all() {
    return released().values().stream().flatMap(own -> sessions(own).stream()).toList();
  }

  @Override
  public Set<String> verbatim() {
    return released().entrySet().stream()
        .filter(one -> store.consents().permits(one.getKey(), Scope.QUOTE_VERBATIM))
        .map(one -> pseudonym(one.getValue()))
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> exportable() {
    return released().values().stream()
        .filter(own -> permits(own, Scope.QUOTE_VERBATIM))
        .filter(own -> permits(own, Scope.EXTERNAL_EXPORT))
        .map(ReleasedCorpus::pseudonym)
        .collect(Collectors.toSet());
  }

  @Override
  public boolean handOut(String action, String detail, Collection<String> sessions) {
    Set<String> wanted = new HashSet<>(sessions);
    List<Candidate> found = new ArrayList<>();
    for (List<Candidate> own : released().values()) {
      Map<String, ReleasedTexts.Head> heads = texts.heads(by, own);
      for (Candidate candidate : own) {
        ReleasedTexts.Head head = heads.get(candidate.entry());
        if (head != null && wanted.remove(head.session())) {
          found.add(candidate);
        }
      }
    }
    return wanted.isEmpty() && store.releases().handOut(by, action, detail, found);
  }

  private boolean permits(List<Candidate> own, Scope scope) {
    return store.consents().permits(own.getFirst().client(), scope);
  }

  /** All sessions of those clients who have at least one that is released, by client. */
  private Map<String, List<Candidate>> released() {
    return released(store, by, store.clients().ids());
  }

  static Map<String, List<Candidate>> released(Store store, Actor by, Collection<String> clients) {
    Map<String, List<Candidate>> found =
        store.releases().candidates(by, clients).stream()
            .collect(
                Collectors.groupingBy(Candidate::client, LinkedHashMap::new, Collectors.toList()));
    found.values().removeIf(own -> own.stream().noneMatch(Candidate::isReleased));
    return found;
  }

  private static String pseudonym(List<Candidate> own) {
    return own.getFirst().pseudonym();
  }

  /** How many days after the client's first session each one was. */
  static int day(Candidate candidate, List<Candidate> own) {
    LocalDate first =
        own.stream().map(Candidate::date).min(Comparator.naturalOrder()).orElseThrow();
    return (int) ChronoUnit.DAYS.between(first, candidate.date());
  }

  private List<ReleasedSession> sessions(List<Candidate> own) {
    Map<String, ReleasedTexts.Head> heads = texts.heads(by, own);
    List<ReleasedSession> sessions = new ArrayList<>();
    for (Candidate candidate : own) {
      ReleasedTexts.Head head = heads.get(candidate.entry());
      if (head != null) {
        sessions.add(
            new ReleasedSession(
                candidate.pseudonym(),
                head.session(),
                day(candidate, own),
                new LateTurns(() -> texts.turns(by, candidate)),
                head.hash()));
      }
    }
    sessions.sort(Comparator.comparingInt(ReleasedSession::day));
    return sessions;
  }
}
