package org.throughline.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.Attributes;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.revision.Correction;
import org.throughline.transcript.revision.Revision;

/**
 * What sealed columns hold, as JSON. These shapes are the storage format: they stay readable when
 * the records they come from change.
 */
final class Sealed {

  private Sealed() {}

  record ClientText(String pseudonym) {

    @Override
    public String toString() {
      return "ClientText";
    }
  }

  record ProblemText(String words) {

    @Override
    public String toString() {
      return "ProblemText";
    }
  }

  record SpeakerRoles(Map<String, Role> roles) {}

  record ConsentText(
      NewConsent.Answer answer,
      String begins,
      @Nullable String ends,
      @Nullable String formHash,
      @Nullable String formLanguage,
      NewConsent.Grantor grantor,
      @Nullable String witness,
      @Nullable String evidence,
      @Nullable String channel,
      List<NewConsent.Jurisdiction> jurisdictions) {

    @Override
    public String toString() {
      return "ConsentText";
    }
  }

  record SessionText(
      String dialect,
      String fileName,
      String sha256,
      String importReport,
      int turns,
      int clientWords) {

    @Override
    public String toString() {
      return "SessionText";
    }
  }

  record CheckInText(String prompt, String text) {

    @Override
    public String toString() {
      return "CheckInText";
    }
  }

  record MissedText(String reason) {

    @Override
    public String toString() {
      return "MissedText";
    }
  }

  record TurnText(@Nullable String label, String text) {

    @Override
    public String toString() {
      return "TurnText";
    }
  }

  /** A correction, or roles; the other's components are null. */
  record RevisionText(
      @Nullable Integer turn,
      @Nullable Range span,
      @Nullable String said,
      @Nullable Map<String, Role> roles) {

    static RevisionText of(Revision revision) {
      return switch (revision) {
        case Revision.Corrected corrected -> {
          Correction c = corrected.correction();
          yield new RevisionText(c.turn(), Range.of(c.span()), c.said(), null);
        }
        case Revision.Reassigned reassigned ->
            new RevisionText(null, null, null, reassigned.roles());
      };
    }

    Revision revision() {
      if (roles != null) {
        return new Revision.Reassigned(roles);
      }
      if (turn != null && span != null && said != null) {
        return new Revision.Corrected(new Correction(turn, span.span(), said));
      }
      throw new StoreException.Damaged("a stored revision is not one");
    }

    @Override
    public String toString() {
      return "RevisionText";
    }
  }

  /**
   * A decision.
   *
   * @param revision how many revisions the text had when it was made; null for none
   */
  record DecisionText(
      String what,
      @Nullable String code,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable String undone,
      @Nullable String note,
      @Nullable Integer revision) {

    static DecisionText of(Decision.What what, @Nullable String note, int revision) {
      return switch (what) {
        case Decision.Confirm confirm -> plain("confirm", note, revision);
        case Decision.Reject reject -> plain("reject", note, revision);
        case Decision.Change change ->
            new DecisionText(
                "change",
                change.code(),
                change.span().start(),
                change.span().end(),
                null,
                note,
                revision);
        case Decision.Undo undo ->
            new DecisionText("undo", null, null, null, undo.decision(), note, revision);
      };
    }

    private static DecisionText plain(String what, @Nullable String note, int revision) {
      return new DecisionText(what, null, null, null, null, note, revision);
    }

    Decision.What decided() {
      if (what.equals("confirm")) {
        return new Decision.Confirm();
      }
      if (what.equals("reject")) {
        return new Decision.Reject();
      }
      if (what.equals("change") && code != null && start != null && end != null) {
        return new Decision.Change(code, new Span(start, end));
      }
      if (what.equals("undo") && undone != null) {
        return new Decision.Undo(undone);
      }
      throw new StoreException.Damaged("a stored decision is not one");
    }

    @Override
    public String toString() {
      return "DecisionText";
    }
  }

  record Range(int start, int end) {

    static Range of(Span span) {
      return new Range(span.start(), span.end());
    }

    Span span() {
      return new Span(start, end);
    }
  }

  /**
   * A coding.
   *
   * @param revision how many revisions the text had when it was made; null for none
   */
  record CodingText(
      String code,
      int turn,
      Range span,
      String quote,
      Attributes attributes,
      String cue,
      List<Range> words,
      String explanation,
      double confidence,
      Rater.@Nullable Machine machine,
      Rater.@Nullable Human human,
      @Nullable Integer revision,
      Rater.@Nullable Model model) {

    static CodingText of(Coding coding, int revision) {
      return new CodingText(
          coding.code(),
          coding.turn(),
          Range.of(coding.span()),
          coding.quote(),
          coding.attributes(),
          coding.evidence().cue(),
          coding.evidence().words().stream().map(Range::of).toList(),
          coding.evidence().explanation(),
          coding.confidence(),
          coding.rater() instanceof Rater.Machine machine ? machine : null,
          coding.rater() instanceof Rater.Human human ? human : null,
          revision,
          coding.rater() instanceof Rater.Model model ? model : null);
    }

    Coding coding() {
      Rater rater = machine != null ? machine : human != null ? human : model;
      if (rater == null) {
        throw new StoreException.Damaged("a stored coding has no rater");
      }
      return new Coding(
          code,
          turn,
          span.span(),
          quote,
          attributes,
          new Evidence(cue, words.stream().map(Range::span).toList(), explanation),
          confidence,
          rater);
    }

    @Override
    public String toString() {
      return "CodingText";
    }
  }
}
