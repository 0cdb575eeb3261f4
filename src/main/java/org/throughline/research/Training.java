package org.throughline.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.research.StudyEvent.Duty;
import org.throughline.statistic.Tally;

/**
 * A trainee's session held against the expert's key, after the trainee has finished it.
 *
 * @param hits of the key's codings, how many the trainee has with the same code on overlapping
 *     words
 * @param extra of the trainee's codings, how many the key has not
 */
public record Training(
    String coder, String session, Tally hits, Tally extra, List<Remark> remarks) {

  public Training {
    remarks = List.copyOf(remarks);
  }

  /** What a remark says. */
  public enum Kind {
    SAME,
    OTHER_WORDS,
    OTHER_CODE,
    MISSED,
    NOT_IN_KEY;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One coding of the key, of the trainee, or of both. */
  public record Remark(Kind kind, @Nullable Coded key, @Nullable Coded own) {}

  /**
   * The feedback on a session.
   *
   * @throws IllegalArgumentException if there is no finished key, or the trainee has not finished
   */
  public static Training of(Study study, String coder, String session) {
    String expert =
        study.coders(session, Duty.KEY).stream()
            .filter(each -> study.isFinished(each, session))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the expert has not finished the key of this session yet; look again later"));
    if (!study.isFinished(coder, session)
        || study.duty(coder, session).orElse(null) != Duty.TRAINING) {
      throw new IllegalArgumentException("finish the session first; then the key is shown");
    }
    List<Coded> own = new ArrayList<>(study.codings(coder, session));
    List<Coded> key = study.codings(expert, session);
    int all = own.size();
    List<Remark> remarks = new ArrayList<>();
    int hits = 0;
    for (Coded right : key) {
      Coded match = nearest(right, own);
      own.remove(match);
      Kind kind = kind(right, match);
      hits += kind == Kind.SAME || kind == Kind.OTHER_WORDS ? 1 : 0;
      remarks.add(new Remark(kind, right, match));
    }
    own.forEach(each -> remarks.add(new Remark(Kind.NOT_IN_KEY, null, each)));
    return new Training(
        coder, session, new Tally(hits, key.size()), new Tally(all - hits, all), remarks);
  }

  private static @Nullable Coded nearest(Coded right, List<Coded> own) {
    Coded best = null;
    int bestScore = 0;
    for (Coded each : own) {
      int overlap =
          each.turn() != right.turn()
              ? 0
              : Math.min(each.end(), right.end()) - Math.max(each.start(), right.start());
      int score = overlap <= 0 ? 0 : overlap + (each.code().equals(right.code()) ? 1_000_000 : 0);
      if (score > bestScore) {
        best = each;
        bestScore = score;
      }
    }
    return best;
  }

  private static Kind kind(Coded right, @Nullable Coded own) {
    if (own == null) {
      return Kind.MISSED;
    }
    if (!own.code().equals(right.code())) {
      return Kind.OTHER_CODE;
    }
    return own.span().equals(right.span()) ? Kind.SAME : Kind.OTHER_WORDS;
  }
}
