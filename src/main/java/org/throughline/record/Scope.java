package org.throughline.record;

import java.util.Locale;

/** What a client can consent to. Each is asked for by itself; none follows from another. */
public enum Scope {
  /** Transcripts may be read, coded and traced for the client's own treatment. */
  TREATMENT_ANALYSIS,
  /** The clinician's supervisor may see trajectory and codings. */
  SUPERVISION,
  /** De-identified words may enter the research corpus. */
  RESEARCH,
  /** Supervision or research may show verbatim quotes, not only counts and paraphrase. */
  QUOTE_VERBATIM,
  /** Files may be handed out of the system. */
  EXTERNAL_EXPORT,
  /** Words may be used to train a model that outlives the analysis. */
  MODEL_TRAINING;

  /** The word used in the API: "treatment_analysis". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The scope with the given {@link #id()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Scope of(String id) {
    for (Scope scope : values()) {
      if (scope.id().equals(id)) {
        return scope;
      }
    }
    throw new IllegalArgumentException(
        "scope must be one of treatment_analysis, supervision, research, quote_verbatim,"
            + " external_export, model_training");
  }
}
