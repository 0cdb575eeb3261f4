package org.throughline.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.measure.Board;
import org.throughline.measure.Entry;
import org.throughline.measure.Goal;
import org.throughline.measure.Questionnaires;
import org.throughline.record.Actor;
import org.throughline.record.CheckInRecord;
import org.throughline.record.IdempotencyKey;
import org.throughline.record.Note;
import org.throughline.record.Store;
import org.throughline.record.StoreException;

/** Scores, goals, ratings, words and events that are written down for a client. */
public final class Measures {

  private final Store store;
  private final Courses courses;
  private final Questionnaires questionnaires;

  Measures(Store store, Courses courses, Questionnaires questionnaires) {
    this.store = store;
    this.courses = courses;
    this.questionnaires = questionnaires;
  }

  /** The table that thresholds are taken from. */
  public Questionnaires questionnaires() {
    return questionnaires;
  }

  /** Everything that stands for the client, by measure, check-ins among it. */
  public Board board(Actor by, String client) {
    Desk.requireConsent(store, by, client);
    return courses.open(by, client).board();
  }

  /**
   * Writes an entry down.
   *
   * @param json with its kind and date and without an id
   * @throws IllegalArgumentException if the measure's rules refuse it, with what to do
   */
  public Entry add(Actor by, String client, String json, @Nullable IdempotencyKey key) {
    Desk.requireConsent(store, by, client);
    Note note =
        store
            .notes()
            .add(
                by,
                client,
                Note.Kind.MEASURE,
                (stamp, earlier) -> {
                  Entry entry = EntryReader.read(json, stamp.id());
                  check(entry, Written.measures(earlier));
                  return Written.json(entry);
                },
                key);
    return Written.read(note, Entry.class);
  }

  /**
   * Takes an entry back; it stays on record and counts no more.
   *
   * @param entry id of an entry of {@link #board}
   * @param reason "" where none is given
   * @throws StoreException.NotFound if nothing of the client's stands under this id
   */
  public void withdraw(Actor by, String client, String entry, String reason) {
    Desk.requireConsent(store, by, client);
    boolean checkIn =
        store.entries().checkIns(by, client).stream()
            .map(CheckInRecord::id)
            .anyMatch(entry::equals);
    if (checkIn) {
      store.entries().retract(by, entry);
      return;
    }
    store
        .notes()
        .add(
            by,
            client,
            Note.Kind.MEASURE,
            (stamp, earlier) -> {
              if (!standing(Written.measures(earlier)).contains(entry)) {
                throw new StoreException.NotFound("entry");
              }
              return Written.json(
                  new Entry.Withdrawn(
                      stamp.id(),
                      java.time.LocalDate.ofInstant(stamp.at(), java.time.ZoneOffset.UTC),
                      entry,
                      reason));
            },
            null);
  }

  private void check(Entry entry, List<Entry> earlier) {
    Set<String> standing = standing(earlier);
    List<Entry> all = earlier.stream().filter(one -> standing.contains(one.id())).toList();
    switch (entry) {
      case Entry.Score score ->
          questionnaires
              .of(score.questionnaire())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no questionnaire has this id; GET /questionnaires lists them"))
              .check(score);
      case Goal.ScaledRating rating ->
          require(all, Goal.Scaled.class, rating.goal(), "scaled goal");
      case Goal.DescribedRating rating ->
          require(all, Goal.Described.class, rating.goal(), "described goal");
      case Entry.PersonalRating rating ->
          require(all, Entry.PersonalItem.class, rating.item(), "personal item");
      default -> {}
    }
  }

  private static void require(
      List<Entry> entries, Class<? extends Entry> kind, String id, String what) {
    if (entries.stream().noneMatch(one -> kind.isInstance(one) && one.id().equals(id))) {
      throw new IllegalArgumentException(
          "the client has no such " + what + ": write it down first");
    }
  }

  /** Ids of what was written down and not taken back. */
  private static Set<String> standing(List<Entry> entries) {
    Set<String> ids =
        entries.stream()
            .filter(entry -> !(entry instanceof Entry.Withdrawn))
            .map(Entry::id)
            .collect(Collectors.toSet());
    for (Entry entry : entries) {
      if (entry instanceof Entry.Withdrawn withdrawn) {
        ids.remove(withdrawn.entry());
      }
    }
    return ids;
  }
}
