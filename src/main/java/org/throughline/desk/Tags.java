package org.throughline.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.view.LinePage;
import org.throughline.desk.view.OpenedView;
import org.throughline.desk.view.QuoteView;
import org.throughline.desk.view.TurnView;
import org.throughline.trajectory.TrajectoryView;

/**
 * Puts tags in the place of what would name somebody, for supervisors: the names under which people
 * speak in a client's files, e-mail addresses, web addresses, and long numbers. Names that are only
 * spoken of are not known here; whoever needs more than this needs de-identified text.
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

  /** What a question gives of a word before a star. */
  private static final Pattern BEGUN = Pattern.compile("([\\p{L}\\p{M}'’-]+)\\.?\\*");

  private final Set<String> names;

  private Tags(Set<String> names) {
    this.names = names;
  }

  /**
   * For a client in whose files people speak under these labels.
   *
   * @param labels "Lind, Marit", "Dr. Lind"
   */
  public static Tags of(Set<String> labels) {
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
    return new Tags(names);
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

  /**
   * A line of a concordance with tags; empty if the match itself would be one. Half a word at the
   * outer ends is left out, because half a name would not be known as one.
   */
  Optional<LinePage.LineView> on(LinePage.LineView line) {
    if (!tagged(line.match()).cuts().isEmpty()) {
      return Optional.empty();
    }
    int first = line.left().indexOf(' ');
    int last = line.right().lastIndexOf(' ');
    return Optional.of(
        new LinePage.LineView(
            line.client(),
            line.entry(),
            line.number(),
            line.date(),
            line.turn(),
            line.role(),
            line.start(),
            line.end(),
            on(first < 0 ? "" : line.left().substring(first)),
            line.match(),
            on(last < 0 ? "" : line.right().substring(0, last)),
            line.codes(),
            line.link()));
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

  /** Opened evidence with tags, the turns around the quotes too. */
  public OpenedView on(OpenedView opened) {
    return opened.quoting(
        shown -> new OpenedView.Shown(on(shown.quote()), on(shown.before()), on(shown.after())));
  }

  private Tagged tagged(String text) {
    List<Cut> cuts = new ArrayList<>();
    var out = new StringBuilder();
    int done = 0;
    Matcher others = OTHER.matcher(text);
    Matcher words = WORD.matcher(text);
    boolean other = others.find();
    boolean word = words.find();
    while (other || word) {
      boolean first = other && (!word || others.start() <= words.start());
      int start = first ? others.start() : words.start();
      int end = first ? others.end() : words.end();
      String tag = first ? (others.group("address") == null ? NUMBER : ADDRESS) : NAME;
      if (start >= done && (first || isName(words.group()))) {
        cuts.add(new Cut(start, end, tag.length()));
        out.append(text, done, start).append(tag);
        done = end;
      }
      if (first) {
        other = others.find();
      } else {
        word = words.find();
      }
    }
    return new Tagged(out.append(text, done, text.length()).toString(), cuts);
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
