package org.throughline.research;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.research.StudyEvent.Assigned;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.research.StudyEvent.CodesSet;
import org.throughline.research.StudyEvent.CorpusPinned;
import org.throughline.research.StudyEvent.Created;
import org.throughline.research.StudyEvent.Duty;
import org.throughline.research.StudyEvent.Finished;
import org.throughline.research.StudyEvent.Frozen;
import org.throughline.research.StudyEvent.Memo;
import org.throughline.research.StudyEvent.Removed;
import org.throughline.research.StudyEvent.Settled;

/** Where a study stands after its events. Does not change. */
public final class Study {

  private @Nullable Created created;
  private StudyCodes codes = StudyCodes.NONE;
  private List<Pinned> corpus = List.of();
  private final Map<String, Map<String, Duty>> duties = new TreeMap<>();
  private final Map<String, Coded> codings = new LinkedHashMap<>();
  private final Map<String, Set<String>> finished = new TreeMap<>();
  private final List<Memo> memos = new ArrayList<>();
  private final Map<String, Settled> settled = new LinkedHashMap<>();
  private @Nullable Frozen frozen;

  private Study() {}

  /**
   * The study of some events, in order.
   *
   * @throws IllegalArgumentException if they do not begin with {@link Created}
   */
  public static Study of(List<? extends StudyEvent> events) {
    var study = new Study();
    events.forEach(study::apply);
    if (study.created == null) {
      throw new IllegalArgumentException("a study begins with its creation");
    }
    return study;
  }

  private void apply(StudyEvent event) {
    switch (event) {
      case Created begins -> created = begins;
      case CodesSet set -> codes = new StudyCodes(set.codes());
      case CorpusPinned pinned -> corpus = pinned.sessions();
      case Assigned to -> {
        Map<String, Duty> own = duties.computeIfAbsent(to.coder(), coder -> new LinkedHashMap<>());
        to.sessions().forEach(session -> own.put(session, to.duty()));
      }
      case Coded coded -> codings.put(coded.id(), coded);
      case Removed removed -> codings.remove(removed.coding());
      case Finished done ->
          finished.computeIfAbsent(done.session(), session -> new TreeSet<>()).add(done.coder());
      case Memo memo -> memos.add(memo);
      case Settled verdict -> settled.put(key(verdict), verdict);
      case Frozen end -> frozen = end;
    }
  }

  private static String key(Settled settled) {
    return settled.session() + "/" + settled.turn() + "/" + settled.span() + "/" + settled.code();
  }

  private Created created() {
    return java.util.Objects.requireNonNull(created);
  }

  public String name() {
    return created().name();
  }

  public String question() {
    return created().question();
  }

  public Criteria criteria() {
    return created().criteria();
  }

  public long seed() {
    return created().seed();
  }

  public StudyCodes codes() {
    return codes;
  }

  public List<Pinned> corpus() {
    return corpus;
  }

  /** The hash it was frozen under; empty while it is open. */
  public Optional<String> frozen() {
    return Optional.ofNullable(frozen).map(Frozen::hash);
  }

  /** Everybody who has something to code. */
  public Set<String> coders() {
    return Collections.unmodifiableSet(duties.keySet());
  }

  /** What a coder does with a session; empty if it is not theirs. */
  public Optional<Duty> duty(String coder, String session) {
    return Optional.ofNullable(duties.getOrDefault(coder, Map.of()).get(session));
  }

  /** Who codes a session for a purpose. */
  public Set<String> coders(String session, Duty duty) {
    Set<String> coders = new TreeSet<>();
    duties.forEach(
        (coder, own) -> {
          if (own.get(session) == duty) {
            coders.add(coder);
          }
        });
    return coders;
  }

  /** A coder's sessions, shuffled for them alone: the order tells nothing of the treatment. */
  public List<String> order(String coder) {
    List<String> sessions =
        new ArrayList<>(new TreeSet<>(duties.getOrDefault(coder, Map.of()).keySet()));
    Collections.shuffle(sessions, new Random(seed() ^ coder.hashCode()));
    return sessions;
  }

  public boolean isFinished(String coder, String session) {
    return finished.getOrDefault(session, Set.of()).contains(coder);
  }

  /** Whether all who code the session have finished it, so that they may see each other. */
  public boolean isOpenToComparison(String session) {
    Set<String> coders = coders(session, Duty.CODING);
    return !coders.isEmpty() && coders.stream().allMatch(coder -> isFinished(coder, session));
  }

  /** All codings that were not taken back, whoever made them and what for. */
  public List<Coded> codings() {
    return List.copyOf(codings.values());
  }

  /** A coder's own codings of a session. */
  public List<Coded> codings(String coder, String session) {
    return codings.values().stream()
        .filter(coded -> coded.coder().equals(coder) && coded.session().equals(session))
        .toList();
  }

  /** Everybody's codings that count: for coding duty, in finished sessions. */
  public List<Coded> counted() {
    return codings.values().stream()
        .filter(coded -> duty(coded.coder(), coded.session()).orElse(null) == Duty.CODING)
        .filter(coded -> isFinished(coded.coder(), coded.session()))
        .toList();
  }

  public Optional<Coded> coding(String id) {
    return Optional.ofNullable(codings.get(id));
  }

  /**
   * Memos that a person may read: all but those on codings and sessions still being coded blind.
   */
  public List<Memo> memos(String reader) {
    return memos.stream()
        .filter(
            memo -> {
              String session = memo.session();
              return memo.author().equals(reader) || session == null || isOpenToComparison(session);
            })
        .toList();
  }

  public List<Settled> settled(String session) {
    return settled.values().stream().filter(each -> each.session().equals(session)).toList();
  }

  /**
   * What holds after all: what the adjudicator settled, and what all coders of a session agree on.
   */
  public List<Coded> consensus() {
    List<Coded> agreed = new ArrayList<>();
    for (Pinned pinned : corpus) {
      if (isOpenToComparison(pinned.session())) {
        agreed.addAll(Adjudication.of(this, pinned.session()).agreed());
      }
    }
    return agreed;
  }

  /** SHA-256 of codes, corpus and codings: what a frozen study is cited by. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Set<String> lines = new LinkedHashSet<>();
      codes
          .codes()
          .forEach(
              code ->
                  lines.add(
                      code.id()
                          + "|"
                          + code.parent()
                          + "|"
                          + code.name()
                          + "|"
                          + code.definition()));
      corpus.forEach(each -> lines.add(each.session() + "|" + each.hash()));
      codings.values().forEach(each -> lines.add(each.toString()));
      settled.values().forEach(each -> lines.add(each.toString()));
      lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
