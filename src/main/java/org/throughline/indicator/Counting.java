package org.throughline.indicator;

import org.throughline.coding.Attributes;
import org.throughline.coding.Attributes.Experiencer;
import org.throughline.coding.Coding;
import org.throughline.language.Clause;

/**
 * Which codings say something about the client, and may be counted. Others (somebody else's fear, a
 * feeling that is gone, words of another person) stay visible and out of the figures.
 */
final class Counting {

  private Counting() {}

  static boolean counts(Coding coding) {
    Attributes how = coding.attributes();
    if (how.source() == Clause.Source.REPORTED || how.source() == Clause.Source.QUESTION) {
      return false;
    }
    return switch (coding.construct()) {
      // A feeling must be the client's, there, and not wished away or for.
      case "emotion" -> how.counts() && how.source() != Clause.Source.SELF_TALK;
      // "I didn't let him" is an act of will and "I can't stop" is none: the cue has weighed the
      // negation. "We decided" is counted apart.
      case "agency" ->
          how.experiencer() == Experiencer.SELF && how.reality() == Clause.Reality.ACTUAL;
      // "I'm not a failure" is no fused identity; nor is "I'm not kind to myself" kindness.
      case "self" ->
          how.experiencer() == Experiencer.SELF && how.polarity() == Clause.Polarity.AFFIRMED;
      // Polarity is relative to the target, and a plan is not actual: the cue has weighed both.
      case "talk", "assimilation" -> how.experiencer() != Experiencer.OTHER;
      // A story's joints hold other people's deeds too.
      default -> true;
    };
  }

  static boolean isShared(Coding coding) {
    return coding.construct().equals("agency")
        && coding.attributes().experiencer() == Experiencer.WE
        && coding.attributes().source() != Clause.Source.REPORTED
        && coding.attributes().source() != Clause.Source.QUESTION;
  }
}
