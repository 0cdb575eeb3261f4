package org.throughline.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Analyzer;
import org.throughline.language.Sentence;
import org.throughline.learning.Features;
import org.throughline.learning.Lesson;
import org.throughline.record.Actor;
import org.throughline.record.EntryContent;
import org.throughline.record.Models;
import org.throughline.record.Store;
import org.throughline.record.StoredCoding;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/**
 * Gathers what people decided about a code, sentence by sentence: from clients who agreed that a
 * model may be learned from their words, and no others. Every entry opened for it is in the log.
 */
final class Lessons {

  /** So many sentences that nobody marked for each that somebody judged. */
  private static final int UNMARKED = 8;

  /**
   * Where a lesson stands: with these a model can be learned again.
   *
   * @param kind what was known of the sentence
   */
  record Place(String client, String entry, int turn, int start, int end, Lesson.Kind kind) {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::client)
            .thenComparing(Place::entry)
            .thenComparingInt(Place::turn)
            .thenComparingInt(Place::start);
  }

  /** Lessons, each with its place, in the order of places. */
  record Gathered(List<Place> places, List<Lesson> lessons) {
    Set<String> clients() {
      return new TreeSet<>(places.stream().map(Place::client).toList());
    }
  }

  private final Store store;
  private final Analyzer analyzer;

  Lessons(Store store, Analyzer analyzer) {
    this.store = store;
    this.analyzer = analyzer;
  }

  /** Everything that was decided about a code so far. */
  Gathered of(Actor by, String code) {
    Map<String, Boolean> agree = new HashMap<>();
    Map<Place, Lesson> all = new TreeMap<>(Place.ORDER);
    for (String entry : store.codings().judgedEntries()) {
      if (agree.computeIfAbsent(store.entries().clientOf(entry), this::agrees)) {
        gather(store.entries().content(by, entry), code, all);
      }
    }
    return new Gathered(List.copyOf(all.keySet()), List.copyOf(all.values()));
  }

  /**
   * The same lessons as the words read now.
   *
   * @return those that are still there
   */
  Gathered again(Actor by, List<Place> places) {
    Map<String, List<Place>> byEntry = new TreeMap<>();
    places.forEach(
        place -> byEntry.computeIfAbsent(place.entry(), entry -> new ArrayList<>()).add(place));
    Map<Place, Lesson> all = new TreeMap<>(Place.ORDER);
    byEntry.forEach(
        (entry, own) -> {
          if (agrees(own.getFirst().client())) {
            List<Turn> turns = store.entries().content(by, entry).transcript().turns();
            Map<Integer, AnalyzedTurn> read = new HashMap<>();
            for (Place place : own) {
              if (place.turn() < turns.size()) {
                String text = turns.get(place.turn()).text();
                AnalyzedTurn turn =
                    read.computeIfAbsent(place.turn(), index -> analyzer.analyze(text));
                all.put(place, lesson(place, turn));
              }
            }
          }
        });
    return new Gathered(List.copyOf(all.keySet()), List.copyOf(all.values()));
  }

  private boolean agrees(String client) {
    return Models.NEEDED.stream().allMatch(scope -> store.consents().permits(client, scope));
  }

  private void gather(EntryContent content, String code, Map<Place, Lesson> all) {
    if (content.entry().retracted()) {
      return;
    }
    List<Turn> turns = content.transcript().turns();
    Map<Integer, AnalyzedTurn> read = new HashMap<>();
    Map<Place, Lesson> found = new TreeMap<>(Place.ORDER);
    Map<Integer, List<Span>> marked = new HashMap<>();
    for (StoredCoding stored : content.codings()) {
      int index = stored.coding().turn();
      if (!turns.get(index).isClient()) {
        continue;
      }
      for (Judged judged : Judged.of(stored, turns.get(index).text(), code)) {
        marked.computeIfAbsent(index, turn -> new ArrayList<>()).add(judged.span());
        if (judged.applies().isPresent()) {
          AnalyzedTurn turn =
              read.computeIfAbsent(index, at -> analyzer.analyze(turns.get(at).text()));
          sentence(turn, judged.span())
              .ifPresent(
                  span ->
                      put(found, content, index, turn, span, kind(judged.applies().orElseThrow())));
        }
      }
    }
    if (!found.isEmpty()) {
      unmarked(content, marked, read, UNMARKED * found.size(), found);
      all.putAll(found);
    }
  }

  /**
   * What was said of a code at a place.
   *
   * @param applies empty where nobody has said anything yet
   */
  private record Judged(Span span, Optional<Boolean> applies) {

    static List<Judged> of(StoredCoding stored, String text, String code) {
      boolean made = stored.coding().code().equals(code);
      Span span = stored.coding().span();
      var stands = stored.effective(text).filter(coding -> coding.code().equals(code));
      List<Judged> judged = new ArrayList<>();
      if (stands.isPresent()) {
        boolean open = stored.standing() == StoredCoding.Standing.SUGGESTED;
        judged.add(new Judged(stands.get().span(), open ? Optional.empty() : Optional.of(true)));
      } else if (made) {
        judged.add(new Judged(span, Optional.of(false)));
      }
      return judged;
    }
  }

  private static Lesson.Kind kind(boolean applies) {
    return applies ? Lesson.Kind.APPLIES : Lesson.Kind.DOES_NOT;
  }

  /** A sentence that somebody holds to carry the code is no example of the contrary. */
  private static void put(
      Map<Place, Lesson> found,
      EntryContent content,
      int index,
      AnalyzedTurn turn,
      Span span,
      Lesson.Kind kind) {
    var place =
        new Place(
            content.entry().client(), content.entry().id(), index, span.start(), span.end(), kind);
    Lesson known = found.get(place);
    if (known == null || (!known.applies() && kind == Lesson.Kind.APPLIES)) {
      found.remove(place);
      found.put(place, lesson(place, turn));
    }
  }

  private static Lesson lesson(Place place, AnalyzedTurn turn) {
    return new Lesson(
        place.client(), place.kind(), Features.of(turn, new Span(place.start(), place.end())));
  }

  /** Drawn by the entry's id alone, so that they are the same whenever they are drawn. */
  private void unmarked(
      EntryContent content,
      Map<Integer, List<Span>> marked,
      Map<Integer, AnalyzedTurn> read,
      int wanted,
      Map<Place, Lesson> found) {
    List<Turn> turns =
        new ArrayList<>(content.transcript().turns().stream().filter(Turn::isClient).toList());
    Collections.shuffle(turns, new Random(content.entry().id().hashCode()));
    int drawn = 0;
    for (Turn turn : turns) {
      if (drawn >= wanted) {
        return;
      }
      AnalyzedTurn analyzed =
          read.computeIfAbsent(turn.index(), at -> analyzer.analyze(turn.text()));
      List<Span> taken = marked.getOrDefault(turn.index(), List.of());
      for (Sentence sentence : analyzed.sentences()) {
        if (taken.stream().noneMatch(sentence.span()::overlaps)) {
          put(found, content, turn.index(), analyzed, sentence.span(), Lesson.Kind.UNMARKED);
          drawn++;
        }
      }
    }
  }

  /** The sentence in which the words begin. */
  private static Optional<Span> sentence(AnalyzedTurn turn, Span words) {
    return turn.sentences().stream()
        .map(Sentence::span)
        .filter(span -> span.start() <= words.start() && words.start() < span.end())
        .findFirst();
  }
}
