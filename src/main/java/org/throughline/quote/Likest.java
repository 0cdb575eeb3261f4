package org.throughline.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;

/** Keeps the sentences that are most like a vector. */
final class Likest extends EachHit {

  private record Found(float likeness, int segment, int document, String session, int turn) {}

  /** The likest last; equal ones in an order that depends on them alone. */
  private static final Comparator<Found> LIKENESS =
      Comparator.<Found>comparingDouble(Found::likeness)
          .thenComparing(Comparator.comparing(Found::session).reversed())
          .thenComparing(Comparator.comparingInt(Found::turn).reversed());

  /** Sentences kept for each turn wanted: a turn may have several that are like. */
  private static final int SPARE = 4;

  private final float[] wanted;
  private final int limit;
  private final List<LeafReaderContext> segments;
  private final PriorityQueue<Found> best = new PriorityQueue<>(LIKENESS);
  private @Nullable FloatVectorValues vectors;
  private KnnVectorValues.@Nullable DocIndexIterator at;
  private @Nullable LeafReader reader;
  private int segment;

  Likest(float[] wanted, int limit, List<LeafReaderContext> segments) {
    this.wanted = wanted;
    this.limit = limit;
    this.segments = segments;
  }

  @Override
  void segment(LeafReader next, int ordinal) throws IOException {
    reader = next;
    segment = ordinal;
    vectors = next.getFloatVectorValues(Fields.VECTOR);
    at = vectors == null ? null : vectors.iterator();
  }

  @Override
  void hit(int document) throws IOException {
    if (vectors == null || at == null || reader == null) {
      return;
    }
    if (at.docID() < document) {
      at.advance(document);
    }
    if (at.docID() == document) {
      float likeness = VectorUtil.dotProduct(wanted, vectors.vectorValue(at.index()));
      if (best.size() < limit * SPARE || likeness >= best.element().likeness()) {
        Place place = new Place.Reader(reader).place(document, List.of());
        best.add(new Found(likeness, segment, document, place.session(), place.turn()));
        if (best.size() > limit * SPARE) {
          best.remove();
        }
      }
    }
  }

  List<Hit> hits(Quoting quoting) throws IOException {
    List<Found> likestFirst = new ArrayList<>(best);
    likestFirst.sort(LIKENESS.reversed());
    List<Hit> hits = new ArrayList<>();
    Set<String> turns = new HashSet<>();
    for (Found found : likestFirst) {
      if (hits.size() < limit && turns.add(found.session() + "|" + found.turn())) {
        LeafReader from = segments.get(found.segment()).reader();
        Place place = new Place.Reader(from).place(found.document(), List.of(span(from, found)));
        Hit hit = quoting.hit(place, new Hit.Found.ByLikeness(found.likeness()));
        if (hit != null) {
          hits.add(hit);
        }
      }
    }
    return hits;
  }

  private static Span span(LeafReader reader, Found found) throws IOException {
    NumericDocValues starts = DocValues.getNumeric(reader, Fields.START);
    NumericDocValues ends = DocValues.getNumeric(reader, Fields.END);
    return starts.advanceExact(found.document()) && ends.advanceExact(found.document())
        ? new Span((int) starts.longValue(), (int) ends.longValue())
        : new Span(0, 0);
  }
}
