package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "john dot smith at gmail dot com", "www dot our place dot org" as they are read aloud. */
final class SpokenContacts implements Recogniser {

  private static final Set<String> ENDINGS =
      WordLists.words(
          """
          com org net co edu gov uk ca de fr io info me us au ie nz ac in biz
          """);
  private static final Set<String> PROVIDERS =
      WordLists.words(
          """
          gmail hotmail yahoo outlook aol icloud protonmail googlemail gmx msn live me proton
          btinternet comcast verizon
          """);
  private static final Set<String> JOINS =
      Set.of("dot", "underscore", "dash", "hyphen", "point", ".", "-", "_", "plus");
  private static final Set<String> STOPS =
      WordLists.words(
          """
          is it's its email e-mail mail to at address was write me my the his her their use on and
          a , : ? ! that's from of so or 's like uh um called with under you i reach contact him
          them send emailed new old work still just had
          """);
  private static final int LONGEST_LOCAL = 9;

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (int i = 1; i < passage.size(); i++) {
      if (passage.folded(i).equals("at") || passage.folded(i).equals("@")) {
        int end = domain(passage, i + 1);
        if (end > 0) {
          int first = local(passage, i);
          if (first < i) {
            found.add(Finding.sure(passage.span(first, end), Kind.EMAIL, Evidence.FORM));
          }
        }
      } else if (isDot(passage, i)
          && ENDINGS.contains(passage.folded(i + 1))
          && isSpoken(passage, i)) {
        found.add(
            Finding.sure(passage.span(site(passage, i), end(passage, i)), Kind.URL, Evidence.FORM));
      }
    }
    return found;
  }

  private static boolean isDot(Passage passage, int at) {
    return passage.folded(at).equals("dot");
  }

  private static boolean isSpoken(Passage passage, int at) {
    return passage.word(at).isLetters() && !STOPS.contains(passage.folded(at - 1));
  }

  /** Past the domain that begins here; 0 if none does. */
  private static int domain(Passage passage, int first) {
    boolean known =
        PROVIDERS.contains(passage.folded(first))
            && !passage.folded(first).equals("me")
            && !passage.folded(first).equals("live");
    for (int i = first; i < Math.min(passage.size(), first + 6); i++) {
      if ((isDot(passage, i) || passage.folded(i).equals("."))
          && i > first
          && ENDINGS.contains(passage.folded(i + 1))) {
        return end(passage, i);
      }
    }
    return known ? first + 1 : 0;
  }

  /** Past "dot com", "dot co dot uk". */
  private static int end(Passage passage, int dot) {
    int end = dot + 2;
    while ((isDot(passage, end) || passage.folded(end).equals("."))
        && ENDINGS.contains(passage.folded(end + 1))) {
      end += 2;
    }
    return Math.min(end, passage.size());
  }

  private static int local(Passage passage, int at) {
    int first = at;
    while (first > 0 && at - first < LONGEST_LOCAL) {
      String word = passage.folded(first - 1);
      boolean joined = JOINS.contains(word) && first - 2 >= 0;
      if (!joined && STOPS.contains(word)) {
        break;
      }
      first--;
    }
    while (first < at && JOINS.contains(passage.folded(first))) {
      first++;
    }
    return first;
  }

  private static int site(Passage passage, int dot) {
    int first = dot - 1;
    while (first >= 2 && isDot(passage, first - 1)) {
      first -= 2;
    }
    return Math.max(0, first);
  }
}
