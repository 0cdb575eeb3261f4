package org.throughline.quote;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.throughline.coding.Attributes;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.language.Analyzer;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/**
 * A few written sessions in an index. A turn is written {@code "C: I [felt so
 * ashamed]{emotion.shame} that I drank."}; {@code {emotion.shame!}} is confirmed by a person,
 * {@code {emotion.shame~}} is coded as somebody else's feeling.
 */
final class Shelf implements AutoCloseable, TurnSource {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC);

  private static final java.util.regex.Pattern CODED =
      java.util.regex.Pattern.compile("\\[([^\\]]*)\\]\\{([a-z_.0-9]+)([!~]?)\\}");
  private static final Rater MACHINE = new Rater.Machine("0.1", "emotion 1.0.0", "00");

  final QuoteIndex index;
  final QueryParser parser;
  private final Analyzer analyzer;
  private final Map<String, List<SourceTurn>> texts = new HashMap<>();

  Shelf() throws IOException {
    this(new TinyAnalyzer());
  }

  Shelf(Analyzer analyzer) throws IOException {
    this.analyzer = analyzer;
    parser = QueryParser.of(analyzer, CLOCK);
    index = QuoteIndex.open(new ByteBuffersDirectory());
  }

  Shelf put(String id, String client, int number, String date, String... written)
      throws IOException {
    List<IndexedTurn> turns = new ArrayList<>();
    List<IndexedCoding> codings = new ArrayList<>();
    List<SourceTurn> text = new ArrayList<>();
    for (int i = 0; i < written.length; i++) {
      List<IndexedCoding> here = new ArrayList<>();
      Turn turn = turn(i, written[i], here);
      turns.add(IndexedTurn.of(turn, analyzer.analyze(turn.text())));
      codings.addAll(here);
      text.add(new SourceTurn(turn, here));
    }
    texts.put(id, text);
    index.put(new IndexedSession(id, client, number, LocalDate.parse(date), turns, codings));
    index.publish();
    return this;
  }

  private static Turn turn(int index, String written, List<IndexedCoding> codings) {
    Role role =
        switch (written.charAt(0)) {
          case 'C' -> Role.CLIENT;
          case 'T' -> Role.THERAPIST;
          default -> Role.OTHER;
        };
    StringBuilder text = new StringBuilder();
    Matcher coded = CODED.matcher(written);
    int read = written.indexOf(':') + 2;
    while (coded.find()) {
      text.append(written, read, coded.start());
      Span span = new Span(text.length(), text.length() + coded.group(1).length());
      text.append(coded.group(1));
      codings.add(coding(index, coded.group(2), span, coded.group(1), coded.group(3)));
      read = coded.end();
    }
    text.append(written.substring(read));
    return new Turn(index, null, role, text.toString(), index * 10_000L, null);
  }

  private static IndexedCoding coding(int turn, String code, Span span, String quote, String sign) {
    Attributes plain = Attributes.PLAIN;
    Attributes attributes =
        sign.equals("~")
            ? new Attributes(
                Attributes.Experiencer.OTHER,
                plain.polarity(),
                plain.reality(),
                plain.time(),
                plain.source(),
                plain.certainty(),
                false)
            : plain;
    Evidence evidence = new Evidence(code + "/test", List.of(span), "named");
    return new IndexedCoding(
        "coding-" + turn + "-" + span.start(),
        new Coding(code, turn, span, quote, attributes, evidence, 0.8, MACHINE),
        sign.equals("!") ? IndexedCoding.Status.CONFIRMED : IndexedCoding.Status.SUGGESTED);
  }

  @Override
  public List<SourceTurn> turns(String session, int from, int to) {
    List<SourceTurn> turns = texts.getOrDefault(session, List.of());
    return turns.subList(Math.min(from, turns.size()), Math.min(to, turns.size()));
  }

  void forget(String session) {
    texts.remove(session);
  }

  Hits search(String question, String... clients) throws IOException {
    Visible visible =
        clients.length == 0 ? new Visible.Everyone() : Visible.clients(Set.of(clients));
    return index.search(QuoteQuery.of(parser.parse(question)), visible, this);
  }

  /** Each hit's turn with the marks in brackets, after session and turn. */
  List<String> found(String question, String... clients) throws IOException {
    return search(question, clients).hits().stream().map(Shelf::show).toList();
  }

  static String show(Hit hit) {
    StringBuilder shown = new StringBuilder(hit.turn().text());
    for (Span mark : hit.marks().reversed()) {
      shown.insert(mark.end(), ']').insert(mark.start(), '[');
    }
    return hit.session() + "." + hit.turn().index() + " " + shown;
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
