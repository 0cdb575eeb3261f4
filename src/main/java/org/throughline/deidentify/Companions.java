package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What people give a name to besides people: animals, teams, bands. Their names are mostly ordinary
 * words ("my cat biscuit sleeps", "a band called broken arrow"), so that only the turn of phrase
 * tells; where it says outright that this is a name it is masked, else a reviewer is asked.
 */
final class Companions implements Recogniser {

  private static final Set<String> POSSESSIVES = FrameLists.group("poss");
  private static final Set<String> ANIMALS =
      WordLists.words(
          """
          dog dogs puppy pup cat kitten kitty horse pony rabbit bunny hamster parrot budgie bird
          ferret tortoise turtle lizard snake goldfish
          """);
  private static final Set<String> TEAMS =
      WordLists.words("team club band squad league choir troupe gang crew orchestra");
  private static final Set<String> NAMING = Set.of("called", "named");
  private static final Set<String> BE = Set.of("is", "was", "'s");

  /** What an animal does or is, and so no name of it. */
  private static final Set<String> DOINGS =
      WordLists.words(
          """
          won scored played died got ran came went bit ate slept kept knew lay sat fell saw left made took gave lost
          stays back food bed house bowl walk walks walker training park leash crate hair toy toys
          lover person trainer sitter vet shelter and or but then now down out up off again anymore
          first home sick old ill dead too also alone asleep outside inside right together maybe
          """);

  private static final Set<String> NO_TEAM =
      WordLists.words(
          """
          fun money hours days years months time times keeps nothing sport school church work
          england scotland wales ireland america country club team another different good bad
          game games kids girls boys men women varsity under
          """);

  private final Lexicon lexicon;

  Companions(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < passage.size(); i++) {
      String word = passage.folded(i);
      boolean animal = ANIMALS.contains(word);
      if (animal || TEAMS.contains(word)) {
        called(passage, i, animal ? Kind.NAME : Kind.ORGANISATION, found);
      }
      if (animal && POSSESSIVES.contains(passage.folded(i - 1))) {
        beside(passage, i + 1, found);
      }
      if (POSSESSIVES.contains(word)
          && ANIMALS.contains(passage.folded(i + 1))
          && i > 0
          && isNounLike(passage, i - 1)
          && lexicon.isPersonHomograph(passage.folded(i - 1))) {
        found.add(Finding.unsure(passage.word(i - 1).span(), Kind.NAME, Evidence.FRAME));
      }
      if (word.equals("for")
          && Set.of("play", "plays", "played", "playing").contains(passage.folded(i - 1))) {
        team(passage, i + 1, found);
      }
      if (TEAMS.contains(word) && passage.folded(i + 1).equals("the")) {
        named(passage, i + 2, Kind.ORGANISATION, false, found);
      }
    }
    return found;
  }

  /** "the puppy is called X", "a band named X". */
  private void called(Passage passage, int at, Kind kind, List<Finding> found) {
    int naming = BE.contains(passage.folded(at + 1)) ? at + 2 : at + 1;
    if (NAMING.contains(passage.folded(naming))) {
      named(passage, naming + 1, kind, true, found);
    }
  }

  private void named(Passage passage, int from, Kind kind, boolean sure, List<Finding> found) {
    int end = from;
    int most = kind == Kind.NAME ? 1 : 3;
    while (end - from < most
        && isNounLike(passage, end)
        && (end == from || !DOINGS.contains(passage.folded(end)))) {
      end++;
    }
    if (end > from) {
      found.add(new Finding(passage.span(from, end), kind, Evidence.FRAME, sure));
    }
  }

  /** "my cat biscuit sleeps". */
  private static void beside(Passage passage, int at, List<Finding> found) {
    if (isNounLike(passage, at) && !isDoing(passage.folded(at)) && follows(passage, at + 1)) {
      found.add(Finding.unsure(passage.word(at).span(), Kind.NAME, Evidence.FRAME));
    }
  }

  /** Something is told of whoever was named, or the sentence ends. */
  private static boolean follows(Passage passage, int at) {
    String next = passage.folded(at);
    return next.isEmpty() || passage.word(at).isMark() || isDoing(next) || BE.contains(next);
  }

  private static boolean isDoing(String word) {
    return DOINGS.contains(word)
        || BE.contains(word)
        || (word.length() > 3
            && (word.endsWith("ed")
                || word.endsWith("ing")
                || word.endsWith("ly")
                || isThird(word)));
  }

  private static boolean isThird(String word) {
    return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
  }

  /** "i play for the X". */
  private static void team(Passage passage, int from, List<Finding> found) {
    int at = passage.folded(from).equals("the") ? from + 1 : from;
    if (isNounLike(passage, at) && !NO_TEAM.contains(passage.folded(at))) {
      int end = isNounLike(passage, at + 1) && !passage.folded(at).endsWith("s") ? at + 2 : at + 1;
      found.add(Finding.unsure(passage.span(at, end), Kind.ORGANISATION, Evidence.FRAME));
    }
  }

  private static boolean isNounLike(Passage passage, int at) {
    return passage.at(at) instanceof Word word
        && word.isLetters()
        && word.folded().length() > 2
        && Frames.isPlain(word.folded());
  }
}
