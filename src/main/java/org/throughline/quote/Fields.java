package org.throughline.quote;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.throughline.coding.Rater;
import org.throughline.transcript.Span;

/** The names of the index's fields, and how a turn becomes a document of them. */
final class Fields {

  /** Every layer of the turn's words. */
  static final String WORDS = "words";

  static final String SESSION = "session";
  static final String CLIENT = "client";
  static final String ROLE = "role";
  static final String NUMBER = "number";

  /** Days since 1970-01-01. */
  static final String DATE = "date";

  static final String CODEBOOK = "codebook";
  static final String SOURCE = "source";
  static final String TURN = "turn";

  /** How many words. */
  static final String LENGTH = "length";

  /** Where each word stands in the text, see {@link WordSpans}. */
  static final String SPANS = "spans";

  /** Where a sentence stands in its turn's text, and its vector. */
  static final String START = "start";

  static final String END = "end";
  static final String VECTOR = "vector";

  /** Codes on the turn, for grouping. */
  static final String CODES = "codes";

  /**
   * The order on disk is the order of the commonest question, latest session first: a search may
   * stop as soon as its page is full.
   */
  static final Sort NEWEST =
      new Sort(
          new SortField(DATE, SortField.Type.INT, true),
          new SortField(SESSION, SortField.Type.STRING),
          new SortField(TURN, SortField.Type.INT));

  static final Sort OLDEST =
      new Sort(
          new SortField(DATE, SortField.Type.INT),
          new SortField(SESSION, SortField.Type.STRING),
          new SortField(TURN, SortField.Type.INT));

  static final Sort BY_CLIENT =
      new Sort(
          new SortField(CLIENT, SortField.Type.STRING),
          new SortField(DATE, SortField.Type.INT),
          new SortField(SESSION, SortField.Type.STRING),
          new SortField(TURN, SortField.Type.INT));

  private static final FieldType POSITIONS = new FieldType();

  static {
    POSITIONS.setTokenized(true);
    POSITIONS.setOmitNorms(true);
    POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    POSITIONS.freeze();
  }

  private Fields() {}

  static Document document(
      IndexedSession session, IndexedTurn turn, List<IndexedCoding> codings, Set<Layer> layers) {
    TurnRow row = TurnRow.of(turn, codings).only(layers);
    Document document = place(session, turn);
    document.add(new Field(WORDS, new RowTokens(row), POSITIONS));
    document.add(new NumericDocValuesField(LENGTH, row.length()));
    document.add(new BinaryDocValuesField(SPANS, WordSpans.write(row.spans())));
    Set<String> codes = new HashSet<>();
    Set<String> codebooks = new HashSet<>();
    Set<String> sources = new HashSet<>();
    for (IndexedCoding coding : codings) {
      if (coding.status() != IndexedCoding.Status.REJECTED) {
        codes.add(coding.coding().code());
        sources.add(Origin.of(coding.coding().rater()).id());
        if (coding.coding().rater() instanceof Rater.Machine machine) {
          codebooks.add(machine.codebook());
        }
      }
    }
    codes.forEach(code -> document.add(new SortedSetDocValuesField(CODES, new BytesRef(code))));
    sources.forEach(source -> document.add(new StringField(SOURCE, source, Field.Store.NO)));
    codebooks.forEach(book -> document.add(new StringField(CODEBOOK, book, Field.Store.NO)));
    return document;
  }

  /** A sentence of the {@link LikenessIndex}. */
  static Document sentence(IndexedSession session, IndexedTurn turn, Span span, float[] vector) {
    Document document = place(session, turn);
    document.add(new NumericDocValuesField(START, span.start()));
    document.add(new NumericDocValuesField(END, span.end()));
    document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  private static Document place(IndexedSession session, IndexedTurn turn) {
    Document document = new Document();
    keyword(document, SESSION, session.id());
    keyword(document, CLIENT, session.client());
    keyword(document, ROLE, turn.role().id());
    number(document, NUMBER, session.number());
    number(document, DATE, day(session.date()));
    document.add(new NumericDocValuesField(TURN, turn.index()));
    return document;
  }

  private static void keyword(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
    document.add(new SortedDocValuesField(field, new BytesRef(value)));
  }

  private static void number(Document document, String field, int value) {
    document.add(new IntPoint(field, value));
    document.add(new NumericDocValuesField(field, value));
  }

  static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  /** For the open ends of a range. */
  static int clampedDay(LocalDate date) {
    return Math.clamp(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
