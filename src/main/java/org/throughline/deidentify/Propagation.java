package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was a name once is looked for in all of the client's texts. Words no list calls safe are
 * masked anyway; this is for names that are ordinary words too.
 */
final class Propagation {

  private static final Set<Evidence> TRUSTED =
      Set.of(Evidence.CARD, Evidence.FRAME, Evidence.FINDER, Evidence.FORM, Evidence.REVIEWER);

  private final Lexicon lexicon;
  private final Map<String, Kind> known = new HashMap<>();

  Propagation(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Remembers the names found in a passage. */
  void learn(Passage passage, List<Finding> found) {
    for (Finding finding : found) {
      if (!finding.sure() || finding.kind() != Kind.NAME || !TRUSTED.contains(finding.evidence())) {
        continue;
      }
      StringBuilder spelled = new StringBuilder();
      for (Word word : passage.words()) {
        if (word.isLetters() && finding.span().contains(word.span())) {
          if (lexicon.isHomograph(word.folded())) {
            known.putIfAbsent(word.folded(), finding.kind());
          }
          spelled.append(word.end() - word.start() == 1 ? word.folded() : "");
        }
      }
      if (spelled.length() >= 3 && lexicon.isHomograph(spelled.toString())) {
        known.putIfAbsent(spelled.toString(), Kind.NAME);
      }
    }
  }

  List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < passage.size(); i++) {
      Word word = passage.word(i);
      Kind kind = known.get(word.folded());
      if (kind == null || !word.isLetters()) {
        continue;
      }
      boolean ordinary = Ordinary.use(passage, i) && !passage.isProper(i);
      if (!ordinary && lexicon.isPersonHomograph(word.folded())) {
        found.add(Finding.sure(word.span(), kind, Evidence.ELSEWHERE));
      }
    }
    return found;
  }
}
