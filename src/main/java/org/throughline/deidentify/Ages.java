package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.deidentify.Word.Sort;

/** Ages: those over 89 are masked, as they are rare; the others are the reviewer's to judge. */
final class Ages implements Recogniser {

  private static final Set<String> BEFORE =
      WordLists.words(
          """
          age aged turned turning turns turn i'm im is was he's she's 'm 's hes shes be became
          reached to at almost nearly until till hit about past am are were over they're
          """);
  private static final Set<String> ALONE_BEFORE =
      Set.of("age", "aged", "turned", "turning", "turns", "turn");
  private static final Set<String> UNITS = Set.of("year", "years", "yr", "yrs");
  private static final int OLD = 90;

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (Numbers.Run run : Numbers.runs(passage)) {
      consider(passage, run, found);
    }
    for (int i = 0; i < passage.size(); i++) {
      Word word = passage.word(i);
      if (Set.of("nonagenarian", "centenarian", "nonagenarians").contains(word.folded())) {
        found.add(Finding.sure(word.span(), Kind.AGE, Evidence.FORM));
      }
      if (word.folded().matches("\\d{1,3}(?:yo|y|yr|yrs)")) {
        int age = Integer.parseInt(word.folded().replaceAll("\\D", ""));
        found.add(new Finding(word.span(), Kind.AGE, Evidence.FORM, age >= OLD));
      }
      hundred(passage, i, found);
    }
    return found;
  }

  private static void consider(Passage passage, Numbers.Run run, List<Finding> found) {
    if (run.digits().isEmpty() || run.digits().length() > 3) {
      return;
    }
    int age = Integer.parseInt(run.digits());
    int next = passage.folded(run.end()).equals("-") ? run.end() + 1 : run.end();
    boolean old = UNITS.contains(passage.folded(next)) && isOld(passage, next + 1);
    boolean short_ =
        passage.folded(next).equals("yo")
            || (passage.folded(next).equals("y")
                && passage.folded(next + 1).equals("/")
                && passage.folded(next + 2).equals("o"));
    boolean when =
        Set.of("when", "since", "until").contains(passage.folded(run.first() - 3))
            && Set.of("was", "were").contains(passage.folded(run.first() - 1));
    boolean told =
        (when || ALONE_BEFORE.contains(passage.folded(run.first() - 1)))
            && !isCounted(passage, run.end());
    boolean high =
        age >= OLD
            && age <= 115
            && BEFORE.contains(passage.folded(run.first() - 1))
            && !isCounted(passage, run.end());
    if (age >= OLD && age <= 115 && (old || short_ || told || high)) {
      found.add(Finding.sure(passage.span(run.first(), run.end()), Kind.AGE, Evidence.FORM));
    } else if (age > 0 && age < OLD && (old || short_ || told)) {
      found.add(Finding.unsure(passage.span(run.first(), run.end()), Kind.AGE, Evidence.FORM));
    }
  }

  private static boolean isOld(Passage passage, int at) {
    return passage.folded(at).equals("old")
        || (passage.folded(at).equals("-") && passage.folded(at + 1).equals("old"))
        || passage.folded(at).equals("of");
  }

  /** "ninety percent", "95 dollars", "at 100 miles an hour": no age. */
  private static boolean isCounted(Passage passage, int end) {
    Word next = passage.at(end);
    if (next == null) {
      return false;
    }
    if (next.isMark()) {
      return next.is("%")
          || next.is("/")
          || (next.is("-")
              && passage.at(end + 1) instanceof Word after
              && after.sort() == Sort.DIGITS);
    }
    return !Set.of(
            "and",
            "but",
            "so",
            "now",
            "years",
            "year",
            "this",
            "next",
            "last",
            "i",
            "he",
            "she",
            "in",
            "when",
            "or",
            "yeah",
            "you",
            "because",
            "with",
            "who",
            "on",
            "then",
            "before",
            "still",
            "already",
            "we",
            "they",
            "today",
            "tomorrow",
            "my",
            "yesterday")
        .contains(next.folded());
  }

  /** "she's a hundred and two", "turned one hundred". */
  private static void hundred(Passage passage, int at, List<Finding> found) {
    if (!passage.folded(at).equals("hundred")
        || !Set.of("a", "one").contains(passage.folded(at - 1))) {
      return;
    }
    int end = at + 1;
    if (passage.folded(end).equals("and")
        && NumberWords.digits(passage.folded(end + 1)).isPresent()) {
      end += 2;
    } else if (NumberWords.digits(passage.folded(end)).isPresent()) {
      end++;
    }
    boolean old = UNITS.contains(passage.folded(end)) && isOld(passage, end + 1);
    boolean told =
        Set.of("turned", "turning", "turns", "she's", "he's", "'s", "aged", "age", "was", "is")
                .contains(passage.folded(at - 2))
            && !isCounted(passage, end);
    if (old || told) {
      found.add(Finding.sure(passage.span(at - 1, end), Kind.AGE, Evidence.FORM));
    }
  }
}
