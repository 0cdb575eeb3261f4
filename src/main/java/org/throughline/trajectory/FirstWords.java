package org.throughline.trajectory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.throughline.indicator.Feelings;
import org.throughline.indicator.Quote;

/**
 * Words for feelings that a client uses for the first time, meeting by meeting, with the quote. The
 * list only ever grows, so its length says nothing: the rarefied number of kinds does.
 *
 * @param known how many different words had been used up to and with this meeting
 */
public record FirstWords(
    String sessionId, int number, LocalDate date, List<Quote> words, int known) {

  public FirstWords {
    words = List.copyOf(words);
  }

  /** For all meetings in which a feeling was named, in order. */
  public static List<FirstWords> in(List<Quote> quotes) {
    List<Quote> ordered =
        quotes.stream()
            .filter(quote -> Feelings.isFamily(quote.code()))
            .sorted(
                Comparator.comparing(Quote::date)
                    .thenComparingInt(Quote::number)
                    .thenComparing(Quote::sessionId)
                    .thenComparingInt(Quote::turn)
                    .thenComparingInt(Quote::start))
            .toList();
    List<FirstWords> meetings = new ArrayList<>();
    Set<String> known = new HashSet<>();
    List<Quote> fresh = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      Quote quote = ordered.get(i);
      if (known.add(quote.text().toLowerCase(Locale.ROOT))) {
        fresh.add(quote);
      }
      boolean last =
          i + 1 == ordered.size() || !ordered.get(i + 1).sessionId().equals(quote.sessionId());
      if (last) {
        meetings.add(
            new FirstWords(quote.sessionId(), quote.number(), quote.date(), fresh, known.size()));
        fresh.clear();
      }
    }
    return meetings;
  }
}
