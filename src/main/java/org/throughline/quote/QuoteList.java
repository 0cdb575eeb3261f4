package org.throughline.quote;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Quotes on their way out of the house: what an export writes, whatever its format. Whoever builds
 * it has asked for consent and writes the export into the audit log; this only takes care that a
 * quote stays short and says where it comes from.
 *
 * @param title of the list
 * @param question as asked
 * @param made when
 * @param total how many turns answered, as {@link Hits#count} puts it
 * @param quotes in order
 */
public record QuoteList(
    String title, String question, Instant made, String total, List<Quote> quotes) {

  /** Consent to verbatim quotes is given for at most so many words each. */
  public static final int MAX_WORDS = 50;

  /**
   * A quote with its source.
   *
   * @param client as the reader of the list may know the client: a pseudonym
   * @param date ISO
   * @param time in the recording, "0:12:34", or ""
   * @param speaker role
   * @param words verbatim, "…" where cut
   * @param codes ids, with "?" after a mere suggestion
   * @param source session id, turn and span: where the words can be checked
   */
  public record Quote(
      String client,
      int session,
      String date,
      String time,
      String speaker,
      String words,
      List<String> codes,
      String source) {

    public Quote {
      codes = List.copyOf(codes);
    }

    /** Never the words. */
    @Override
    public String toString() {
      return "Quote[" + source + "]";
    }
  }

  public QuoteList {
    quotes = List.copyOf(quotes);
  }

  /**
   * Lists what a search found.
   *
   * @param pseudonym from client id to what the list may call the client
   */
  public static QuoteList of(
      String title,
      String question,
      Instant made,
      Hits hits,
      java.util.function.UnaryOperator<String> pseudonym) {
    return new QuoteList(
        title,
        question,
        made,
        hits.count(),
        hits.hits().stream().map(hit -> quote(hit, pseudonym.apply(hit.client()))).toList());
  }

  private static Quote quote(Hit hit, String client) {
    return new Quote(
        client,
        hit.number(),
        hit.date().toString(),
        hit.turn().startMs() == null ? "" : clock(hit.turn().startMs()),
        hit.role().id(),
        cut(hit.quote()),
        hit.codings().stream().map(QuoteList::code).distinct().toList(),
        hit.session() + " turn " + hit.turn().index() + " " + hit.span());
  }

  private static String code(IndexedCoding coding) {
    return coding.coding().code() + (coding.status() == IndexedCoding.Status.CONFIRMED ? "" : "?");
  }

  private static String clock(long ms) {
    long seconds = ms / 1_000;
    return "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }

  static String cut(String words) {
    List<String> each = Arrays.asList(words.strip().split("\\s+", -1));
    return each.size() <= MAX_WORDS
        ? words.strip()
        : String.join(" ", each.subList(0, MAX_WORDS)) + " …";
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "QuoteList[quotes=" + quotes.size() + "]";
  }
}
