package org.throughline.research;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.research.StudyEvent.Duty;
import org.throughline.research.StudyEvent.Settled;
import org.throughline.transcript.Span;

/**
 * The codings of one session side by side, after all its coders have finished.
 *
 * @param coders who coded it
 * @param places every stretch that anybody coded, in order of the text; codings that overlap stand
 *     together
 */
public record Adjudication(String session, Set<String> coders, List<Place> places) {

  public Adjudication {
    coders = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(coders));
    places = List.copyOf(places);
  }

  /**
   * Codings that overlap.
   *
   * @param span from the first to the last unit of any of them
   * @param byCoder nobody is left out: an empty list says that this coder saw nothing here
   * @param settled what was decided here so far
   */
  public record Place(
      int turn, Span span, Map<String, List<Coded>> byCoder, List<Settled> settled) {

    public Place {
      byCoder = java.util.Collections.unmodifiableMap(new TreeMap<>(byCoder));
      settled = List.copyOf(settled);
    }

    /** Whether all coders put the same codes on the same words. */
    public boolean isUnanimous() {
      return byCoder.values().stream().map(Place::marks).distinct().count() == 1;
    }

    private static Set<String> marks(List<Coded> codings) {
      Set<String> marks = new java.util.TreeSet<>();
      codings.forEach(coded -> marks.add(coded.span() + coded.code()));
      return marks;
    }
  }

  /**
   * The side-by-side view.
   *
   * @throws IllegalArgumentException while somebody is still coding: comparing would end blindness
   */
  public static Adjudication of(Study study, String session) {
    if (!study.isOpenToComparison(session)) {
      throw new IllegalArgumentException(
          "not all coders of this session have finished; until then nobody sees another's codings");
    }
    Set<String> coders = study.coders(session, Duty.CODING);
    List<Coded> all = new ArrayList<>();
    coders.forEach(coder -> all.addAll(study.codings(coder, session)));
    all.sort(
        java.util.Comparator.comparingInt(Coded::turn)
            .thenComparingInt(Coded::start)
            .thenComparingInt(Coded::end)
            .thenComparing(Coded::code)
            .thenComparing(Coded::coder));
    List<Place> places = new ArrayList<>();
    List<Coded> open = new ArrayList<>();
    int end = 0;
    for (Coded coded : all) {
      boolean apart =
          !open.isEmpty() && (coded.turn() != open.getFirst().turn() || coded.start() >= end);
      if (apart) {
        places.add(place(study, coders, open, end));
        open.clear();
        end = 0;
      }
      open.add(coded);
      end = Math.max(end, coded.end());
    }
    if (!open.isEmpty()) {
      places.add(place(study, coders, open, end));
    }
    return new Adjudication(session, coders, places);
  }

  private static Place place(Study study, Set<String> coders, List<Coded> open, int end) {
    Map<String, List<Coded>> byCoder = new LinkedHashMap<>();
    coders.forEach(coder -> byCoder.put(coder, new ArrayList<>()));
    open.forEach(
        coded -> byCoder.computeIfAbsent(coded.coder(), absent -> new ArrayList<>()).add(coded));
    Coded first = open.getFirst();
    Span span = new Span(first.start(), end);
    List<Settled> settled =
        study.settled(first.session()).stream()
            .filter(each -> each.turn() == first.turn())
            .filter(each -> each.start() < span.end() && each.end() > span.start())
            .toList();
    Map<String, List<Coded>> copies = new LinkedHashMap<>();
    byCoder.forEach((coder, own) -> copies.put(coder, List.copyOf(own)));
    return new Place(first.turn(), span, copies, settled);
  }

  /** What holds: what was settled, and where nothing was, what all coders marked alike. */
  List<Coded> agreed() {
    List<Coded> agreed = new ArrayList<>();
    for (Place place : places) {
      if (!place.settled().isEmpty()) {
        for (Settled each : place.settled()) {
          if (each.applies()) {
            agreed.add(
                new Coded(
                    "settled/"
                        + session
                        + "/"
                        + each.turn()
                        + "/"
                        + each.span()
                        + "/"
                        + each.code(),
                    each.by(),
                    session,
                    each.turn(),
                    each.start(),
                    each.end(),
                    each.code()));
          }
        }
      } else if (place.isUnanimous()) {
        agreed.addAll(place.byCoder().values().iterator().next());
      }
    }
    return agreed;
  }
}
