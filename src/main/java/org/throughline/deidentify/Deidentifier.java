package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.language.NameFinders;

/** The front door: the texts of one client in, what identifies in them out. Safe for threads. */
public final class Deidentifier {

  /** Raised with every change to lists, frames, models or rules. */
  public static final String VERSION = "deidentify-2";

  private final Lexicon lexicon;
  private final List<Recogniser> talk;
  private final List<Recogniser> labels;
  private final Readings readings = new Readings();

  private Deidentifier(Lexicon lexicon, List<Recogniser> more) {
    this.lexicon = lexicon;
    List<Recogniser> forms = List.of(new Contacts(), new Numbers(), new Dates(), new Addresses());
    this.labels = join(forms, List.of(new Labels(lexicon)));
    this.talk =
        join(
            join(forms, List.of(new Spelled(), new SpokenContacts(), new Ages(), new Telling())),
            join(
                List.of(
                    new Frames(lexicon),
                    new Subjects(lexicon),
                    new Companions(lexicon),
                    new Organisations(lexicon),
                    new NotSafe(lexicon)),
                more));
  }

  /** With every list and model that ships. */
  public static Deidentifier load() {
    Lexicon lexicon = Lexicon.shipped();
    return new Deidentifier(
        lexicon, List.of(new Finders(lexicon, NameFinders.news(), NameFinders.talk())));
  }

  /** Without statistical models: lists, forms and frames alone. */
  public static Deidentifier plain() {
    return new Deidentifier(Lexicon.shipped(), List.of());
  }

  private static <T> List<T> join(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return List.copyOf(both);
  }

  /**
   * Finds the identifiers in one client's texts. What is found once is looked for in all of them.
   *
   * @param card what is known of the client; null where nothing is
   */
  public List<Identified> identify(List<Text> texts, @Nullable IdentityCard card, ClientKey key) {
    return read(texts, card, key, Map.of(), Repeats.none()).identified();
  }

  private record Reading(List<Identified> identified, Surrogates surrogates) {}

  private Reading read(
      List<Text> texts,
      @Nullable IdentityCard card,
      ClientKey key,
      Map<String, String> before,
      Repeats repeats) {
    List<Passage> passages =
        texts.stream().map(text -> Passage.of(text.text(), text.kind(), lexicon)).toList();
    @Nullable CardMatcher matcher = card == null ? null : new CardMatcher(card, lexicon);
    List<List<Finding>> first =
        passages.parallelStream().map(passage -> findings(passage, matcher)).toList();
    Propagation propagation = new Propagation(lexicon);
    IntStream.range(0, passages.size())
        .forEach(i -> propagation.learn(passages.get(i), first.get(i)));
    List<List<Finding>> settled =
        IntStream.range(0, passages.size())
            .parallel()
            .mapToObj(
                i -> {
                  Passage passage = passages.get(i);
                  List<Finding> more = join(propagation.find(passage), repeats.find(passage));
                  return Settling.settle(passage, join(first.get(i), more));
                })
            .toList();
    Surrogates surrogates = new Surrogates(key, lexicon, known(passages, settled, card), before);
    return new Reading(named(texts, settled, surrogates), surrogates);
  }

  /**
   * One client's drafts.
   *
   * @param surrogates what stands for what: to be kept as secret as the drafts, and handed in the
   *     next time
   */
  public record Drafted(List<Draft> drafts, Map<String, String> surrogates) {
    /** Never the words. */
    @Override
    public String toString() {
      return "Drafted[" + drafts.size() + "]";
    }
  }

  /**
   * Drafts one client's sessions, all together, so that what is found in one is looked for in all.
   * Marks that people decided about stay, with the surrogate that the same words have everywhere;
   * what a reviewer added is queued wherever else it is said.
   *
   * @param sessions turns with the decided marks of the drafts before, as far as their text is the
   *     same
   * @param basis of each draft: program, card and text in one line
   */
  public Drafted draft(
      List<List<DraftTurn>> sessions,
      List<String> basis,
      IdentityCard card,
      ClientKey key,
      Map<String, String> before) {
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      for (DraftTurn turn : sessions.get(i)) {
        texts.add(new Text(i + "/" + turn.index(), turn.text(), TextKind.TURN));
      }
    }
    Reading reading = read(texts, card, key, before, Repeats.of(sessions));
    Iterator<Identified> found = reading.identified().iterator();
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      List<DraftTurn> turns = new ArrayList<>();
      for (DraftTurn turn : sessions.get(i)) {
        List<Mark> marks = found.next().identifiers().stream().map(Mark::of).toList();
        DraftTurn fresh = new DraftTurn(turn.index(), turn.role(), turn.text(), marks);
        turns.add(named(fresh.decided(turn.marks()), reading.surrogates()));
      }
      drafts.add(new Draft(Draft.State.DRAFT, basis.get(i), turns, Set.of()));
    }
    return new Drafted(drafts, reading.surrogates().given());
  }

  private static DraftTurn named(DraftTurn turn, Surrogates surrogates) {
    List<Mark> named =
        turn.marks().stream().map(mark -> mark.with(surrogate(mark, turn, surrogates))).toList();
    return new DraftTurn(turn.index(), turn.role(), turn.text(), named);
  }

  /** The program marks ages above 89 only; a reviewer may mark any. */
  private static String surrogate(Mark mark, DraftTurn turn, Surrogates surrogates) {
    boolean age = mark.kind() == Kind.AGE && mark.evidence() == Evidence.REVIEWER;
    return age ? "[age]" : surrogates.of(mark.kind(), mark.span().of(turn.text()));
  }

  private List<Finding> findings(Passage passage, @Nullable CardMatcher matcher) {
    List<Finding> found = readings.of(passage, this::recognised);
    return matcher == null ? found : join(found, matcher.find(passage));
  }

  /** What is seen in a text whoever's it is. */
  private List<Finding> recognised(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (Recogniser recogniser : passage.kind() == TextKind.TURN ? talk : labels) {
      found.addAll(recogniser.find(passage));
    }
    return found;
  }

  private static List<Identified> named(
      List<Text> texts, List<List<Finding>> settled, Surrogates surrogates) {
    List<Identified> out = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).text();
      List<Identifier> identifiers = new ArrayList<>();
      for (Finding finding : settled.get(i)) {
        String surrogate = surrogates.of(finding.kind(), finding.span().of(text));
        identifiers.add(
            new Identifier(
                finding.span(), finding.kind(), finding.evidence(), surrogate, !finding.sure()));
      }
      out.add(new Identified(texts.get(i), identifiers));
    }
    return out;
  }

  /** The words that must not come out as somebody's surrogate. */
  private Set<String> known(
      List<Passage> passages, List<List<Finding>> settled, @Nullable IdentityCard card) {
    Set<String> known = new HashSet<>();
    if (card != null) {
      card.lines()
          .forEach(
              line -> Words.of(line.text(), lexicon).forEach(word -> known.add(word.folded())));
    }
    for (int i = 0; i < passages.size(); i++) {
      for (Word word : passages.get(i).words()) {
        for (Finding finding : settled.get(i)) {
          if (finding.span().contains(word.span())) {
            known.add(word.folded());
          }
        }
      }
    }
    return known;
  }
}
