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

  record DecisionText(
      String what,
      @Nullable String code,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable String undone,
      @Nullable String note) {

    static DecisionText of(Decision.What what, @Nullable String note) {
      return switch (what) {
        case Decision.Confirm confirm -> plain("confirm", note);
        case Decision.Reject reject -> plain("reject", note);
        case Decision.Change change ->
            new DecisionText(
                "change", change.code(), change.span().start(), change.span().end(), null, note);
        case Decision.Undo undo ->
            new DecisionText("undo", null, null, null, undo.decision(), note);
      };
    }

    private static DecisionText plain(String what, @Nullable String note) {
      return new DecisionText(what, null, null, null, null, note);
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
      Rater.@Nullable Human human) {

    static CodingText of(Coding coding) {
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
          coding.rater() instanceof Rater.Human human ? human : null);
    }

    Coding coding() {
      Rater rater = machine != null ? machine : human;
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
