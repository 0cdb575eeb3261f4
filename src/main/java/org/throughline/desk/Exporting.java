package org.throughline.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.desk.Asking.Asked;
import org.throughline.quote.GroupBy;
import org.throughline.quote.Hit;
import org.throughline.quote.Hits;
import org.throughline.quote.QuoteCsv;
import org.throughline.quote.QuoteList;
import org.throughline.quote.Visible;
import org.throughline.record.Client;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.report.Docx;
import org.throughline.report.Markdown;
import org.throughline.report.QuoteSheet;

/**
 * Lists of quotes on their way out of the house. Only from clients who agreed both that files may
 * be handed out ({@code external_export}) and that their very words may be shown ({@code
 * quote_verbatim}); what is left out for want of that is counted. Each client whose words are on a
 * list has it in the log before anybody has the list.
 */
public final class Exporting {

  /** How a list is written. */
  public enum Format {
    CSV("text/csv", "csv"),
    MARKDOWN("text/markdown", "md"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final String mediaType;
    private final String ending;

    Format(String mediaType, String ending) {
      this.mediaType = mediaType;
      this.ending = ending;
    }

    public String mediaType() {
      return mediaType;
    }

    /** Of the file's name. */
    public String ending() {
      return ending;
    }
  }

  /**
   * A list, written.
   *
   * @param quotes how many are on it
   * @param leftOut how many turns more the asker may see and not hand out
   * @param clients whose words are on it
   */
  @SuppressWarnings("ArrayRecordComponent") // a file: never compared, never copied
  public record Exported(byte[] bytes, int quotes, int leftOut, Set<String> clients) {

    public Exported {
      clients = Set.copyOf(clients);
    }

    /** Never the words. */
    @Override
    public String toString() {
      return "Exported[quotes=" + quotes + ", leftOut=" + leftOut + "]";
    }
  }

  private static final Set<Scope> NEEDED = Set.of(Scope.EXTERNAL_EXPORT, Scope.QUOTE_VERBATIM);

  private final Store store;
  private final Indexes indexes;
  private final Quoting quoting;
  private final Asking asking;
  private final Clock clock;

  Exporting(Store store, Indexes indexes, Quoting quoting, Asking asking, Clock clock) {
    this.store = store;
    this.indexes = indexes;
    this.quoting = quoting;
    this.asking = asking;
    this.clock = clock;
  }

  /**
   * All quotes that answer and may be handed out, newest first.
   *
   * @throws IllegalArgumentException if more turns answer than one list may hold
   */
  public Exported export(Asker asker, Question question, String title, Format format) {
    Asked asked = asking.read(asker, question);
    Set<String> allowed = new HashSet<>(asker.clients());
    allowed.retainAll(asking.consenting(NEEDED));
    Hits hits =
        quoting.quote(
            asker,
            "quote.export",
            asked,
            words -> indexes.words().all(asked.what(), Visible.clients(allowed), words));
    if (hits.partial() || !hits.exact()) {
      throw new IllegalArgumentException(
          "more turns answer than one list may hold; ask less, or export by parts");
    }
    int seen = seen(asked);
    Map<String, String> pseudonyms =
        store.clients().all(asker.by()).stream()
            .collect(Collectors.toMap(Client::id, Client::pseudonym));
    QuoteList list =
        QuoteList.of(
            title,
            question.words(),
            clock.instant(),
            hits,
            client -> pseudonyms.getOrDefault(client, client));
    byte[] bytes = written(list, format);
    logged(asker, hits, format);
    return new Exported(
        bytes,
        hits.hits().size(),
        Math.max(0, seen - hits.total()),
        hits.hits().stream().map(Hit::client).collect(Collectors.toSet()));
  }

  private int seen(Asked asked) {
    try {
      return indexes.words().groups(asked.what(), GroupBy.SPEAKER, asked.counted()).total();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void logged(Asker asker, Hits hits, Format format) {
    Map<String, Integer> byClient = new LinkedHashMap<>();
    for (Hit hit : hits.hits()) {
      byClient.merge(hit.client(), 1, Integer::sum);
    }
    byClient.forEach(
        (client, quotes) ->
            store
                .audit()
                .record(
                    asker.by(),
                    "export.quotes",
                    client,
                    null,
                    quotes + " quotes as " + format.ending()));
    if (byClient.isEmpty()) {
      store.audit().record(asker.by(), "export.quotes", null, null, "0 quotes");
    }
  }

  private static byte[] written(QuoteList list, Format format) {
    var bytes = new ByteArrayOutputStream();
    try {
      switch (format) {
        case CSV -> QuoteCsv.write(list, bytes);
        case MARKDOWN ->
            bytes.writeBytes(Markdown.of(QuoteSheet.of(list)).getBytes(StandardCharsets.UTF_8));
        case DOCX -> Docx.write(QuoteSheet.of(list), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
