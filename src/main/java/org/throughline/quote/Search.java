package org.throughline.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** One question to one view of the index, under one deadline. */
final class Search {

  private final IndexSearcher searcher;
  private final Deadline deadline;
  private final Visible visible;

  Search(IndexSearcher searcher, Visible visible, Deadline deadline) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.visible = visible;
    searcher.setTimeout(deadline);
  }

  Hits hits(QuoteQuery query, Quoting quoting) throws IOException {
    int upTo = query.offset() + query.limit();
    return first(query.what(), query.order(), query.offset(), upTo, query.countUpTo(), quoting);
  }

  Hits all(Expression what, int most, Quoting quoting) throws IOException {
    return first(what, QuoteQuery.Order.NEWEST, 0, most, most, quoting);
  }

  private Hits first(
      Expression what, QuoteQuery.Order order, int offset, int upTo, int countUpTo, Quoting quoting)
      throws IOException {
    TopFieldDocs top =
        searcher.search(
            Translation.permitted(what, visible, deadline),
            new TopFieldCollectorManager(sort(order), upTo, null, countUpTo));
    int total = Math.toIntExact(Math.min(top.totalHits.value(), countUpTo));
    boolean exact = top.totalHits.value() <= countUpTo;
    int[] page = Arrays.stream(top.scoreDocs).skip(offset).mapToInt(found -> found.doc).toArray();
    List<Hit> hits = quoting.hits(places(page, what));
    return new Hits(total, exact && !deadline.passed(), deadline.passed(), hits);
  }

  private static Sort sort(QuoteQuery.Order order) {
    return switch (order) {
      case NEWEST -> Fields.NEWEST;
      case OLDEST -> Fields.OLDEST;
      case CLIENT -> Fields.BY_CLIENT;
    };
  }

  Groups groups(Expression what, GroupBy by) throws IOException {
    Grouping grouping = new Grouping(by);
    grouping.visit(searcher, Translation.permitted(what, visible, deadline));
    return grouping.groups(deadline.passed());
  }

  Hits sample(Expression what, long seed, int size, Quoting quoting) throws IOException {
    Sampling sampling = new Sampling(seed, size, searcher.getIndexReader().leaves());
    sampling.visit(searcher, Translation.permitted(what, visible, deadline));
    List<Hit> hits = quoting.hits(places(sampling.documents(), what));
    return new Hits(sampling.total(), !deadline.passed(), deadline.passed(), hits);
  }

  Concordance concordance(
      Expression what,
      Concordance.SortBy sort,
      int offset,
      int limit,
      WordColumns columns,
      Quoting quoting)
      throws IOException {
    Lines lines = new Lines(sort, Translation.marked(what), columns, deadline);
    lines.visit(searcher, Translation.permitted(what, visible, deadline));
    List<Lines.Place> page = lines.page(offset, limit);
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    List<Place> places = new ArrayList<>();
    for (Lines.Place line : page) {
      var reader = segments.get(line.segment()).reader();
      places.add(
          new Place.Reader(reader)
              .place(
                  line.document(),
                  WordSpans.stretch(reader, line.document(), line.start(), line.end())));
    }
    List<Concordance.Line> shown = quoting.lines(places);
    return new Concordance(
        lines.size(), !lines.full() && !deadline.passed(), deadline.passed(), shown);
  }

  /** The places of found documents, in the order given; read in the order on disk. */
  private List<Place> places(int[] documents, Expression what) throws IOException {
    List<Pattern> marked = Translation.marked(what);
    Integer[] onDisk = new Integer[documents.length];
    Arrays.setAll(onDisk, i -> i);
    Arrays.sort(onDisk, Comparator.comparingInt(i -> documents[i]));
    Place[] places = new Place[documents.length];
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    int current = -1;
    Place.@Nullable Reader reader = null;
    @Nullable Marks marks = null;
    for (int i : onDisk) {
      int leaf = ReaderUtil.subIndex(documents[i], segments);
      LeafReaderContext segment = segments.get(leaf);
      if (reader == null || marks == null || leaf != current) {
        reader = new Place.Reader(segment.reader());
        marks = new Marks(marked, segment.reader(), deadline);
        current = leaf;
      }
      int document = documents[i] - segment.docBase;
      places[i] = reader.place(document, marks.spans(document));
    }
    return List.of(places);
  }
}
