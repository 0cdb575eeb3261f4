package org.throughline.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.agreement.Agreement;
import org.throughline.agreement.CodeAgreement;
import org.throughline.agreement.CodeAgreements;
import org.throughline.agreement.CodingUnit;
import org.throughline.agreement.Mark;
import org.throughline.agreement.Pieces;
import org.throughline.agreement.RatedItem;
import org.throughline.agreement.RatedItem.CodedMark;
import org.throughline.agreement.Resampling;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.research.StudyEvent.Duty;

/** Agreement of a study's coders on the sessions that all of them finished or some missed. */
public final class StudyAgreement {

  private StudyAgreement() {}

  /**
   * Agreement code by code; a code counts for those above it too.
   *
   * @return empty with fewer than two coders who finished anything
   */
  public static List<CodeAgreement> of(
      Study study, Corpus corpus, CodingUnit unit, Resampling resampling) {
    List<String> coders = coders(study, corpus);
    if (coders.size() < 2) {
      return List.of();
    }
    return CodeAgreements.of(
        coders, items(study, corpus, coders), unit, ordered(study), resampling);
  }

  /** Krippendorff's alpha alone, of whole turns; empty with fewer than two coders. */
  public static Map<String, Agreement> alphas(Study study, Corpus corpus, Resampling resampling) {
    List<String> coders = coders(study, corpus);
    return coders.size() < 2
        ? Map.of()
        : CodeAgreements.alphas(coders, items(study, corpus, coders), resampling);
  }

  private static List<String> coders(Study study, Corpus corpus) {
    return study.coders().stream()
        .filter(
            coder ->
                corpus.sessions().keySet().stream()
                    .anyMatch(session -> counts(study, coder, session)))
        .toList();
  }

  /** Constructs of codes that end in a number: "assimilation.3". */
  private static Set<String> ordered(Study study) {
    Set<String> ordered = new TreeSet<>();
    study.codes().codes().stream()
        .map(StudyCode::id)
        .filter(id -> id.matches(".*\\.[0-9]{1,3}"))
        .forEach(id -> ordered.add(id.substring(0, id.lastIndexOf('.'))));
    return ordered;
  }

  private static boolean counts(Study study, String coder, String session) {
    return study.duty(coder, session).orElse(null) == Duty.CODING
        && study.isFinished(coder, session);
  }

  private static List<RatedItem> items(Study study, Corpus corpus, List<String> coders) {
    List<RatedItem> items = new ArrayList<>();
    for (ReleasedSession session : corpus.sessions().values()) {
      for (ReleasedTurn turn : session.turns()) {
        List<@Nullable List<CodedMark>> byRater = new ArrayList<>();
        for (String coder : coders) {
          byRater.add(
              counts(study, coder, session.session())
                  ? marks(study, coder, session.session(), turn)
                  : null);
        }
        items.add(
            new RatedItem(
                session.session() + "/" + turn.index(), session.client(), turn.text(), byRater));
      }
    }
    return items;
  }

  private static List<CodedMark> marks(
      Study study, String coder, String session, ReleasedTurn turn) {
    List<CodedMark> marks = new ArrayList<>();
    for (Coded coded : study.codings(coder, session)) {
      if (coded.turn() == turn.index() && coded.end() <= turn.text().length()) {
        String words = turn.text().substring(coded.start(), coded.end());
        Mark mark = new Mark(coded.start(), coded.end(), Pieces.wordStarts(words, coded.start()));
        for (String code : study.codes().upwards(coded.code())) {
          marks.add(new CodedMark(code, mark, false));
        }
      }
    }
    return marks;
  }
}
