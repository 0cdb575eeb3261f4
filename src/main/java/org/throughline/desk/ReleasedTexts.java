package org.throughline.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.Draft;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.record.Actor;
import org.throughline.record.Releases.Candidate;
import org.throughline.record.Releases.Release;
import org.throughline.record.Store;
import org.throughline.transcript.Sha256;

/**
 * Released sessions as they were last opened: of each its id and hash, of those read last their
 * text. Whether somebody may read them is asked elsewhere and every time; what is kept here is of
 * one state of card, text and program, and is passed over as soon as that is another.
 */
final class ReleasedTexts {

  /** UTF-16 units of text that are kept: some hundred sessions. */
  private static final int MOST_UNITS = 8 << 20;

  /**
   * A released session without its text.
   *
   * @param session its surrogate id
   * @param hash of its text
   */
  record Head(String session, String hash) {}

  private record State(String basis, @Nullable Instant at) {
    static State of(Candidate candidate) {
      return new State(candidate.basis(), candidate.at());
    }
  }

  private record Kept<T>(State state, T what) {
    /** It may be text. */
    @Override
    public String toString() {
      return "Kept";
    }
  }

  private final Store store;
  private final Map<String, Kept<Head>> heads = new HashMap<>();
  private final LinkedHashMap<String, Kept<List<ReleasedTurn>>> texts =
      new LinkedHashMap<>(64, 0.75f, true);
  private long units;

  ReleasedTexts(Store store) {
    this.store = store;
  }

  /**
   * Those of one client's sessions that are released, by entry, in the order given. One that is
   * taken back at this very moment is left out.
   */
  Map<String, Head> heads(Actor by, List<Candidate> own) {
    List<Candidate> released = own.stream().filter(Candidate::isReleased).toList();
    List<Candidate> missing =
        released.stream().filter(candidate -> known(candidate) == null).toList();
    if (!missing.isEmpty()) {
      open(by, missing);
    }
    Map<String, Head> found = new LinkedHashMap<>();
    for (Candidate candidate : released) {
      Head head = known(candidate);
      if (head != null) {
        found.put(candidate.entry(), head);
      }
    }
    return found;
  }

  /** The text of a released session; none if it was taken back at this very moment. */
  List<ReleasedTurn> turns(Actor by, Candidate candidate) {
    synchronized (this) {
      Kept<List<ReleasedTurn>> kept = texts.get(candidate.entry());
      if (kept != null && kept.state().equals(State.of(candidate))) {
        return kept.what();
      }
    }
    return open(by, List.of(candidate)).getOrDefault(candidate.entry(), List.of());
  }

  /** Forgets what is kept of these. */
  synchronized void forget(Iterable<String> entries) {
    for (String entry : entries) {
      heads.remove(entry);
      drop(texts.remove(entry));
    }
  }

  private synchronized @Nullable Head known(Candidate candidate) {
    Kept<Head> kept = heads.get(candidate.entry());
    return kept != null && kept.state().equals(State.of(candidate)) ? kept.what() : null;
  }

  private Map<String, List<ReleasedTurn>> open(Actor by, List<Candidate> wanted) {
    Map<String, Candidate> byEntry = new HashMap<>();
    wanted.forEach(candidate -> byEntry.put(candidate.entry(), candidate));
    Map<String, List<ReleasedTurn>> opened = new HashMap<>();
    String client = wanted.getFirst().client();
    for (Release release : store.releases().of(by, client, byEntry.keySet())) {
      Candidate candidate = byEntry.get(release.entry());
      // Between the two looks somebody may have taken it back, or read it again.
      if (candidate != null
          && release.draft().state() == Draft.State.RELEASED
          && release.draft().basis().equals(candidate.basis())) {
        List<ReleasedTurn> turns = release.draft().released();
        opened.put(release.entry(), turns);
        keep(candidate, new Head(release.session(), sha256(turns)), turns);
      }
    }
    return opened;
  }

  private synchronized void keep(Candidate candidate, Head head, List<ReleasedTurn> turns) {
    heads.put(candidate.entry(), new Kept<>(State.of(candidate), head));
    drop(texts.put(candidate.entry(), new Kept<>(State.of(candidate), turns)));
    units += units(turns);
    while (units > MOST_UNITS && texts.size() > 1) {
      drop(texts.pollFirstEntry().getValue());
    }
  }

  private void drop(@Nullable Kept<List<ReleasedTurn>> dropped) {
    units -= dropped == null ? 0 : units(dropped.what());
  }

  private static long units(List<ReleasedTurn> turns) {
    return turns.stream().mapToLong(turn -> turn.text().length()).sum();
  }

  private static String sha256(List<ReleasedTurn> turns) {
    StringBuilder lines = new StringBuilder();
    turns.forEach(turn -> lines.append(turn.role()).append('\t').append(turn.text()).append('\n'));
    return Sha256.hex(lines.toString());
  }
}
