package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names that are ordinary words, at the head of a clause: "will just walked out", "frank never
 * listens", "joy doesn't talk to me". No frame of two words tells them from "will just be" and
 * "hope never dies"; the form of the verb after the adverb does, mostly.
 */
final class Subjects implements Recogniser {

  private static final Set<String> HEADS =
      WordLists.words("and but so then because when if that cause 'cause while until like since");
  private static final Set<String> ADVERBS =
      WordLists.words("just never always still also only even usually finally actually really");
  private static final Set<String> NEGATED =
      WordLists.words(
          """
          doesn't didn't isn't wasn't hasn't hadn't won't can't couldn't wouldn't doesnt didnt isnt
          wasnt hasnt wont cant couldnt wouldnt
          """);
  private static final Set<String> PAST =
      WordLists.words(
          """
          said told got went came left took gave made saw knew thought felt found kept lost let put
          ran sat spoke stood threw woke wrote broke drove fell heard held met paid sent slept spent
          taught understood won hit brought bought caught chose drank ate forgot grew hid had was
          """);

  /** What may well be the subject itself. */
  private static final Set<String> ABSTRACT =
      WordLists.words("joy hope faith grace mercy patience charity love summer spring dawn autumn");

  private final Lexicon lexicon;

  Subjects(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i + 1 < passage.size(); i++) {
      String word = passage.folded(i);
      if (lexicon.isPersonHomograph(word) && isHead(passage, i) && isTold(passage, i)) {
        boolean sure = !ABSTRACT.contains(word) && lexicon.isHomograph(word);
        found.add(new Finding(passage.word(i).span(), Kind.NAME, Evidence.FRAME, sure));
      }
    }
    return found;
  }

  private static boolean isHead(Passage passage, int at) {
    return at == 0
        || passage.word(at).opens()
        || passage.word(at - 1).isMark()
        || HEADS.contains(passage.folded(at - 1));
  }

  private static boolean isTold(Passage passage, int at) {
    String next = passage.folded(at + 1);
    boolean modal = Set.of("will", "may", "can", "might").contains(passage.folded(at));
    if (NEGATED.contains(next)) {
      return true;
    }
    if (!ADVERBS.contains(next)) {
      return false;
    }
    String verb = passage.folded(at + 2);
    boolean third =
        verb.length() > 3
            && verb.endsWith("s")
            && !verb.endsWith("ss")
            && !verb.endsWith("us")
            && !verb.endsWith("'s");
    boolean past = PAST.contains(verb) || (verb.length() > 4 && verb.endsWith("ed"));
    boolean plain = Set.of("let", "put", "hit", "had", "need", "feed").contains(verb);
    return (third || past) && !(modal && plain);
  }
}
