package org.throughline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.throughline.coding.Coder;
import org.throughline.coding.Rater;
import org.throughline.indicator.Decision;
import org.throughline.indicator.Indicators;
import org.throughline.indicator.Quote;
import org.throughline.indicator.SessionInput;
import org.throughline.indicator.SessionKind;
import org.throughline.indicator.Setting;
import org.throughline.problem.Candidates;
import org.throughline.record.CheckInRecord;
import org.throughline.record.EntryContent;
import org.throughline.record.Figures;
import org.throughline.record.StoredCoding;
import org.throughline.transcript.Turn;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an entry amounts to, as it is kept beside it: computed once, read by the thousand. Its parts
 * are counts without words, the bag of words a goal is looked for in, and the quotes.
 */
final class Kept {

  /** Engine and shape: when either changes, everything is computed anew. */
  static final String FORM = Coder.ENGINE + "+1";

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The quotes of an entry, each turn's text once; of a check-in all turns. */
  private record Words(Map<Integer, String> turns, List<Mark> marks) {
    @Override
    public String toString() {
      return "Words[turns=" + turns.size() + "]";
    }
  }

  private record Mark(
      int turn, int start, int end, String code, double confidence, boolean confirmed) {}

  private Kept() {}

  /** All three parts of one entry. */
  static Figures.Parts of(EntryContent content) {
    SessionInput input = input(content);
    List<Quote> quotes = Quote.of(input);
    Map<Integer, String> turns = new TreeMap<>();
    for (Turn turn : content.transcript().turns()) {
      boolean quoted = quotes.stream().anyMatch(quote -> quote.turn() == turn.index());
      if (quoted || content.entry() instanceof CheckInRecord) {
        turns.put(turn.index(), turn.text());
      }
    }
    List<Mark> marks =
        quotes.stream()
            .map(
                q ->
                    new Mark(q.turn(), q.start(), q.end(), q.code(), q.confidence(), q.confirmed()))
            .toList();
    return new Figures.Parts(
        JSON.writeValueAsString(Indicators.of(input)),
        JSON.writeValueAsString(Candidates.stems(content.transcript())),
        JSON.writeValueAsString(new Words(turns, marks)));
  }

  /** Number, kind and setting are found out when the client's course is put together. */
  private static SessionInput input(EntryContent content) {
    String prompt = content.entry() instanceof CheckInRecord checkIn ? checkIn.prompt() : "";
    return new SessionInput(
        content.entry().id(),
        0,
        content.entry().date(),
        SessionKind.SESSION,
        new Setting("", prompt, "", "en", schemes(content)),
        content.coded(),
        decisions(content));
  }

  static Indicators indicators(Figures figures) {
    return Objects.requireNonNull(JSON.readValue(figures.parts().counts(), Indicators.class));
  }

  /** The words that the client uses in it. */
  static Set<String> stems(Figures figures) {
    String words = figures.parts().words();
    return words == null
        ? Set.of()
        : Objects.requireNonNull(JSON.readValue(words, new TypeReference<Set<String>>() {}));
  }

  /** What the client wrote in a check-in, "" where it was not asked for. */
  static String text(Figures figures) {
    String quotes = figures.parts().quotes();
    return quotes == null ? "" : String.join("\n", words(quotes).turns().values());
  }

  /** Its quotes that count, in order. */
  static List<Quote> quotes(Figures figures, Indicators at) {
    String kept = figures.parts().quotes();
    if (kept == null) {
      return List.of();
    }
    Words words = words(kept);
    List<Quote> quotes = new ArrayList<>();
    for (Mark mark : words.marks()) {
      String turn = words.turns().getOrDefault(mark.turn(), "");
      quotes.add(
          new Quote(
              at.sessionId(),
              at.number(),
              at.date(),
              mark.turn(),
              mark.start(),
              mark.end(),
              mark.code(),
              turn.substring(mark.start(), mark.end()),
              turn,
              mark.confidence(),
              mark.confirmed()));
    }
    return quotes;
  }

  private static Words words(String json) {
    return Objects.requireNonNull(JSON.readValue(json, Words.class));
  }

  /** The codebooks an entry was coded with, by construct, as far as they found anything. */
  private static Map<String, String> schemes(EntryContent content) {
    return content.codings().stream()
        .map(stored -> stored.coding())
        .filter(coding -> coding.rater() instanceof Rater.Machine)
        .collect(
            Collectors.toMap(
                coding -> coding.construct(),
                coding ->
                    coding.rater() instanceof Rater.Machine machine
                        ? machine.codebook() + " " + machine.codebookHash()
                        : "",
                (one, other) -> one));
  }

  /** The content's codings have rejections and changes applied; what is left is who confirmed. */
  private static List<Decision> decisions(EntryContent content) {
    var turns = content.transcript().turns();
    return content.codings().stream()
        .filter(stored -> stored.standing() != StoredCoding.Standing.SUGGESTED)
        .flatMap(stored -> stored.effective(turns.get(stored.coding().turn()).text()).stream())
        .map(
            coding ->
                new Decision(
                    coding.code(), coding.turn(), coding.span(), Decision.Kind.CONFIRMED, null))
        .toList();
  }
}
