package org.throughline.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedSessions;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.record.Actor;
import org.throughline.record.Releases.Candidate;
import org.throughline.record.Releases.Release;
import org.throughline.record.Scope;
import org.throughline.record.Store;

/** Reads through the gate: what is released, current, and consented to at this moment. */
final class ReleasedCorpus implements ReleasedSessions {

  private final Store store;
  private final Actor by;

  ReleasedCorpus(Store store, Actor by) {
    this.store = store;
    this.by = by;
  }

  @Override
  public List<String> clients() {
    return released().keySet().stream().map(this::pseudonym).sorted().toList();
  }

  @Override
  public List<ReleasedSession> of(String client) {
    return all().stream().filter(session -> session.client().equals(client)).toList();
  }

  @Override
  public Optional<ReleasedSession> session(String session) {
    return all().stream().filter(one -> one.session().equals(session)).findFirst();
  }

  @Override
  public List<ReleasedSession> all() {
    return released().entrySet().stream()
        .flatMap(one -> of(one.getKey(), one.getValue()).stream())
        .toList();
  }

  @Override
  public Set<String> verbatim() {
    return released().keySet().stream()
        .filter(client -> store.consents().permits(client, Scope.QUOTE_VERBATIM))
        .map(this::pseudonym)
        .collect(Collectors.toSet());
  }

  private String pseudonym(String client) {
    return store.releases().pseudonym(by, client).id();
  }

  /** All sessions of those clients who have at least one that is released. */
  private Map<String, List<Candidate>> released() {
    Map<String, List<Candidate>> clients =
        store.releases().candidates(by, store.clients().ids()).stream()
            .collect(Collectors.groupingBy(Candidate::client));
    clients.values().removeIf(own -> own.stream().noneMatch(Candidate::isReleased));
    return clients;
  }

  private List<ReleasedSession> of(String client, List<Candidate> own) {
    LocalDate first =
        own.stream().map(Candidate::date).min(Comparator.naturalOrder()).orElseThrow();
    Map<String, Release> releases =
        store.releases().of(by, client).stream()
            .collect(Collectors.toMap(Release::entry, release -> release));
    String pseudonym = pseudonym(client);
    List<ReleasedSession> sessions = new ArrayList<>();
    for (Candidate candidate : own) {
      Release release = releases.get(candidate.entry());
      // Between the two looks somebody may have taken it back, or read it again.
      boolean same =
          release != null
              && candidate.state() == release.draft().state()
              && release.draft().basis().equals(candidate.basis());
      if (candidate.isReleased() && release != null && same) {
        int day = (int) ChronoUnit.DAYS.between(first, candidate.date());
        List<ReleasedTurn> turns = release.draft().released();
        sessions.add(new ReleasedSession(pseudonym, release.session(), day, turns, sha256(turns)));
      }
    }
    sessions.sort(Comparator.comparingInt(ReleasedSession::day));
    return sessions;
  }

  private static String sha256(List<ReleasedTurn> turns) {
    StringBuilder text = new StringBuilder();
    turns.forEach(turn -> text.append(turn.role()).append('\t').append(turn.text()).append('\n'));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
