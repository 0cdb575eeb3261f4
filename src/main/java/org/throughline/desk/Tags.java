package org.throughline.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.view.OpenedView;
import org.throughline.desk.view.QuoteView;
import org.throughline.desk.view.TurnView;
import org.throughline.indicator.Quote;
import org.throughline.quote.Concordance;
import org.throughline.report.Document;
import org.throughline.trajectory.TrajectoryView;
import org.throughline.transcript.Span;

/**
 * Puts tags in the place of what would name somebody, for supervisors: the names under which people
 * speak in a client's files, e-mail addresses, web addresses, long numbers; and in quotes whoever
 * and whatever is named in the middle of what is said ({@link Spoken}). A name that no list and no
 * frame knows stays; whoever needs more than this needs de-identified text.
 */
public final class Tags {

  private static final String NAME = "[name]";
  private static final String ADDRESS = "[address]";
  private static final String NUMBER = "[number]";

  /** Words of speaker labels that name nobody. */
  private static final Set<String> ROLES =
      Set.of(
          "therapist",
          "client",
          "patient",
          "counsellor",
          "counselor",
          "interviewer",
          "speaker",
          "guest",
          "host",
          "unknown",
          "other",
          "doctor",
          "dr",
          "mr",
          "mrs",
          "ms",
          "prof",
          "the",
          "and",
          "of",
          "me",
          "i");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*");

  /** An e-mail or web address, a number of five digits or more with the usual marks between. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?<address>[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,4}"
              + "|(?:https?://|www\\.)\\S{1,200})"
              + "|(?<number>\\+?\\d(?:[ ().-]{0,2}\\d){4,20})");

  /** The same where days of ours are printed; those that somebody says are tags by then. */
  private static final Pattern OTHER_BUT_DAYS =
      Pattern.compile("(?<day>(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d))|" + OTHER.pattern());

  /** What a question gives of a word before a star. */
  private static final Pattern BEGUN = Pattern.compile("([\\p{L}\\p{M}'’-]+)\\.?\\*");

  private final Set<String> names;
  private final @Nullable Spoken spoken;
  private final Pattern others;

  private Tags(Set<String> names, @Nullable Spoken spoken, Pattern others) {
    this.names = names;
    this.spoken = spoken;
    this.others = others;
  }

  /**
   * For a client in whose files people speak under these labels.
   *
   * @param labels "Lind, Marit", "Dr. Lind"
   */
  static Tags of(Set<String> labels, Spoken spoken) {
    return new Tags(names(labels), spoken, OTHER);
  }

  /**
   * The same for documents with words of our own, which name what they name: days, and the client
   * by the pseudonym.
   */
  static Tags ofDocuments(Set<String> labels, String pseudonym) {
    Set<String> names = names(labels);
    names.removeAll(names(Set.of(pseudonym)));
    return new Tags(names, null, OTHER_BUT_DAYS);
  }

  private static Set<String> names(Set<String> labels) {
    Set<String> names = new HashSet<>();
    for (String label : labels) {
      Matcher words = WORD.matcher(label);
      while (words.find()) {
        String word = words.group().toLowerCase(Locale.ROOT);
        if (word.length() > 1 && !ROLES.contains(word)) {
          names.add(word);
        }
      }
    }
    return names;
  }

  /** A stretch that was replaced: where it was, and how long its tag is. */
  private record Cut(int start, int end, int tag) {}

  /** A text with tags, and where in it the offsets of the old text lie. */
  private record Tagged(String text, List<Cut> cuts) {

    /** What lay inside a replaced stretch lies at its tag's start, or behind it for an end. */
    int move(int offset, boolean end) {
      int shift = 0;
      for (Cut cut : cuts) {
        if (offset >= cut.end()) {
          shift += cut.tag() - (cut.end() - cut.start());
        } else if (offset > cut.start()) {
          return cut.start() + shift + (end ? cut.tag() : 0);
        }
      }
      return offset + shift;
    }

    Span move(Span span) {
      return new Span(move(span.start(), false), move(span.end(), true));
    }

    @Override
    public String toString() {
      return "Tagged[cuts=" + cuts.size() + "]";
    }
  }

  /** The text with tags. */
  public String on(String text) {
    return tagged(text).text();
  }

  /**
   * Whether a question asks for any of the words that would be replaced, or for how they begin: who
   * searches for a name must not be told, not even how often it is there.
   */
  boolean concerns(String question) {
    if (!tagged(question).cuts().isEmpty()) {
      return true;
    }
    Matcher begun = BEGUN.matcher(question);
    while (begun.find()) {
      String beginning = begun.group(1).toLowerCase(Locale.ROOT);
      if (names.stream().anyMatch(name -> name.startsWith(beginning))) {
        return true;
      }
    }
    return false;
  }

  /** The stretches of a text that tags would replace. */
  List<Span> cuts(String text) {
    return tagged(text).cuts().stream().map(cut -> new Span(cut.start(), cut.end())).toList();
  }

  /** A quote with tags; the marks lie on the same words as before. */
  QuoteView on(QuoteView quote) {
    Tagged tagged = tagged(quote.text());
    return new QuoteView(
        quote.client(),
        quote.entry(),
        quote.number(),
        quote.date(),
        quote.turn(),
        quote.role(),
        tagged.text(),
        quote.startMs(),
        quote.endMs(),
        quote.marks().stream()
            .map(
                mark ->
                    new QuoteView.MarkView(
                        tagged.move(mark.start(), false), tagged.move(mark.end(), true)))
            .toList(),
        quote.codes(),
        quote.codings().stream().map(coding -> on(coding, tagged)).toList(),
        on(quote.before()),
        on(quote.after()),
        quote.link(),
        quote.found());
  }

  private QuoteView.NoteView on(QuoteView.NoteView coding, Tagged turn) {
    int start = turn.move(coding.start(), false);
    int end = turn.move(coding.end(), true);
    return new QuoteView.NoteView(
        coding.id(),
        coding.code(),
        start,
        end,
        turn.text().substring(start, end),
        on(coding.explanation()),
        coding.rater(),
        coding.status());
  }

  private @Nullable TurnView on(@Nullable TurnView turn) {
    return turn == null
        ? null
        : new TurnView(turn.index(), turn.role(), on(turn.text()), turn.startMs(), turn.endMs());
  }

  /** A line of a concordance with tags; empty if the match itself would be one. */
  Optional<Concordance.Line> on(Concordance.Line line) {
    Tagged tagged = tagged(line.text());
    Span span = line.span();
    if (tagged.cuts().stream()
        .anyMatch(cut -> cut.start() < span.end() && span.start() < cut.end())) {
      return Optional.empty();
    }
    return Optional.of(line.in(tagged.text(), tagged.move(line.context()), tagged.move(span)));
  }

  /** Whether a search found the very words that a tag replaces. */
  boolean hides(QuoteView quote) {
    return tagged(quote.text()).cuts().stream()
        .anyMatch(
            cut ->
                quote.marks().stream()
                    .anyMatch(mark -> mark.start() < cut.end() && cut.start() < mark.end()));
  }

  /** A quote of a trajectory with tags; offsets count in the tagged text from its context on. */
  public TrajectoryView.QuoteView on(TrajectoryView.QuoteView quote) {
    Tagged context = tagged(quote.context());
    int from = quote.contextStart();
    int length = quote.context().length();
    int start = context.move(Math.clamp(quote.start() - from, 0, length), false);
    int end = context.move(Math.clamp(quote.end() - from, 0, length), true);
    return new TrajectoryView.QuoteView(
        quote.sessionId(),
        quote.number(),
        quote.date(),
        quote.turn(),
        from + start,
        from + end,
        quote.code(),
        context.text().substring(start, end),
        context.text(),
        from,
        quote.confidence(),
        quote.confirmed());
  }

  /**
   * A report with tags in what the client says, whether in sessions or written down beside them.
   */
  public Document on(Document report) {
    return report.saying(this::on, this::on);
  }

  /** A quote of a report with tags, found in the whole turn that it stands in. */
  private Quote on(Quote quote) {
    Tagged turn = tagged(quote.turnText());
    Span words = turn.move(new Span(quote.start(), quote.end()));
    return new Quote(
        quote.sessionId(),
        quote.number(),
        quote.date(),
        quote.turn(),
        words.start(),
        words.end(),
        quote.code(),
        words.of(turn.text()),
        turn.text(),
        quote.confidence(),
        quote.confirmed());
  }

  /** Opened evidence with tags, the turns around the quotes too. */
  public OpenedView on(OpenedView opened) {
    return opened.quoting(
        shown -> new OpenedView.Shown(on(shown.quote()), on(shown.before()), on(shown.after())));
  }

  private Tagged tagged(String text) {
    List<Cut> cuts = new ArrayList<>();
    var out = new StringBuilder();
    int done = 0;
    for (Spoken.Stretch stretch : stretches(text)) {
      Span span = stretch.span();
      if (span.start() >= done) {
        cuts.add(new Cut(span.start(), span.end(), stretch.tag().length()));
        out.append(text, done, span.start()).append(stretch.tag());
        done = span.end();
      }
    }
    return new Tagged(out.append(text, done, text.length()).toString(), cuts);
  }

  /** What to replace, the first and longest first. */
  private List<Spoken.Stretch> stretches(String text) {
    List<Spoken.Stretch> found = new ArrayList<>();
    Matcher other = others.matcher(text);
    while (other.find()) {
      if (other.group("address") != null) {
        found.add(new Spoken.Stretch(new Span(other.start(), other.end()), ADDRESS));
      } else if (other.group("number") != null) {
        found.add(new Spoken.Stretch(new Span(other.start(), other.end()), NUMBER));
      }
    }
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (isName(words.group())) {
        found.add(new Spoken.Stretch(new Span(words.start(), words.end()), NAME));
      }
    }
    if (spoken != null) {
      found.addAll(spoken.in(text));
    }
    found.sort(
        Comparator.comparingInt((Spoken.Stretch one) -> one.span().start())
            .thenComparingInt(one -> -one.span().end()));
    return found;
  }

  /** "Lind", "Lind's", "Anna-Lind". */
  private boolean isName(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    if (names.contains(folded)) {
      return true;
    }
    for (String part : folded.split("['’-]", -1)) {
      if (names.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
