package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.deidentify.Word.Sort;

/** Letters one by one: "m a r i a", "J-O-N", "A double-N", "s as in sierra", "s w one one a a". */
final class Spelled implements Recogniser {

  private static final Set<String> ACRONYMS =
      WordLists.words(
          """
          adhd ocd ptsd cbt dbt emdr usa tv ok id uk us nhs hr aa na bpd gad ssri mri abc bbc gp
          icu er nicu hiv std bff dui ivf pms phd mba ba ma bs lgbt lgbtq diy ceo suv dvd cps ied
          iep ged pta rsvp asap aka am pm xyz abcd add asd act ifs mdd phq omg fbi cia nyc it or
          kfc bmw atm dna wtf lol vip cptsd eft dmv irs nyu ucla eg ie rn cna lpn tms ect mbt cft
          pto ra
          """);
  private static final Set<String> SEPARATORS =
      Set.of("-", ".", ",", "\u2013", "\u2014", "and", "uh", "um", "then", "\u2026");

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    int at = 0;
    while (at < passage.size()) {
      at = Math.max(run(passage, at, found), asIn(passage, at, found));
    }
    return found;
  }

  private static int run(Passage passage, int first, List<Finding> found) {
    StringBuilder said = new StringBuilder();
    int letters = 0;
    int digits = 0;
    int end = first;
    int at = first;
    boolean doubled = false;
    while (at < passage.size()) {
      String word = passage.folded(at);
      if (isLetter(passage, at)) {
        said.append(word);
        letters++;
        at++;
        end = at;
      } else if (NumberWords.isRepeat(word) && isLetter(passage, skip(passage, at + 1))) {
        doubled = true;
        at++;
      } else if (letters + digits > 0 && isDigit(passage, at)) {
        said.append(word);
        digits++;
        at++;
        end = at;
      } else if (letters + digits > 0 && SEPARATORS.contains(word) && goesOn(passage, at + 1)) {
        at++;
      } else {
        break;
      }
    }
    int all = letters + digits;
    boolean isName =
        letters >= 3 || (letters >= 2 && (doubled || digits >= 2)) || (letters >= 1 && digits >= 3);
    boolean initials = letters == 2 && digits == 0 && isInitials(passage, first, end);
    if (all >= 2 && (isName || initials) && !isHarmless(said.toString(), letters, passage, first)) {
      Kind kind = digits > 0 ? Kind.ID : Kind.NAME;
      found.add(Finding.sure(passage.span(first, end), kind, Evidence.FORM));
    }
    return Math.max(end, first + 1);
  }

  /** "J.S." and "J. S.": somebody's, or a degree. */
  private static boolean isInitials(Passage passage, int first, int end) {
    return passage.word(first).capital()
        && passage.word(end - 1).capital()
        && passage.folded(first + 1).equals(".")
        && passage.folded(end).equals(".");
  }

  private static boolean isHarmless(String said, int letters, Passage passage, int first) {
    if (ACRONYMS.contains(said)) {
      return true;
    }
    // stutters: "i i i", "a a a"
    return letters > 0
        && (said.chars().distinct().count() == 1)
        && (passage.folded(first).equals("i") || passage.folded(first).equals("a"));
  }

  private static int skip(Passage passage, int at) {
    return passage.folded(at).equals("-") ? at + 1 : at;
  }

  private static boolean goesOn(Passage passage, int from) {
    for (int i = from; i < Math.min(passage.size(), from + 2); i++) {
      if (isLetter(passage, i) || isDigit(passage, i) || NumberWords.isRepeat(passage.folded(i))) {
        return true;
      }
      if (!SEPARATORS.contains(passage.folded(i))) {
        return false;
      }
    }
    return false;
  }

  private static boolean isDigit(Passage passage, int at) {
    String word = passage.folded(at);
    Optional<String> digits = NumberWords.digits(word);
    return digits.isPresent() && digits.get().length() == 1 && !word.equals("o");
  }

  private static boolean isLetter(Passage passage, int at) {
    Word word = passage.at(at);
    return word != null && word.sort() == Sort.LETTERS && word.end() - word.start() == 1;
  }

  /** "s as in sierra", "b for bravo", "with a k", "k for kilo". */
  private static int asIn(Passage passage, int first, List<Finding> found) {
    if (!isLetter(passage, first)) {
      return first + 1;
    }
    boolean asIn = passage.folded(first + 1).equals("as") && passage.folded(first + 2).equals("in");
    boolean like =
        Set.of("for", "like").contains(passage.folded(first + 1))
            && passage.folded(first + 2).startsWith(passage.folded(first))
            && passage.folded(first + 2).length() > 3
            && !Set.of("i", "a").contains(passage.folded(first));
    boolean with =
        passage.folded(first - 2).equals("with")
            && Set.of("a", "an").contains(passage.folded(first - 1))
            && !Set.of("a", "i").contains(passage.folded(first));
    if (asIn && first + 3 < passage.size()) {
      found.add(Finding.sure(passage.span(first, first + 4), Kind.NAME, Evidence.FORM));
      return first + 4;
    }
    if (like) {
      found.add(Finding.sure(passage.span(first, first + 3), Kind.NAME, Evidence.FORM));
      return first + 3;
    }
    if (with) {
      found.add(Finding.sure(passage.span(first, first + 1), Kind.NAME, Evidence.FORM));
    }
    return first + 1;
  }
}
