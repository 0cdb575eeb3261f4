package org.throughline.deidentify;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small words that belong to a masked name beside them: titles, initials, particles, corners. */
final class Bridges {

  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "doctor",
          "prof",
          "professor",
          "mx",
          "rev",
          "sir",
          "dame");
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "de", "la", "le", "bin", "ibn", "al", "el", "da", "di", "del", "der", "den",
          "dos", "du", "ten", "ter", "of", "the", "y", "e", "and");

  /** Surnames that are said behind a name far more often as what they are. */
  private static final Set<String> NO_SURNAMES =
      WordLists.words(
          """
          so an do to ha ho my long low go lim more best small early short high right late wise love
          day way way care case place street road lake park's south north east west strange quick good
          mad sad happy rich young low self house home lovely straight even little max more just
          """);

  private Bridges() {}

  /** Adds what belongs to the neighbours; true if anything was added. */
  static boolean build(Passage passage, List<Finding> settled) {
    @Nullable Finding[] owner = owners(passage, settled);
    boolean grown = false;
    for (int i = 0; i < passage.size(); i++) {
      Word word = passage.word(i);
      if (owner[i] != null || !word.isLetters()) {
        continue;
      }
      if (isBegun(passage, owner, i)
          || isSurname(passage, owner, i)
          || isTitle(passage, owner, i)
          || isInitial(passage, owner, i)
          || isParticle(passage, owner, i)) {
        settled.add(Finding.sure(word.span(), Kind.NAME, Evidence.FRAME));
        grown = true;
      } else if (word.is("corner")
          && passage.folded(i + 1).equals("of")
          && corner(passage, owner, i) > 0) {
        int first = passage.folded(i - 1).equals("the") ? i - 1 : i;
        settled.add(
            Finding.sure(
                passage.span(first, corner(passage, owner, i)), Kind.ADDRESS, Evidence.FRAME));
        grown = true;
      }
    }
    return grown;
  }

  private static @Nullable Finding[] owners(Passage passage, List<Finding> settled) {
    @Nullable Finding[] owner = new Finding[passage.size()];
    for (Finding finding : settled) {
      for (int i = 0; i < passage.size(); i++) {
        if (finding.span().contains(passage.word(i).span())) {
          owner[i] = finding;
        }
      }
    }
    return owner;
  }

  /** "Jen\u2014 Jenny": the first try of a name that is masked at the second. */
  private static boolean isBegun(Passage passage, @Nullable Finding[] owner, int at) {
    String begun = passage.folded(at);
    if (!Set.of("-", "\u2014", "\u2013", "\u2026", ".", ",").contains(passage.folded(at + 1))) {
      return false;
    }
    for (int i = at + 2; i < Math.min(passage.size(), at + 6); i++) {
      Word next = passage.word(i);
      boolean again = next.isLetters() && next.folded().startsWith(begun);
      if (again && owner[i] != null && isNamed(owner[i].kind())) {
        return begun.length() > 1
            || passage.word(at).capital()
            || passage.folded(at + 1).equals("-");
      }
    }
    return false;
  }

  /** "noor king": a word that may be a surname right behind a masked name. */
  private static boolean isSurname(Passage passage, @Nullable Finding[] owner, int at) {
    Word word = passage.word(at);
    if (at == 0 || !isNameOnly(owner[at - 1]) || word.start() - passage.word(at - 1).end() != 1) {
      return false;
    }
    boolean verb = Ordinary.isVerb(word.folded()) && !passage.isProper(at);
    return Lexicon.shipped().isSurnameHomograph(word.folded())
        && !Frames.isFunction(word.folded())
        && !NO_SURNAMES.contains(word.folded())
        && !verb;
  }

  private static boolean isNameOnly(@Nullable Finding finding) {
    return finding != null && finding.kind() == Kind.NAME;
  }

  /** "Mr." before a masked name. */
  private static boolean isTitle(Passage passage, @Nullable Finding[] owner, int at) {
    int next = passage.folded(at + 1).equals(".") ? at + 2 : at + 1;
    return TITLES.contains(passage.folded(at))
        && next < passage.size()
        && owner[next] != null
        && isNamed(owner[next].kind());
  }

  /** "benjamin a seiler". */
  private static boolean isInitial(Passage passage, @Nullable Finding[] owner, int at) {
    Word word = passage.word(at);
    int next = passage.folded(at + 1).equals(".") ? at + 2 : at + 1;
    boolean between =
        at > 0 && next < passage.size() && isPerson(owner[at - 1]) && isPerson(owner[next]);
    boolean before =
        word.capital()
            && passage.folded(at + 1).equals(".")
            && next < passage.size()
            && isPerson(owner[next])
            && passage.word(next).start() - word.end() <= 2;
    return word.end() - word.start() == 1 && (between || before) && !word.is("i");
  }

  /** "Dyan van Gijn", "Bank of Kestrelton": what stands between two capitals of a name. */
  private static boolean isParticle(Passage passage, @Nullable Finding[] owner, int at) {
    Word word = passage.word(at);
    if (!PARTICLES.contains(word.folded()) || at == 0 || at + 1 >= passage.size()) {
      return false;
    }
    boolean both = owner[at - 1] != null && owner[at + 1] != null;
    if (word.is("and") && both && isFirm(passage, owner, at)) {
      return true;
    }
    boolean name = Set.of("of", "the", "and", "y", "e").contains(word.folded());
    if (!both || name) {
      return both
          && !word.is("and")
          && owner[at - 1].kind() == Kind.ORGANISATION
          && isNamed(owner[at + 1].kind());
    }
    return isPerson(owner[at - 1]) && isPerson(owner[at + 1]);
  }

  /** "Glover, Ruiz and Armstrong", "Anne Lane and Kings Road": a list in capitals is one name. */
  private static boolean isFirm(Passage passage, @Nullable Finding[] owner, int at) {
    boolean capitals = passage.isCapitalised(at - 1) && passage.isCapitalised(at + 1);
    boolean list = at >= 3 && passage.folded(at - 2).equals(",") && owner[at - 3] != null;
    boolean streets =
        owner[at + 1] != null && owner[at + 1].kind() == Kind.ADDRESS && !isPlain(owner[at - 1]);
    return (capitals && list) || streets;
  }

  private static boolean isPlain(@Nullable Finding finding) {
    return finding == null || finding.kind() == Kind.DATE || finding.kind().isCode();
  }

  /** Past the second street of "the corner of A and B"; 0 if no street is masked there. */
  private static int corner(Passage passage, @Nullable Finding[] owner, int at) {
    int end = 0;
    for (int i = at + 2; i < Math.min(passage.size(), at + 14); i++) {
      if (owner[i] != null) {
        end = i + 1;
      } else if (passage.word(i).opens()
          || Set.of("i", "where", "is", "was", "but").contains(passage.folded(i))) {
        break;
      }
    }
    return end;
  }

  private static boolean isPerson(@Nullable Finding finding) {
    return finding != null
        && (finding.kind() == Kind.NAME
            || finding.kind() == Kind.UNKNOWN
            || finding.kind() == Kind.PLACE);
  }

  private static boolean isNamed(Kind kind) {
    return kind == Kind.NAME
        || kind == Kind.UNKNOWN
        || kind == Kind.PLACE
        || kind == Kind.ORGANISATION;
  }
}
