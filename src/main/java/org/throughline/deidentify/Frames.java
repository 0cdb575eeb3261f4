package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.FrameLists.Frame;
import org.throughline.deidentify.FrameLists.Slot;

/**
 * Names by the turn of phrase they stand in. The words no list calls safe are masked anyway; frames
 * are there for the names that are ordinary words, and to say of what kind a name is.
 */
final class Frames implements Recogniser {

  /** Words after which no name follows, whatever the phrase. */
  private static final Set<String> FUNCTION =
      WordLists.words(
          """
          a an the i you he she it we they me him her us them my your his our their this that
          these those and or but so if when where what who why how is was are were be been am do
          did does have has had not no to of in on at for with from by about like just really very
          also then there here because cause would could should can will may might must all some
          any one always never off up down out as after before now still even only uh um yeah well
          know mean something someone somebody anything everything nothing supposed going gonna
          being getting got names crazy lazy stupid selfish back today yesterday tomorrow again
          over i'm he's she's it's don't didn't that's every which than too more much once time
          twice later next last good bad worthless useless dramatic weak fat ugly ridiculous
          sensitive cleared called pretty important ruined into everyone different common
          mentioned spelled spelt
          """);

  /** What people live in and move to that has no name. */
  private static final Set<String> NO_TOWN =
      WordLists.words(
          """
          home night school church work times least first second third fear poverty peace pain tears
          bed college therapy town hell denial shame guilt silence chaos limbo love constant misery
          apartments houses cities cars shelters foster group public private different another new
          bigger smaller places rehab jail prison sin wedlock two three four nineteen twenty survival
          fight-or-flight reality hospital hospitals captivity college sync harmony trailers day days
          minimum full half odd random four five six eight nine ten eleven twelve three seven one
          nights weekends lunch heart large risk ease bottom center rest odds present america europe africa
          asia wherever everywhere somewhere nowhere here there this that accordance darkness wartime
          dysfunction violence abundance moderation secret separate temporary student dorms barracks
          """);

  private static final Set<String> TITLES = FrameLists.group("title");

  private final Lexicon lexicon;
  private final List<Frame> frames = FrameLists.shipped();

  Frames(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < passage.size(); i++) {
      for (Frame frame : frames) {
        match(passage, i, frame, found);
      }
    }
    return found;
  }

  private void match(Passage passage, int first, Frame frame, List<Finding> found) {
    int at = first;
    int name = -1;
    for (Slot slot : frame.slots()) {
      if (slot.isName()) {
        at = skipFillers(passage, at);
        if (at >= passage.size() || !passage.word(at).isLetters()) {
          return;
        }
        name = at;
        at++;
      } else if (slot.words().contains(passage.folded(at))) {
        at++;
      } else {
        return;
      }
    }
    if (name < 0 || !accepts(passage, name, frame)) {
      return;
    }
    int end = extend(passage, name + 1, frame.kind());
    boolean known = !frame.unsure() || !lexicon.rate(passage.folded(name)).isSafe();
    found.add(new Finding(passage.span(name, end), frame.kind(), Evidence.FRAME, known));
  }

  /** Whether the word can stand between "a" and a noun: no word of grammar. */
  static boolean isPlain(String word) {
    return !FUNCTION.contains(word);
  }

  /** A word of grammar: nobody is called so, except in the rarest case. */
  static boolean isFunction(String word) {
    return FUNCTION.contains(word);
  }

  private static int skipFillers(Passage passage, int from) {
    int at = from;
    while (Set.of("uh", "um", "er", ",", "\u2014", "-", "\u2026", "like", "\"", "'")
            .contains(passage.folded(at))
        && at + 1 < passage.size()) {
      at++;
    }
    return at;
  }

  private boolean accepts(Passage passage, int at, Frame frame) {
    String word = passage.folded(at);
    Rating rating = lexicon.rate(word);
    if (!rating.isSafe()) {
      return true;
    }
    if (lexicon.isHarmlessCapital(word)) {
      return false;
    }
    boolean proper = passage.isProper(at);
    if (frame.firm()) {
      return proper
          || !FUNCTION.contains(word)
          || (lexicon.isShortName(word) && ends(passage, at + 1));
    }
    if (frame.unsure()) {
      return !FUNCTION.contains(word) && !NO_TOWN.contains(word);
    }
    boolean candidate =
        switch (frame.kind()) {
          case NAME -> lexicon.isPersonHomograph(word);
          case PLACE -> lexicon.isPlaceHomograph(word);
          default -> lexicon.isOrganisationHomograph(word);
        };
    if (frame.kind() == Kind.NAME && isTitled(passage, at)) {
      return !Ordinary.use(passage, at);
    }
    if (candidate && frame.kind() == Kind.NAME) {
      return isPersonThere(passage, at, frame);
    }
    return (candidate && !isFollowedByNoun(passage, at)) || proper;
  }

  /** "father brown", "coach king": a title, no relative, before a word that may be a surname. */
  private boolean isTitled(Passage passage, int at) {
    return TITLES.contains(passage.folded(at - 1))
        && lexicon.isSurnameHomograph(passage.folded(at))
        && !Set.of("my", "his", "her", "our", "their", "your", "the", "a")
            .contains(passage.folded(at - 2));
  }

  private static boolean ends(Passage passage, int at) {
    return passage.at(at) == null
        || passage.word(at).isMark()
        || Set.of("and", "so", "but", "i").contains(passage.folded(at));
  }

  private boolean isPersonThere(Passage passage, int at, Frame frame) {
    boolean kin = frame.slots().getLast().isName() && frame.slots().size() > 1;
    if (!kin) {
      return !Ordinary.use(passage, at);
    }
    String word = passage.folded(at);
    String after = passage.folded(at + 1);
    boolean modal = (word.equals("will") || word.equals("may")) && Ordinary.use(passage, at);
    boolean verb =
        Set.of(
                    "rose", "drew", "hope", "chase", "sue", "mark", "grant", "foster", "love",
                    "rob", "skip", "pat", "may", "will", "wade", "judge", "chuck", "happy", "rich",
                    "blue", "gay")
                .contains(word)
            && Set.of(
                    "to", "the", "a", "me", "my", "it", "that", "him", "her", "them", "us", "you",
                    "up", "out", "this", "about", "for")
                .contains(after);
    return !modal && !verb;
  }

  /** "working in reading" but not "working in reading groups"; "from target practice". */
  private boolean isFollowedByNoun(Passage passage, int at) {
    Word next = passage.at(at + 1);
    return next != null
        && next.isLetters()
        && !FUNCTION.contains(next.folded())
        && !Set.of(
                "since",
                "until",
                "years",
                "again",
                "while",
                "during",
                "though",
                "this",
                "maybe",
                "part-time",
                "full-time",
                "part",
                "full")
            .contains(next.folded());
  }

  /** "halstead and reed". */
  private boolean isPartner(@Nullable Word word) {
    return word != null
        && word.isLetters()
        && (!lexicon.rate(word.folded()).isSafe() || lexicon.isSurnameHomograph(word.folded()));
  }

  /** A surname, a second word of a town, an initial. */
  private int extend(Passage passage, int from, Kind kind) {
    int end = from;
    while (end < passage.size() && end - from < 4) {
      Word word = passage.word(end);
      boolean initial =
          word.isLetters()
              && word.end() - word.start() == 1
              && passage.isCapitalised(end)
              && !word.is("i");
      boolean dot = word.is(".") && end > from && passage.word(end - 1).folded().length() == 1;
      boolean name = word.isLetters() && !lexicon.rate(word.folded()).isSafe();
      boolean surname =
          word.isLetters()
              && kind == Kind.NAME
              && lexicon.isSurnameHomograph(word.folded())
              && !FUNCTION.contains(word.folded())
              && !Ordinary.use(passage, end);
      boolean proper =
          word.isLetters() && passage.isProper(end) && !lexicon.isHarmlessCapital(word.folded());
      boolean company =
          kind == Kind.ORGANISATION
              && (Organisations.isHead(word.folded())
                  || word.sort() == Word.Sort.TAIL
                  || (word.is("and") && isPartner(passage.at(end + 1)))
                  || (end == from
                      && Organisations.isHead(passage.folded(end + 1))
                      && isPlain(word.folded())));
      boolean hyphen =
          word.is("-")
              && passage.at(end + 1) instanceof Word next
              && next.start() == word.end()
              && next.isLetters();
      if (!(company || initial || dot || name || surname || proper || hyphen)) {
        break;
      }
      end++;
    }
    return end;
  }
}
