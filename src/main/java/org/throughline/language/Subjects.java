package org.throughline.language;

import java.util.Set;
import org.throughline.language.Clause.Person;
import org.throughline.language.Token.Pos;

/** Finds who a clause is about, looking left from its verb. */
final class Subjects {

  /**
   * A subject.
   *
   * @param token the subject's head, −1 where it is inherited or left out
   * @param start first token of the subject's phrase, or the verb group's where there is none
   */
  record Subject(Person person, int token, int start) {}

  private Subjects() {}

  /**
   * Looks between the verb group before and this one.
   *
   * @param gapStart first token after the verb group before, or of the sentence
   * @return the subject between there and the group, or a subject with token −1
   */
  static Subject find(java.util.List<Token> tokens, int gapStart, VerbGroup group) {
    if (group.invertedSubject() >= 0) {
      int token = group.invertedSubject();
      return new Subject(person(tokens, token), token, group.first());
    }
    int at = group.first() - 1;
    boolean comma = false;
    while (at >= gapStart && isTransparent(tokens.get(at))) {
      comma |= tokens.get(at).is(",") && !tokens.get(at).filler();
      at--;
    }
    if (at < gapStart) {
      return new Subject(Person.NONE, -1, group.first());
    }
    Token nearest = tokens.get(at);
    if (nearest.is("who") && at > 0 && isSpeaker(tokens.get(at - 1))) {
      return new Subject(person(tokens, at - 1), at, at);
    }
    if (EnglishWords.SUBJECT_PRONOUNS.contains(nearest.folded())
        && (nearest.pos() == Pos.PRON || nearest.pos() == Pos.DET || nearest.is("which"))) {
      return new Subject(person(tokens, at), at, at);
    }
    if (nearest.pos() == Pos.SCONJ && (nearest.is("that") || nearest.is("who"))) {
      return new Subject(person(tokens, at), at, at);
    }
    if (!isNominal(nearest)) {
      return new Subject(Person.NONE, -1, group.first());
    }
    Subject phrase = nounPhrase(tokens, gapStart, at);
    return comma && isGoverned(tokens, gapStart, phrase)
        ? new Subject(Person.NONE, -1, group.first())
        : phrase;
  }

  /** "We go to the movies, eat out": what stands before the comma belongs to the verb before. */
  private static boolean isGoverned(java.util.List<Token> tokens, int gapStart, Subject phrase) {
    boolean afterVerb = gapStart > 0 && tokens.get(gapStart - 1).isVerb();
    int before = phrase.start() - 1;
    return afterVerb && (before < gapStart || tokens.get(before).pos() == Pos.ADP);
  }

  /** "It was me who called": the one who called is the speaker. */
  private static boolean isSpeaker(Token token) {
    return Set.of("me", "us", "i", "we", "myself").contains(token.folded());
  }

  private static boolean isTransparent(Token token) {
    return token.filler()
        || token.pos() == Pos.ADV
        || token.pos() == Pos.INTJ
        || token.is(",")
        || (token.is("like") && !token.isVerb())
        || (token.pos() == Pos.PART && !token.is("'s"))
        || Set.of("all", "both", "just", "even", "still", "always").contains(token.folded());
  }

  private static boolean isNominal(Token token) {
    return token.pos() == Pos.NOUN || token.pos() == Pos.PROPN || token.pos() == Pos.NUM;
  }

  /** Steps over "… of mine", "at work" to the noun that governs them. */
  private static Subject nounPhrase(java.util.List<Token> tokens, int gapStart, int last) {
    int head = last;
    int start = phraseStart(tokens, gapStart, head);
    while (start - 2 >= gapStart
        && tokens.get(start - 1).pos() == Pos.ADP
        && isNominal(tokens.get(start - 2))) {
      head = start - 2;
      start = phraseStart(tokens, gapStart, head);
    }
    while (start < head && isPredicate(tokens, start, gapStart)) {
      start++;
    }
    return new Subject(person(tokens, head), head, start);
  }

  /** "I'm scared people will laugh": the adjective belongs to the verb before. */
  private static boolean isPredicate(java.util.List<Token> tokens, int at, int gapStart) {
    if (tokens.get(at).pos() != Pos.ADJ) {
      return false;
    }
    int before = at - 1;
    while (before >= gapStart
        && (tokens.get(before).pos() == Pos.ADV || tokens.get(before).filler())) {
      before--;
    }
    return before == gapStart - 1
        && before >= 0
        && Set.of("be", "feel", "get").contains(tokens.get(before).lemma());
  }

  private static int phraseStart(java.util.List<Token> tokens, int gapStart, int head) {
    int start = head;
    while (start - 1 >= gapStart && isInsidePhrase(tokens.get(start - 1))) {
      start--;
      if (opensPhrase(tokens, start, gapStart)) {
        break;
      }
    }
    return start;
  }

  private static boolean opensPhrase(java.util.List<Token> tokens, int at, int gapStart) {
    Token token = tokens.get(at);
    boolean determiner = token.pos() == Pos.DET || token.pos() == Pos.PRON;
    boolean quantified = at > gapStart && tokens.get(at - 1).is("all");
    return determiner && !quantified;
  }

  private static boolean isInsidePhrase(Token token) {
    return switch (token.pos()) {
      case DET, ADJ, NUM, NOUN, PROPN -> !EnglishWords.SUBJECT_PRONOUNS.contains(token.folded());
      case PRON ->
          Set.of("my", "your", "his", "her", "their", "our", "its").contains(token.folded());
      case PART -> token.is("'s");
      default -> token.filler();
    };
  }

  /** Who a pronoun or noun stands for. */
  static Person person(java.util.List<Token> tokens, int at) {
    Token token = tokens.get(at);
    String word = token.folded();
    if (EnglishWords.SELF.contains(word)) {
      return Person.SELF;
    }
    if (EnglishWords.WE.contains(word)) {
      return Person.WE;
    }
    if (EnglishWords.YOU.contains(word)) {
      return Person.GENERIC_YOU;
    }
    if (EnglishWords.NOBODIES.contains(word)) {
      return Person.NOBODY;
    }
    if (word.equals("no") || (word.equals("one") && at > 0 && tokens.get(at - 1).is("no"))) {
      return Person.NOBODY;
    }
    if (EnglishWords.OTHERS.contains(word)
        || EnglishWords.PERSON_NOUNS.contains(token.lemma())
        || token.pos() == Pos.PROPN) {
      return Person.OTHER;
    }
    return Person.THING;
  }
}
