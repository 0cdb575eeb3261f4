package org.throughline.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.Agreement;
import org.throughline.agreement.Resampling;
import org.throughline.agreement.Uncertainty;
import org.throughline.codebook.Code;
import org.throughline.codebook.Codebook;
import org.throughline.indicator.Badge;
import org.throughline.indicator.Badges;
import org.throughline.record.Actor;
import org.throughline.record.ConsentVersion;
import org.throughline.record.EntryContent;
import org.throughline.record.LocalCounts.Judged;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.research.EntryGold;
import org.throughline.research.LocalGold;
import org.throughline.statistic.Tally;
import org.throughline.trajectory.BadgeView;
import org.throughline.transcript.Turn;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of each automatic code in this practice: precision, recall and alpha against
 * people's decisions, and the alpha of people who coded it twice in a study. Only counts leave this
 * class. What has not changed is not opened again: a course asks for it each time it is opened.
 */
public final class LocalFigures {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Nobody asks for these figures by name; whose words are opened for them is in the log. */
  private static final Actor COUNTING = Actor.program("figures of codes");

  /** So many entries counted anew are worth writing down. */
  private static final int WORTH_KEEPING = 20;

  /**
   * While coders are at work in a study something happens in it every few seconds; a course does
   * not wait for their alpha to be counted anew each time.
   */
  private static final Duration FRESH_ENOUGH = Duration.ofMinutes(10);

  /** How entries are counted; another one when {@link EntryGold} counts otherwise than before. */
  private static final String WAY = "2:";

  private static final String YES = "yes";

  /** An entry's counts, and what they were counted from and how. */
  private record Entry(String stamp, EntryGold gold) {}

  /** What is kept between two starts of the program. */
  private record Kept(
      String studies, Map<String, Badge.Alpha> alphas, Map<String, Entry> entries) {}

  /** The badges, and what they were computed from. */
  private record Known(List<Judged> judged, String studies, Badges badges) {}

  private final Store store;
  private final Studying studies;
  private @Nullable Known known;
  private @Nullable Kept kept;
  private Instant studiedAt = Instant.MIN;

  LocalFigures(Store store, Studying studies) {
    this.store = store;
    this.studies = studies;
  }

  /** The figures of a codebook's codes, in its order. */
  public List<BadgeView> of(Codebook codebook) {
    Badges badges = latest();
    return codebook.codes().stream().map(Code::id).map(badges::of).map(BadgeView::of).toList();
  }

  /** The badges as of now, with the agreement of people in studies as of this very moment. */
  public synchronized Badges latest() {
    studiedAt = Instant.MIN;
    return badges();
  }

  /** The badges as of now; the agreement of people in studies as of some minutes ago. */
  public synchronized Badges badges() {
    Instant now = Instant.now();
    Map<String, List<ConsentVersion>> consents = store.standing().now().consents();
    List<Judged> judged =
        store.localCounts().judged().stream()
            .filter(
                one ->
                    ConsentVersion.permits(
                        consents.getOrDefault(one.client(), List.of()),
                        Scope.TREATMENT_ANALYSIS,
                        now))
            .toList();
    boolean waits = studiedAt.isAfter(now.minus(FRESH_ENOUGH));
    String stamp = waits ? kept().studies() : store.localCounts().studies();
    Known before = known;
    if (before != null && before.judged().equals(judged) && before.studies().equals(stamp)) {
      return before.badges();
    }
    Badges badges = count(judged, stamp);
    known = new Known(judged, stamp, badges);
    return badges;
  }

  private Badges count(List<Judged> judged, String stamp) {
    Kept last = kept();
    Map<String, Entry> entries = new TreeMap<>();
    int fresh = 0;
    for (Judged one : judged) {
      Entry same = last.entries().get(one.entry());
      if (same != null && same.stamp().equals(WAY + one.stamp())) {
        entries.put(one.entry(), same);
      } else {
        Optional<EntryGold> gold = gold(one);
        gold.ifPresent(counts -> entries.put(one.entry(), new Entry(WAY + one.stamp(), counts)));
        fresh++;
      }
    }
    boolean studied = !last.studies().equals(stamp);
    Map<String, Badge.Alpha> people = studied ? people() : last.alphas();
    studiedAt = studied ? Instant.now() : studiedAt;
    Kept counted = new Kept(stamp, people, entries);
    kept = counted;
    if (fresh >= WORTH_KEEPING || (studied && !people.isEmpty())) {
      store.localCounts().keep(JSON.writeValueAsString(counted));
    }
    return badges(entries, people);
  }

  private Kept kept() {
    Kept now = kept;
    if (now == null) {
      now =
          store
              .localCounts()
              .kept()
              .map(json -> JSON.readValue(json, Kept.class))
              .orElse(new Kept("", Map.of(), Map.of()));
    }
    return now;
  }

  /** Empty where the entry is gone since. */
  private Optional<EntryGold> gold(Judged one) {
    try {
      EntryContent content = store.entries().content(COUNTING, one.entry());
      Set<Integer> turns =
          content.transcript().turns().stream()
              .filter(Turn::isClient)
              .map(Turn::index)
              .collect(Collectors.toSet());
      return Optional.of(
          EntryGold.of(
              one.client(),
              turns,
              content.codings().stream()
                  .filter(coding -> turns.contains(coding.coding().turn()))
                  .toList()));
    } catch (StoreException.NotFound | StoreException.Damaged gone) {
      return Optional.empty();
    }
  }

  private static Badges badges(Map<String, Entry> entries, Map<String, Badge.Alpha> people) {
    Map<String, LocalGold> gold =
        LocalGold.of(entries.values().stream().map(Entry::gold).toList(), Resampling.DEFAULT);
    Set<String> codes = new TreeSet<>(gold.keySet());
    codes.addAll(people.keySet());
    Map<String, Badge> badges = new HashMap<>();
    for (String code : codes) {
      LocalGold found = gold.get(code);
      List<Badge.Alpha> alphas = new ArrayList<>();
      if (found != null) {
        alpha(found.alpha(), "cues against people", found.ceiling()).ifPresent(alphas::add);
      }
      Optional.ofNullable(people.get(code)).ifPresent(alphas::add);
      badges.put(
          code,
          new Badge(
              code,
              found == null ? Tally.NONE : found.precision(),
              found == null ? Tally.NONE : found.recall(),
              alphas));
    }
    return new Badges(badges);
  }

  /** From the newest study in which people coded it twice. */
  private Map<String, Badge.Alpha> people() {
    Map<String, Badge.Alpha> alphas = new TreeMap<>();
    for (String study : studies.ids(COUNTING)) {
      studies
          .alphas(COUNTING, study)
          .forEach(
              (code, agreement) ->
                  alpha(agreement, "people coding it twice", false)
                      .ifPresent(alpha -> alphas.put(code, alpha)));
    }
    return alphas;
  }

  private static Optional<Badge.Alpha> alpha(
      @Nullable Agreement agreement, String of, boolean ceiling) {
    if (!(agreement instanceof Agreement.Estimate estimate)) {
      return Optional.empty();
    }
    Double low = null;
    Double high = null;
    String noInterval = null;
    switch (estimate.uncertainty()) {
      case Uncertainty.Bootstrapped found -> {
        low = found.interval().low();
        high = found.interval().high();
      }
      case Uncertainty.Unknown unknown -> noInterval = unknown.because();
    }
    return Optional.of(
        new Badge.Alpha(
            of,
            ceiling,
            estimate.value(),
            low,
            high,
            noInterval,
            estimate.basis().n(),
            estimate.basis().unit(),
            estimate.basis().clients(),
            estimate.basis().prevalence().getOrDefault(YES, Tally.NONE)));
  }
}
