package org.throughline.quote;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/** One search over one view of the index. */
final class Search {

  /** Where a found turn is, and its marks. */
  record Place(
      String session,
      String client,
      String clinician,
      int number,
      LocalDate date,
      int turn,
      List<Span> marks) {}

  private final IndexSearcher searcher;
  private final TurnSource source;
  private final Deadline deadline;

  Search(IndexSearcher searcher, TurnSource source, Deadline deadline) {
    this.searcher = searcher;
    this.source = source;
    this.deadline = deadline;
    searcher.setTimeout(deadline);
  }

  Hits run(QuoteQuery query, Visible visible) throws IOException {
    TopFieldDocs top =
        searcher.search(
            Translation.permitted(query.what(), visible, deadline),
            new TopFieldCollectorManager(
                sort(query.order()), query.offset() + query.limit(), null, query.countUpTo()));
    int total = Math.toIntExact(Math.min(top.totalHits.value(), query.countUpTo()));
    boolean exact = top.totalHits.value() <= query.countUpTo();
    ScoreDoc[] page =
        Arrays.copyOfRange(
            top.scoreDocs, Math.min(query.offset(), top.scoreDocs.length), top.scoreDocs.length);
    List<Hit> hits = new ArrayList<>();
    for (Place place : places(page, Translation.marked(query.what()))) {
      Hit hit = hit(place);
      if (hit != null) {
        hits.add(hit);
      }
    }
    return new Hits(total, exact, deadline.passed(), hits);
  }

  private static Sort sort(QuoteQuery.Order order) {
    return switch (order) {
      case NEWEST -> Fields.NEWEST;
      case OLDEST -> Fields.OLDEST;
      case CLIENT -> Fields.BY_CLIENT;
    };
  }

  /** The places of found documents, in the order given; read in the order on disk. */
  private List<Place> places(ScoreDoc[] page, List<Pattern> marked) throws IOException {
    Integer[] onDisk = new Integer[page.length];
    Arrays.setAll(onDisk, i -> i);
    Arrays.sort(onDisk, Comparator.comparingInt(i -> page[i].doc));
    Place[] places = new Place[page.length];
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    int current = -1;
    @Nullable Segment segment = null;
    for (int i : onDisk) {
      int leaf = ReaderUtil.subIndex(page[i].doc, segments);
      if (segment == null || leaf != current) {
        segment = new Segment(segments.get(leaf).reader(), marked, deadline);
        current = leaf;
      }
      places[i] = segment.place(page[i].doc - segments.get(leaf).docBase);
    }
    return List.of(places);
  }

  private static final class Segment {
    private final SortedDocValues sessions;
    private final SortedDocValues clients;
    private final SortedDocValues clinicians;
    private final NumericDocValues numbers;
    private final NumericDocValues dates;
    private final NumericDocValues turns;
    private final Marks marks;

    Segment(LeafReader reader, List<Pattern> marked, Deadline deadline) throws IOException {
      sessions = DocValues.getSorted(reader, Fields.SESSION);
      clients = DocValues.getSorted(reader, Fields.CLIENT);
      clinicians = DocValues.getSorted(reader, Fields.CLINICIAN);
      numbers = DocValues.getNumeric(reader, Fields.NUMBER);
      dates = DocValues.getNumeric(reader, Fields.DATE);
      turns = DocValues.getNumeric(reader, Fields.TURN);
      marks = new Marks(marked, reader, deadline);
    }

    Place place(int turn) throws IOException {
      return new Place(
          string(sessions, turn),
          string(clients, turn),
          string(clinicians, turn),
          (int) number(numbers, turn),
          LocalDate.ofEpochDay(number(dates, turn)),
          (int) number(turns, turn),
          marks.spans(turn));
    }

    private static String string(SortedDocValues values, int turn) throws IOException {
      return values.advanceExact(turn) ? values.lookupOrd(values.ordValue()).utf8ToString() : "";
    }

    private static long number(NumericDocValues values, int turn) throws IOException {
      return values.advanceExact(turn) ? values.longValue() : 0;
    }
  }

  /** The words from their source; null when they are gone or no longer what was indexed. */
  private @Nullable Hit hit(Place place) {
    int first = Math.max(0, place.turn() - 1);
    TurnSource.@Nullable SourceTurn found = null;
    @Nullable Turn before = null;
    @Nullable Turn after = null;
    for (TurnSource.SourceTurn turn : source.turns(place.session(), first, place.turn() + 2)) {
      if (turn.turn().index() == place.turn()) {
        found = turn;
      } else if (turn.turn().index() < place.turn()) {
        before = turn.turn();
      } else {
        after = turn.turn();
      }
    }
    if (found == null
        || (!place.marks().isEmpty()
            && place.marks().getLast().end() > found.turn().text().length())) {
      return null;
    }
    return new Hit(
        place.session(),
        place.client(),
        place.clinician(),
        place.number(),
        place.date(),
        found.turn(),
        place.marks(),
        found.codings(),
        before,
        after,
        new Hit.Found.ByWords());
  }
}
