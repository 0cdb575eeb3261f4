package org.throughline.desk;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.indicator.Quote;
import org.throughline.measure.Words;
import org.throughline.problem.Candidates;
import org.throughline.problem.Passage;
import org.throughline.problem.Place;
import org.throughline.problem.ProblemEvent;
import org.throughline.problem.ProblemEvent.SetbackReason;
import org.throughline.problem.Strip;
import org.throughline.record.Actor;
import org.throughline.record.EntryContent;
import org.throughline.record.IdempotencyKey;
import org.throughline.record.Note;
import org.throughline.record.Notes.Stamp;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.trajectory.TrajectoryView.QuoteView;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;
import org.throughline.transcript.revision.Anchor;

/** Problems: named by people, traced by passages that people link and stage. */
public final class Problems {

  private final Store store;
  private final Courses courses;

  Problems(Store store, Courses courses) {
    this.store = store;
    this.courses = courses;
  }

  /** One strip for each problem of the client, in the order in which they were named. */
  public List<Strip> strips(Actor by, String client) {
    Desk.requireConsent(store, by, client);
    return courses.open(by, client).problems();
  }

  /**
   * Passages that may be about a problem, for a person to link: those that share a word with its
   * name and are not linked yet.
   */
  public List<QuoteView> candidates(Actor by, String client, String problem) {
    Desk.requireConsent(store, by, client);
    Course course = courses.open(by, client);
    Strip strip = strip(course, problem);
    return Candidates.of(strip.words(), course.quotes()).stream()
        .filter(quote -> strip.passages().stream().noneMatch(p -> p.place().equals(place(quote))))
        .map(QuoteView::of)
        .toList();
  }

  private static Place place(Quote quote) {
    return new Place(quote.sessionId(), quote.turn(), quote.start(), quote.end());
  }

  /**
   * Names a new problem.
   *
   * @param byClient whether these are the client's own words
   */
  public Strip name(
      Actor by, String client, String words, boolean byClient, @Nullable IdempotencyKey key) {
    Desk.requireConsent(store, by, client);
    Note note =
        store
            .notes()
            .add(
                by,
                client,
                Note.Kind.PROBLEM,
                (stamp, earlier) ->
                    Written.json(
                        new ProblemEvent.Named(
                            stamp.id(),
                            stamp.at(),
                            stamp.account(),
                            stamp.id(),
                            new Words(words),
                            byClient)),
                key);
    return strip(courses.open(by, client), note.id());
  }

  /** Gives a problem a better name; earlier ones stay on record. */
  public Strip rename(Actor by, String client, String problem, String words, boolean byClient) {
    return add(
        by,
        client,
        problem,
        (stamp, strip) ->
            new ProblemEvent.Named(
                stamp.id(), stamp.at(), stamp.account(), problem, new Words(words), byClient));
  }

  /** Says that a passage is about a problem. Linking again changes nothing. */
  public Strip link(Actor by, String client, String problem, Place place) {
    Words quote = quote(by, client, place);
    return add(
        by,
        client,
        problem,
        (stamp, strip) ->
            new ProblemEvent.Linked(
                stamp.id(), stamp.at(), stamp.account(), problem, place, quote));
  }

  /** Says that it is not, after all. */
  public Strip unlink(Actor by, String client, String problem, Place place) {
    return add(
        by,
        client,
        problem,
        (stamp, strip) -> {
          requireLinked(strip, place);
          return new ProblemEvent.Unlinked(stamp.id(), stamp.at(), stamp.account(), problem, place);
        });
  }

  /**
   * Confirms where a linked passage stands.
   *
   * @param stage 0 to 7, in halves
   */
  public Strip stage(Actor by, String client, String problem, Place place, double stage) {
    return add(
        by,
        client,
        problem,
        (stamp, strip) -> {
          requireLinked(strip, place);
          return new ProblemEvent.Staged(
              stamp.id(), stamp.at(), stamp.account(), problem, place, stage);
        });
  }

  /**
   * Says why a setback came.
   *
   * @param place where it led to
   */
  public Strip explain(
      Actor by, String client, String problem, Place place, SetbackReason reason, String note) {
    return add(
        by,
        client,
        problem,
        (stamp, strip) -> {
          if (strip.setbacks().stream().noneMatch(setback -> setback.to().equals(place))) {
            throw new IllegalArgumentException("no setback leads to this passage");
          }
          return new ProblemEvent.SetbackExplained(
              stamp.id(), stamp.at(), stamp.account(), problem, place, reason, new Words(note));
        });
  }

  /**
   * Lets linked passages go with their words when a text was put right or replaced. A passage whose
   * words are gone is linked no more; that it was stays on record.
   *
   * @param before the strips as they were before
   * @param from the entry whose text was changed
   * @param to the entry that holds the text now: the same, or the one in its place
   * @param where each place of the old text is in the new one
   */
  void follow(
      Actor by,
      String client,
      List<Strip> before,
      String from,
      EntryContent to,
      Function<org.throughline.transcript.revision.Place, Anchor> where) {
    for (Strip strip : before) {
      for (Passage passage : strip.passages()) {
        Place old = passage.place();
        if (old.sessionId().equals(from)) {
          Place now = moved(old, to.entry().id(), where);
          if (!old.equals(now)) {
            move(by, client, strip.problem(), passage, now, to);
          }
        }
      }
    }
  }

  private static @Nullable Place moved(
      Place old, String entry, Function<org.throughline.transcript.revision.Place, Anchor> where) {
    var marked =
        new org.throughline.transcript.revision.Place(old.turn(), new Span(old.start(), old.end()));
    if (!(where.apply(marked) instanceof Anchor.Held held) || held.to().span().isEmpty()) {
      return null;
    }
    Span span = held.to().span();
    return new Place(entry, held.to().turn(), span.start(), span.end());
  }

  private void move(
      Actor by,
      String client,
      String problem,
      Passage passage,
      @Nullable Place now,
      EntryContent text) {
    write(
        by,
        client,
        stamp ->
            new ProblemEvent.Unlinked(
                stamp.id(), stamp.at(), stamp.account(), problem, passage.place()));
    if (now == null) {
      return;
    }
    Turn turn = text.transcript().turns().get(now.turn());
    Words quote = new Words(new Span(now.start(), now.end()).of(turn.text()));
    write(
        by,
        client,
        stamp ->
            new ProblemEvent.Linked(stamp.id(), stamp.at(), stamp.account(), problem, now, quote));
    Double stage = passage.confirmed();
    if (stage != null) {
      write(
          by,
          client,
          stamp ->
              new ProblemEvent.Staged(
                  stamp.id(), stamp.at(), stamp.account(), problem, now, stage));
    }
  }

  private void write(Actor by, String client, Function<Stamp, ProblemEvent> event) {
    store
        .notes()
        .add(
            by,
            client,
            Note.Kind.PROBLEM,
            (stamp, earlier) -> Written.json(event.apply(stamp)),
            null);
  }

  private Strip add(
      Actor by, String client, String problem, BiFunction<Stamp, Strip, ProblemEvent> event) {
    Desk.requireConsent(store, by, client);
    Strip before = strip(courses.open(by, client), problem);
    store
        .notes()
        .add(
            by,
            client,
            Note.Kind.PROBLEM,
            (stamp, earlier) -> Written.json(event.apply(stamp, before)),
            null);
    return strip(courses.open(by, client), problem);
  }

  private static void requireLinked(Strip strip, Place place) {
    if (strip.passages().stream().noneMatch(passage -> passage.place().equals(place))) {
      throw new IllegalArgumentException("link the passage to the problem first");
    }
  }

  private static Strip strip(Course course, String problem) {
    return course.problem(problem).orElseThrow(() -> new StoreException.NotFound("problem"));
  }

  /** The words at a place, of this client and nobody else. */
  private Words quote(Actor by, String client, Place place) {
    if (!store.entries().clientOf(place.sessionId()).equals(client)) {
      throw new StoreException.NotFound("entry");
    }
    List<Turn> turns = store.entries().content(by, place.sessionId()).transcript().turns();
    if (place.turn() >= turns.size()) {
      throw new IllegalArgumentException("the session has no such turn");
    }
    Turn turn = Objects.requireNonNull(turns.get(place.turn()));
    return new Words(new Span(place.start(), place.end()).of(turn.text()));
  }
}
