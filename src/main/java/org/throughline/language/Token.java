package org.throughline.language;

import java.util.Locale;
import org.throughline.transcript.Span;

/**
 * One word or mark of a turn.
 *
 * @param index place among the turn's tokens, from 0
 * @param span where it stands in the turn's text
 * @param surface the very characters of the span
 * @param folded the surface in lower case with typographic apostrophes made plain, for matching
 * @param lemma the dictionary form in lower case ("was" → "be", "me" → "me": pronouns keep their
 *     case form, because agency turns on it)
 * @param pos the part of speech
 * @param form the shape of a verb; {@link Form#NONE} for everything else
 * @param filler true for what a shadow reading leaves out: "um", a repeated word, the abandoned
 *     half of a restart. Fillers keep their place and offsets, but no pattern sees them.
 */
public record Token(
    int index,
    Span span,
    String surface,
    String folded,
    String lemma,
    Pos pos,
    Form form,
    boolean filler) {

  /** Universal part-of-speech tags (universaldependencies.org/u/pos). */
  public enum Pos {
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X;

    public static Pos of(String tag) {
      try {
        return valueOf(tag.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException unknownTag) {
        return X;
      }
    }
  }

  /** What the universal tags leave out and agency cannot do without. */
  public enum Form {
    NONE,
    /** Infinitive, imperative, or the form after a modal. */
    BASE,
    PRESENT,
    PAST,
    PAST_PARTICIPLE,
    GERUND,
    MODAL
  }

  public boolean isWord() {
    return pos != Pos.PUNCT && pos != Pos.SYM;
  }

  public boolean isVerb() {
    return pos == Pos.VERB || pos == Pos.AUX;
  }

  public boolean is(String word) {
    return folded.equals(word);
  }

  @Override
  public String toString() {
    return "Token[" + index + " " + span + " " + pos + "]";
  }
}
