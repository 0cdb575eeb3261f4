package org.throughline.language;

import java.util.List;
import java.util.Set;
import org.throughline.language.Token.Pos;

/**
 * Puts right what a tagger trained on writing gets wrong in speech, where the words around leave no
 * doubt. Each rule is a fact of grammar ("after 'my' stands no verb"), never a single word's.
 */
final class TagRepairs {

  private static final Set<String> OWNERS = Set.of("my", "our", "your", "his", "their");

  private static final Set<String> OBJECTS = Set.of("me", "us", "him", "them");

  private TagRepairs() {}

  static void mend(List<Piece> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      mendInfinitive(pieces, i);
      mendOwned(pieces, i);
      mendLike(pieces, i);
      mendPlural(pieces, i);
    }
  }

  /** "had to miss class", "have to please everyone": after "have to" stands a verb. */
  private static void mendInfinitive(List<Piece> pieces, int at) {
    if (at == 0 || at + 1 >= pieces.size() || !pieces.get(at).is("to")) {
      return;
    }
    Piece next = pieces.get(at + 1);
    boolean obliged =
        Set.of("have", "had", "has", "having", "'ve").contains(pieces.get(at - 1).folded());
    if (obliged && (next.pos() == Pos.NOUN || next.pos() == Pos.INTJ) && !next.filler()) {
      pieces.set(at, pieces.get(at).tagged(Pos.PART));
      pieces.set(at + 1, next.tagged(Pos.VERB));
    }
  }

  /** "my boss told me", "my uncle left": what is owned is a noun, or a gerund ("my leaving"). */
  private static void mendOwned(List<Piece> pieces, int at) {
    Piece piece = pieces.get(at);
    boolean owned = at > 0 && OWNERS.contains(pieces.get(at - 1).folded());
    if (!owned || piece.folded().startsWith("'") || piece.folded().endsWith("ing")) {
      return;
    }
    Pos next = at + 1 < pieces.size() ? pieces.get(at + 1).pos() : Pos.PUNCT;
    boolean verb = piece.pos() == Pos.VERB || piece.pos() == Pos.AUX;
    boolean adjective = piece.pos() == Pos.ADJ && !piece.is("own");
    boolean alone = next == Pos.VERB || next == Pos.AUX || next == Pos.PUNCT;
    if ((verb && !piece.is("be") && next != Pos.NOUN) || (adjective && alone)) {
      pieces.set(at, piece.tagged(Pos.NOUN));
    }
  }

  /** "I just like jumped", "I was, like, gone": no liking, only a sound that keeps the floor. */
  private static void mendLike(List<Piece> pieces, int at) {
    Piece piece = pieces.get(at);
    if (!piece.is("like") || piece.pos() != Pos.VERB || at + 1 >= pieces.size()) {
      return;
    }
    int next = at + 1;
    boolean comma = pieces.get(next).is(",");
    while (next < pieces.size()
        && (pieces.get(next).filler()
            || pieces.get(next).is(",")
            || pieces.get(next).pos() == Pos.ADV)) {
      next++;
    }
    boolean verbFollows =
        next < pieces.size()
            && (pieces.get(next).pos() == Pos.VERB || pieces.get(next).pos() == Pos.AUX)
            && !pieces.get(next).folded().endsWith("ing");
    boolean fenced = comma && at > 0 && pieces.get(at - 1).is(",");
    if (verbFollows || fenced || (comma && afterBe(pieces, at))) {
      pieces.set(at, piece.tagged(Pos.ADV));
    }
  }

  private static boolean afterBe(List<Piece> pieces, int at) {
    int before = at - 1;
    while (before > 0 && (pieces.get(before).filler() || pieces.get(before).pos() == Pos.ADV)) {
      before--;
    }
    return before >= 0
        && Set.of("'m", "'s", "'re", "am", "is", "are", "was", "were", "be")
            .contains(pieces.get(before).folded());
  }

  /** "work stresses me out": a noun does not stand between a noun and an object. */
  private static void mendPlural(List<Piece> pieces, int at) {
    if (at == 0 || at + 1 >= pieces.size() || pieces.get(at).pos() != Pos.NOUN) {
      return;
    }
    String word = pieces.get(at).folded();
    Pos before = pieces.get(at - 1).pos();
    boolean joined = at + 2 < pieces.size() && pieces.get(at + 2).pos() == Pos.CCONJ;
    if (word.endsWith("s")
        && !word.endsWith("ss")
        && (before == Pos.NOUN || before == Pos.PROPN)
        && OBJECTS.contains(pieces.get(at + 1).folded())
        && !joined) {
      pieces.set(at, pieces.get(at).tagged(Pos.VERB));
    }
  }
}
