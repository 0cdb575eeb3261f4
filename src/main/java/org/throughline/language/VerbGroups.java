package org.throughline.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.throughline.language.Clause.Modality;
import org.throughline.language.Clause.Time;
import org.throughline.language.Token.Form;
import org.throughline.language.Token.Pos;
import org.throughline.language.VerbGroup.Kind;

/** Finds the verb groups of one sentence, reading from left to right over its fluent words. */
final class VerbGroups {

  private static final Set<String> LINKERS = Set.of("to", "na");
  private static final Set<String> PARTICLES =
      Set.of(
          "up",
          "out",
          "down",
          "off",
          "over",
          "away",
          "back",
          "on",
          "in",
          "through",
          "along",
          "around",
          "together",
          "apart",
          "by");

  /** Verbs that make one meaning with a particle; a preposition after others stays one. */
  private static final Set<String> WITH_PARTICLE =
      Set.of(
          "end", "wind", "give", "stand", "speak", "shut", "break", "fall", "go", "come", "get",
          "take", "put", "turn", "walk", "reach", "let", "hold", "pick", "set", "make", "show",
          "open", "calm", "freak", "sort", "figure", "work", "back", "pull", "push", "bring", "cut",
          "pass", "move", "stay", "wake", "grow", "carry", "hang", "throw", "clean", "screw",
          "mess", "slip", "act", "look", "beat", "lock", "cheer", "sign", "call", "find", "check",
          "burn", "stress", "step", "run", "write", "fight", "kick", "drop", "try", "slow",
          "settle", "count", "tear", "zone", "black", "bottle", "wear", "pile", "hand", "point",
          "blow", "storm", "lash", "drift", "weigh", "build", "close", "help", "knock", "lead",
          "rule", "talk", "tense", "split", "sell", "pay", "own", "keep", "follow", "send");

  /** Who may be quoted by "I was like"; "it was like" compares. */
  private static final Set<String> QUOTED =
      Set.of("i", "we", "he", "she", "they", "everyone", "everybody", "people", "friends", "just");

  private final List<Token> tokens;
  private final int[] words;

  /** What has been read of the group under construction. */
  private boolean negated;

  private boolean passive;
  private boolean perfect;
  private boolean modal;
  private Set<Modality> modality = EnumSet.noneOf(Modality.class);
  private Time tense = Time.PRESENT;
  private int inverted = -1;

  private VerbGroups(List<Token> tokens, int[] words) {
    this.tokens = tokens;
    this.words = words;
  }

  /**
   * Finds them in order.
   *
   * @param words the sentence's fluent tokens, marks included
   */
  static List<VerbGroup> find(List<Token> tokens, int[] words) {
    List<VerbGroup> groups = new ArrayList<>();
    int at = 0;
    while (at < words.length) {
      VerbGroups reader = new VerbGroups(tokens, words);
      int after = reader.read(at, groups);
      at = Math.max(after, at + 1);
    }
    return groups;
  }

  private Token word(int at) {
    return tokens.get(words[at]);
  }

  /** Reads a group that begins here, if one does; returns the place after it. */
  private int read(int start, List<VerbGroup> groups) {
    int at = start;
    Kind kind = Kind.FINITE;
    if (word(at).is("to") && verbAfter(at + 1) >= 0 && word(at).pos() != Pos.ADP) {
      kind = Kind.INFINITIVE;
      at = verbAfter(at + 1);
      negated = negatorBetween(start - 1, at);
    } else if (!word(at).isVerb() || isAttributive(at)) {
      return start;
    } else {
      negated = negatedBefore(at);
    }
    Token first = word(at);
    if (kind == Kind.FINITE) {
      kind =
          switch (first.form()) {
            case GERUND -> Kind.GERUND;
            case BASE -> Kind.BARE;
            case PAST_PARTICIPLE -> Kind.BARE;
            default -> Kind.FINITE;
          };
      tense = first.form() == Form.PAST ? Time.PAST : Time.PRESENT;
    }
    int head = at;
    int next;
    while ((next = continuation(head)) > head) {
      head = next;
    }
    int last = trailing(head);
    int quoting = quoting(start, head, last);
    if (quoting > last) {
      groups.add(group(start, head, quoting, EnglishWords.BE_LIKE, kind));
      return quoting + 1;
    }
    groups.add(group(start, head, last, lemma(head, last), kind));
    return last + 1;
  }

  private VerbGroup group(int start, int head, int last, String lemma, Kind kind) {
    return new VerbGroup(
        words[start],
        words[head],
        words[last],
        lemma,
        kind,
        passive,
        negated,
        modality,
        tense,
        modal && perfect,
        inverted);
  }

  /** "I was like, no way", "she's like I can't": the place of "like" where words are quoted. */
  private int quoting(int start, int head, int last) {
    if (!word(head).lemma().equals("be") || start == 0) {
      return -1;
    }
    int like = head + 1;
    while (like < words.length && word(like).pos() == Pos.ADV && !word(like).is("like")) {
      like++;
    }
    boolean somebody = QUOTED.contains(word(start - 1).folded());
    if (like + 1 >= words.length || like < last || !somebody || !word(like).is("like")) {
      return -1;
    }
    Token next = word(like + 1);
    boolean nominative = Set.of("i", "we", "you", "he", "she", "they").contains(next.folded());
    boolean opens = next.is(",") || next.is("\"") || next.is(":") || next.pos() == Pos.INTJ;
    return opens || nominative ? like : -1;
  }

  /** A participle or gerund in front of a noun, a verb right after a determiner: no group. */
  private boolean isAttributive(int at) {
    Token token = word(at);
    boolean nounNext =
        at + 1 < words.length
            && (word(at + 1).pos() == Pos.NOUN || word(at + 1).pos() == Pos.PROPN);
    boolean modifierBefore =
        at > 0
            && (word(at - 1).pos() == Pos.DET
                || word(at - 1).pos() == Pos.ADJ
                || Set.of("my", "your", "his", "their", "our").contains(word(at - 1).folded()));
    return token.pos() == Pos.VERB
        && modifierBefore
        && (nounNext || token.form() == Form.GERUND || token.form() == Form.BASE)
        && !Set.of("this", "that", "all", "both", "these", "those").contains(word(at - 1).folded());
  }

  private boolean negatedBefore(int at) {
    for (int i = at - 1; i >= 0 && i >= at - 3; i--) {
      Token before = word(i);
      if (negates(i)) {
        return true;
      }
      boolean noLonger = before.is("longer") && i > 0 && word(i - 1).is("no");
      if (noLonger) {
        return true;
      }
      if (before.pos() != Pos.ADV) {
        return false;
      }
    }
    return false;
  }

  /** "Not only" says more, not less. */
  private boolean negates(int at) {
    boolean only =
        at + 1 < words.length && Set.of("only", "merely").contains(word(at + 1).folded());
    return EnglishWords.NEGATORS.contains(word(at).lemma())
        && !(word(at).lemma().equals("not") && only);
  }

  private boolean negatorBetween(int from, int to) {
    for (int i = Math.max(0, from); i < to; i++) {
      if (negates(i)) {
        return true;
      }
    }
    return false;
  }

  /** The next verb after adverbs and negators, or −1. */
  private int verbAfter(int from) {
    for (int i = from; i < words.length && i < from + 4; i++) {
      Token token = word(i);
      if (token.isVerb()) {
        return i;
      }
      if (token.pos() != Pos.ADV && !token.lemma().equals("not")) {
        return -1;
      }
    }
    return -1;
  }

  /** Where the chain goes on after a word that may be an auxiliary; the word's own place if not. */
  private int continuation(int at) {
    Token token = word(at);
    int next = skipAdverbs(at + 1, token);
    if (next >= words.length) {
      return at;
    }
    int semi = semiModal(at, next);
    if (semi > at) {
      return semi;
    }
    Token following = word(next);
    if (!following.isVerb() || !serves(token, following)) {
      return at;
    }
    if (noteAuxiliary(token, following)) {
      negated |= negatorBetween(at + 1, next);
      return next;
    }
    return at;
  }

  private int skipAdverbs(int from, Token auxiliary) {
    int i = from;
    while (i < words.length && i < from + 5) {
      Token token = word(i);
      boolean adverb =
          token.pos() == Pos.ADV
              || token.lemma().equals("not")
              || (token.pos() == Pos.PART && !token.is("to"))
              || token.is("all")
              || (token.is("like") && !token.isVerb())
              || token.is("kind")
              || (token.is("of") && i > from && word(i - 1).is("kind"));
      boolean subject =
          i == from
              && auxiliary.isVerb()
              && EnglishWords.SUBJECT_PRONOUNS.contains(token.folded())
              && token.pos() == Pos.PRON
              && inverts(auxiliary, i);
      if (subject) {
        inverted = words[i];
      } else if (!adverb) {
        break;
      }
      i++;
    }
    return i;
  }

  /** "did I", "could he", "am I": an auxiliary before its subject at the head of a clause. */
  private boolean inverts(Token auxiliary, int subjectAt) {
    int before = subjectAt - 2;
    while (before > 0 && word(before).pos() == Pos.ADV && !asks(before)) {
      before--;
    }
    boolean clauseStart =
        before < 0
            || !(word(before).pos() == Pos.PRON
                || word(before).pos() == Pos.NOUN
                || word(before).pos() == Pos.PROPN
                || word(before).pos() == Pos.PART
                || word(before).form() == Form.MODAL)
            || asks(before);
    return clauseStart
        && auxiliary.form() != Form.GERUND
        && auxiliary.form() != Form.PAST_PARTICIPLE
        && (auxiliary.form() == Form.MODAL
            || Set.of("be", "do", "have").contains(auxiliary.lemma()));
  }

  private boolean asks(int at) {
    return Set.of("what", "who", "which", "how", "why", "when", "where")
        .contains(word(at).folded());
  }

  /** Whether the first word can be the auxiliary of the second. */
  private static boolean serves(Token auxiliary, Token verb) {
    if (auxiliary.form() == Form.MODAL || auxiliary.is("gonna") || auxiliary.is("gotta")) {
      return true;
    }
    return switch (auxiliary.lemma()) {
      case "do" -> verb.form() == Form.BASE || verb.form() == Form.PRESENT;
      case "have" ->
          verb.form() == Form.PAST_PARTICIPLE
              || verb.form() == Form.PAST
              || EnglishWords.UNCHANGED_PARTICIPLES.contains(verb.folded())
              || Set.of("come", "become", "overcome", "run", "read", "quit")
                  .contains(verb.folded());
      case "be" ->
          verb.form() == Form.GERUND
              || verb.is("gonna")
              || verb.form() == Form.PAST_PARTICIPLE
              || verb.form() == Form.PAST
              || EnglishWords.UNCHANGED_PARTICIPLES.contains(verb.folded());
      case "get" ->
          verb.pos() == Pos.VERB
              && (verb.form() == Form.PAST_PARTICIPLE
                  || EnglishWords.UNCHANGED_PARTICIPLES.contains(verb.folded()));
      default -> false;
    };
  }

  private boolean noteAuxiliary(Token auxiliary, Token verb) {
    if (auxiliary.form() == Form.MODAL) {
      modal = true;
      noteModal(auxiliary.lemma());
      return true;
    }
    switch (auxiliary.lemma()) {
      case "have" -> {
        perfect = true;
        tense = Time.PAST;
      }
      case "be" -> passive |= verb.form() != Form.GERUND && verb.form() != Form.MODAL;
      case "get" -> passive = true;
      default -> {}
    }
    return true;
  }

  private void noteModal(String lemma) {
    switch (lemma) {
      case "can" -> modality.add(Modality.ABILITY);
      case "could" -> {
        modality.add(Modality.ABILITY);
        modality.add(Modality.POSSIBILITY);
      }
      case "will", "shall", "gonna" -> {
        modality.add(Modality.INTENTION);
        tense = Time.FUTURE;
      }
      case "would", "may", "might" -> modality.add(Modality.POSSIBILITY);
      case "should", "must", "gotta" -> modality.add(Modality.OBLIGATION);
      default -> {}
    }
  }

  /**
   * "have to", "going to", "used to", "supposed to", "able to", "allowed to": the infinitive's verb
   * is the head, and the meaning goes into the modality.
   */
  private int semiModal(int at, int next) {
    Token token = word(at);
    boolean linked = LINKERS.contains(word(next).folded()) && next + 1 < words.length;
    if (!linked) {
      return adjectiveModal(at, next);
    }
    int verb = verbAfter(next + 1);
    if (verb < 0) {
      return at;
    }
    Modality meaning =
        switch (token.lemma()) {
          case "have" -> Modality.OBLIGATION;
          case "get", "got" -> token.is("got") ? Modality.OBLIGATION : null;
          case "go", "gon" ->
              token.form() == Form.GERUND || token.is("gon") ? Modality.INTENTION : null;
          case "use" -> token.form() == Form.PAST || token.is("used") ? Modality.HABIT : null;
          case "suppose" -> Modality.OBLIGATION;
          case "allow" -> passive ? Modality.PERMISSION : null;
          case "ought" -> Modality.OBLIGATION;
          default -> null;
        };
    if (meaning == null) {
      return at;
    }
    note(meaning);
    passive = false;
    negated |= negatorBetween(at + 1, verb);
    return verb;
  }

  /** "be able to", "be supposed to" where the tagger sees an adjective. */
  private int adjectiveModal(int at, int next) {
    Token following = word(next);
    boolean able = following.is("able") || following.is("unable");
    boolean supposed = following.is("supposed") || following.is("allowed");
    boolean going = following.is("going") || following.is("about");
    if (!(able || supposed || going) || next + 2 >= words.length || !word(next + 1).is("to")) {
      return at;
    }
    int verb = verbAfter(next + 2);
    if (verb < 0 || !word(at).lemma().equals("be")) {
      return at;
    }
    negated |= negatorBetween(at + 1, next) ^ following.is("unable");
    if (able) {
      note(Modality.ABILITY);
    } else {
      note(
          going
              ? Modality.INTENTION
              : following.is("allowed") ? Modality.PERMISSION : Modality.OBLIGATION);
    }
    return verb;
  }

  private void note(Modality meaning) {
    modality.add(meaning);
    if (meaning == Modality.HABIT) {
      tense = Time.PAST;
    }
    if (meaning == Modality.INTENTION && tense == Time.PRESENT) {
      tense = Time.FUTURE;
    }
  }

  /** The last token that belongs to the group: a negator or a particle after the head. */
  private int trailing(int head) {
    int last = head;
    int i = head + 1;
    if (i < words.length && word(i).lemma().equals("not")) {
      boolean ofInfinitive =
          i + 1 < words.length && word(i + 1).is("to") && word(head).pos() == Pos.VERB;
      negated |= negates(i) && !ofInfinitive;
      last = i;
      i++;
    } else if (i < words.length && negates(i) && word(head).lemma().equals("be")) {
      negated = true;
      last = i;
    }
    if (i < words.length && isParticle(head, i)) {
      last = i;
    }
    if (word(head).form() == Form.MODAL) {
      modal = true;
      noteModal(word(head).lemma());
    }
    return last;
  }

  private boolean isParticle(int head, int at) {
    Token token = word(at);
    boolean date =
        at + 1 < words.length
            && (word(at + 1).pos() == Pos.PROPN || word(at + 1).pos() == Pos.NUM)
            && Set.of("on", "in", "by", "around").contains(token.folded());
    return PARTICLES.contains(token.folded())
        && !date
        && WITH_PARTICLE.contains(word(head).lemma())
        && (token.pos() == Pos.ADP || token.pos() == Pos.ADV || token.pos() == Pos.PART);
  }

  private String lemma(int head, int last) {
    Token tail = word(last);
    boolean particle = last > head && PARTICLES.contains(tail.folded());
    return particle ? word(head).lemma() + " " + tail.folded() : word(head).lemma();
  }
}
