package org.throughline.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.throughline.indicator.Quote;
import org.throughline.transcript.Sha256;

/**
 * What a report rests on, without any client's words: hashes stand for them. Kept beside the report
 * as JSON; enough to recompute it and to find every figure that no longer holds.
 *
 * @param report the kind, "session-note"
 * @param subject whose: a client's id, or a cohort's name
 * @param parameters what else it takes to compute it again: the session, the day
 * @param engine version of the program
 * @param codebooks construct to version and hash
 * @param sources session id to a hash of its counted words and codes
 * @param document hash of the text as printed
 */
public record Manifest(
    String report,
    String subject,
    Map<String, String> parameters,
    String engine,
    Map<String, String> codebooks,
    Map<String, String> sources,
    List<Entry> figures,
    String document) {

  /**
   * One figure.
   *
   * @param references where its quotes stand: "session 4, turn 12, 8–31"
   * @param hashes of their words, in the same order
   */
  public record Entry(
      String id, String text, String recipe, List<String> references, List<String> hashes) {

    static Entry of(Figure figure) {
      List<Quote> quotes =
          figure.quotes().stream()
              .sorted(
                  Comparator.comparingInt(Quote::number)
                      .thenComparing(Quote::sessionId)
                      .thenComparingInt(Quote::turn)
                      .thenComparingInt(Quote::start)
                      .thenComparing(Quote::code))
              .toList();
      return new Entry(
          figure.id(),
          figure.text(),
          figure.recipe(),
          quotes.stream().map(Quote::reference).toList(),
          quotes.stream().map(quote -> Sha256.hex(quote.text())).toList());
    }

    @Override
    public String toString() {
      return "Entry[" + id + ", " + references.size() + " references]";
    }
  }

  public Manifest {
    parameters = new TreeMap<>(parameters);
    codebooks = new TreeMap<>(codebooks);
    sources = new TreeMap<>(sources);
    figures = List.copyOf(figures);
  }

  /** For a report about one client. */
  public static Manifest of(
      String report,
      ClientFile file,
      Map<String, String> parameters,
      String engine,
      Document document) {
    Map<String, String> codebooks = new TreeMap<>();
    file.trajectory().history().meetings().forEach(m -> codebooks.putAll(m.setting().codebooks()));
    return new Manifest(
        report,
        file.client(),
        parameters,
        engine,
        codebooks,
        sources(file),
        document.figures().stream().map(Entry::of).toList(),
        Sha256.hex(Markdown.of(document)));
  }

  /** For a report about many clients, which rests on figures and on no words. */
  public static Manifest of(
      String report,
      String cohort,
      Map<String, String> parameters,
      String engine,
      Document document) {
    return new Manifest(
        report,
        cohort,
        parameters,
        engine,
        Map.of(),
        Map.of(),
        document.figures().stream().map(Entry::of).toList(),
        Sha256.hex(Markdown.of(document)));
  }

  private static Map<String, String> sources(ClientFile file) {
    Map<String, String> sources = new TreeMap<>();
    file.trajectory()
        .history()
        .meetings()
        .forEach(
            meeting ->
                sources.put(
                    meeting.sessionId(),
                    Sha256.hex(meeting.clientWords() + "/" + meeting.therapistWords())));
    file.quotes().stream()
        .collect(Collectors.groupingBy(Quote::sessionId))
        .forEach(
            (session, quotes) ->
                sources.merge(
                    session,
                    quotes.stream()
                        .map(q -> q.code() + q.reference() + q.text() + q.confirmed())
                        .sorted()
                        .collect(Collectors.joining("\n")),
                    (words, codes) -> Sha256.hex(words + codes)));
    return sources;
  }
}
