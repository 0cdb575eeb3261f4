package org.throughline.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.throughline.language.Clause.Link;
import org.throughline.language.Clause.Person;
import org.throughline.language.Clause.Voice;
import org.throughline.language.Token.Pos;
import org.throughline.language.VerbGroup.Kind;
import org.throughline.transcript.Span;

/**
 * Cuts a turn into clauses: one for each verb group, from the word that introduces it (or its
 * subject) to the next clause. Every token belongs to one clause at most; what hangs on what is
 * kept in {@link Clause#governor()}.
 *
 * <p>It works on tags alone. Speech breaks off, repeats and leaves out marks, where parsers trained
 * on writing go astray; a wrong cut here costs one clause, not the sentence. Nothing is lost by
 * that: a cue that needs the tree asks for the parser.
 */
final class Clauses {

  private static final Set<String> COMPLEMENT_TAKING =
      Set.of(
          "think",
          "know",
          "feel",
          "say",
          "tell",
          "guess",
          "hope",
          "wish",
          "realize",
          "realise",
          "believe",
          "see",
          "suppose",
          "bet",
          "swear",
          "figure",
          "notice",
          "understand",
          "mean",
          "find",
          "decide",
          "hear",
          "remember",
          "forget",
          "admit",
          "ask",
          "wonder",
          "worry",
          "imagine",
          "promise",
          "learn",
          "explain",
          "text",
          "be",
          "convince",
          "remind");

  private final List<Token> tokens;
  private final List<Clause> clauses = new ArrayList<>();

  private Clauses(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<Clause> of(List<Token> tokens, List<Sentence> sentences) {
    Clauses reader = new Clauses(tokens);
    for (Sentence sentence : sentences) {
      reader.read(sentence);
    }
    return reader.clauses;
  }

  private void read(Sentence sentence) {
    int[] words =
        IntStream.range(sentence.firstToken(), sentence.endToken())
            .filter(i -> !tokens.get(i).filler())
            .toArray();
    List<VerbGroup> groups = VerbGroups.find(tokens, words);
    if (groups.isEmpty()) {
      if (words.length > 0) {
        clauses.add(verbless(sentence));
      }
      return;
    }
    int firstOfSentence = clauses.size();
    List<Subjects.Subject> subjects = new ArrayList<>();
    int[] starts = new int[groups.size() + 1];
    for (int g = 0; g < groups.size(); g++) {
      int gap = g == 0 ? sentence.firstToken() : groups.get(g - 1).last() + 1;
      Subjects.Subject subject = subject(groups.get(g), gap);
      subjects.add(subject);
      starts[g] = g == 0 ? sentence.firstToken() : clauseStart(gap, subject, groups.get(g));
    }
    starts[groups.size()] = sentence.endToken();
    for (int g = 0; g < groups.size(); g++) {
      Draft draft = new Draft(groups.get(g), subjects.get(g), starts[g], starts[g + 1], sentence);
      clauses.add(clause(draft, firstOfSentence));
    }
  }

  private record Draft(
      VerbGroup group, Subjects.Subject subject, int start, int end, Sentence sentence) {}

  private Subjects.Subject subject(VerbGroup group, int gap) {
    if (isCaused(group, gap)) {
      return new Subjects.Subject(Person.NONE, -1, group.first());
    }
    return group.kind() == Kind.FINITE || group.invertedSubject() >= 0
        ? Subjects.find(tokens, gap, group)
        : bareSubject(group, gap);
  }

  /** "made me feel", "let him go": the tags cannot tell such a base form from a present. */
  private boolean isCaused(VerbGroup group, int gap) {
    int before = group.first() - 1;
    return gap > 0
        && before >= gap
        && group.kind() == Kind.FINITE
        && group.first() == group.head()
        && tokens.get(group.head()).form() == Token.Form.PRESENT
        && tokens.get(group.head()).folded().equals(tokens.get(group.head()).lemma())
        && Set.of("me", "him", "her", "us", "them", "myself").contains(tokens.get(before).folded());
  }

  /** Infinitives and gerunds borrow; a participle after a pronoun is a clipped finite clause. */
  private Subjects.Subject bareSubject(VerbGroup group, int gap) {
    Subjects.Subject found = Subjects.find(tokens, gap, group);
    boolean nominative =
        found.token() >= 0
            && group.kind() != Kind.INFINITIVE
            && Set.of("i", "we", "he", "she", "they", "you", "it")
                .contains(tokens.get(found.token()).folded());
    return nominative ? found : new Subjects.Subject(Person.NONE, -1, group.first());
  }

  /** The clause begins at the word that introduces it, else at its subject. */
  private int clauseStart(int gap, Subjects.Subject subject, VerbGroup group) {
    int limit = Math.min(subject.start(), group.first());
    for (int i = gap; i < limit; i++) {
      Token token = tokens.get(i);
      if (token.pos() == Pos.PUNCT && !token.is("'") && !token.is("\"")) {
        return Math.min(i + 1, limit);
      }
      boolean joinsWords =
          token.pos() == Pos.CCONJ
              && i + 2 < limit
              && tokens.get(i + 1).pos() == Pos.ADJ
              && isIntroducing(tokens.get(i + 2));
      if ((token.pos() == Pos.CCONJ && !joinsWords) || isIntroducing(token)) {
        return i;
      }
    }
    boolean preposed =
        group.kind() == Kind.GERUND && limit > gap && tokens.get(limit - 1).pos() == Pos.ADP;
    return preposed ? limit - 1 : limit;
  }

  private static boolean isIntroducing(Token token) {
    return token.pos() == Pos.SCONJ
        || (EnglishWords.SUBORDINATORS.contains(token.folded())
            && (token.pos() == Pos.PRON || token.pos() == Pos.ADV || token.pos() == Pos.ADP)
            && !Set.of("so", "as", "than", "since", "before", "after", "until", "till")
                .contains(token.folded()));
  }

  private Clause verbless(Sentence sentence) {
    int end = trimmed(sentence.firstToken(), sentence.endToken());
    int me =
        IntStream.range(sentence.firstToken(), end)
            .filter(i -> Set.of("me", "myself").contains(tokens.get(i).folded()))
            .findFirst()
            .orElse(-1);
    return new Clause(
        clauses.size(),
        sentence.firstToken(),
        sentence.endToken(),
        span(sentence.firstToken(), end),
        leader(sentence.firstToken(), end),
        -1,
        -1,
        "",
        Clause.Form.VERBLESS,
        Voice.ACTIVE,
        me >= 0 ? Person.SELF : Person.NONE,
        Set.of(),
        negates(tokens.get(sentence.firstToken()))
            ? Clause.Polarity.NEGATED
            : Clause.Polarity.AFFIRMED,
        Clause.Reality.ACTUAL,
        Clause.Time.PRESENT,
        sentence.question() ? Clause.Source.QUESTION : Clause.Source.OWN,
        Clause.Certainty.PLAIN,
        -1,
        Link.ROOT,
        "");
  }

  /** Whom words without a verb are about: "my wife, always worried". */
  private Person leader(int first, int end) {
    for (int i = first; i < Math.min(end, first + 4); i++) {
      Token token = tokens.get(i);
      boolean nominative = Set.of("he", "she", "they").contains(token.folded());
      boolean person = EnglishWords.PERSON_NOUNS.contains(token.lemma());
      if (nominative || (person && token.pos() == Pos.NOUN)) {
        return Person.OTHER;
      }
      boolean opens = token.pos() == Pos.PRON || token.pos() == Pos.DET || token.pos() == Pos.ADJ;
      if (!opens && !token.filler() && token.pos() != Pos.CCONJ && token.pos() != Pos.INTJ) {
        return Person.NONE;
      }
    }
    return Person.NONE;
  }

  private static boolean negates(Token first) {
    return first.is("not") || first.is("never");
  }

  private int trimmed(int start, int end) {
    int last = end;
    while (last > start + 1
        && (tokens.get(last - 1).pos() == Pos.PUNCT || tokens.get(last - 1).filler())) {
      last--;
    }
    return last;
  }

  private Span span(int first, int end) {
    int start = first;
    while (start < end - 1
        && (tokens.get(start).pos() == Pos.PUNCT || tokens.get(start).filler())) {
      start++;
    }
    return tokens.get(start).span().cover(tokens.get(end - 1).span());
  }

  private Clause clause(Draft draft, int firstOfSentence) {
    VerbGroup group = draft.group();
    String connective = connective(draft);
    int governor = clauses.size() > firstOfSentence ? governor(draft, firstOfSentence) : -1;
    Clause above = governor < 0 ? null : clauses.get(governor);
    Link link = above == null ? Link.ROOT : link(draft, above, connective);
    Person subject = draft.subject().person();
    int subjectToken = draft.subject().token();
    if (subject == Person.NONE) {
      subject = inherited(draft, above, link);
      subjectToken = above != null && subject == above.subject() ? above.subjectToken() : -1;
    }
    if (subject == Person.GENERIC_YOU && draft.sentence().question()) {
      subject = Person.LISTENER;
    }
    ClauseMeaning meaning =
        ClauseMeaning.of(
            tokens,
            draft.start(),
            draft.end(),
            group,
            subject,
            draft.subject().token() >= 0,
            link,
            connective,
            above,
            draft.sentence().question());
    return new Clause(
        clauses.size(),
        draft.start(),
        draft.end(),
        span(draft.start(), trimmed(draft.start(), draft.end())),
        subject,
        subjectToken,
        group.head(),
        group.lemma(),
        form(group.kind()),
        isPassive(draft, above, link) ? Voice.PASSIVE : Voice.ACTIVE,
        objectPerson(group, draft.end()),
        group.modality(),
        meaning.polarity(),
        meaning.reality(),
        meaning.time(),
        meaning.source(),
        meaning.certainty(),
        governor,
        link,
        connective);
  }

  private static Clause.Form form(Kind kind) {
    return switch (kind) {
      case FINITE -> Clause.Form.FINITE;
      case INFINITIVE -> Clause.Form.INFINITIVE;
      case GERUND -> Clause.Form.GERUND;
      case BARE -> Clause.Form.BARE;
    };
  }

  /** "I was taken to hospital and given pills": one "was" serves both. */
  private boolean isPassive(
      Draft draft, @org.jspecify.annotations.Nullable Clause above, Link link) {
    Token head = tokens.get(draft.group().head());
    boolean shares =
        above != null
            && above.voice() == Voice.PASSIVE
            && link == Link.COORDINATED
            && draft.subject().token() < 0
            && (head.folded().endsWith("en")
                || head.folded().endsWith("wn")
                || head.form() == Token.Form.PAST_PARTICIPLE);
    return draft.group().passive() || shares;
  }

  private String connective(Draft draft) {
    int limit = Math.min(draft.subject().start(), draft.group().first());
    String found = "";
    boolean subordinated = false;
    for (int i = draft.start(); i < limit; i++) {
      String word = tokens.get(i).folded();
      boolean coordinates = EnglishWords.COORDINATORS.contains(word);
      boolean subordinates = EnglishWords.SUBORDINATORS.contains(word) && !word.equals("so");
      boolean anew = coordinates && i > draft.start() && tokens.get(i - 1).pos() == Pos.PUNCT;
      if (subordinates && !subordinated && !isPreposition(i, limit)) {
        found = word;
        subordinated = true;
      } else if ((coordinates && found.isEmpty()) || (subordinated && anew)) {
        found = word;
        subordinated = false;
      }
    }
    int subject = draft.subject().token();
    boolean relative =
        subject >= 0 && Set.of("who", "which", "that").contains(tokens.get(subject).folded());
    return found.isEmpty() && relative ? tokens.get(subject).folded() : found;
  }

  /** "After my divorce I moved": between the word and the subject stands what it governs. */
  private boolean isPreposition(int at, int subjectStart) {
    if (!Set.of("after", "before", "since", "until", "till", "because", "as", "than")
        .contains(tokens.get(at).folded())) {
      return false;
    }
    for (int i = at + 1; i < subjectStart; i++) {
      Pos pos = tokens.get(i).pos();
      boolean governed = pos == Pos.NOUN || pos == Pos.PROPN || pos == Pos.NUM || pos == Pos.PRON;
      if (governed && !tokens.get(i).filler()) {
        return true;
      }
    }
    return false;
  }

  /** Infinitives and gerunds hang on the clause before; a coordinated clause on its equal. */
  private int governor(Draft draft, int firstOfSentence) {
    int previous = clauses.size() - 1;
    if (draft.group().kind() != Kind.FINITE) {
      return previous;
    }
    Clause before = clauses.get(previous);
    boolean coordinated =
        draft.start() > 0 && EnglishWords.COORDINATORS.contains(tokens.get(draft.start()).folded());
    if (coordinated && before.link() == Link.OPEN_COMPLEMENT && draft.subject().token() >= 0) {
      return Math.max(firstOfSentence, before.governor());
    }
    return previous;
  }

  private Link link(Draft draft, Clause above, String connective) {
    VerbGroup group = draft.group();
    boolean adjacent = group.first() <= lastOf(above) + 4;
    if (group.kind() == Kind.INFINITIVE || isCaused(group, lastOf(above) + 1)) {
      return Link.OPEN_COMPLEMENT;
    }
    boolean coordinated = EnglishWords.COORDINATORS.contains(connective);
    if (group.kind() != Kind.FINITE && draft.subject().token() < 0) {
      if (coordinated) {
        return Link.COORDINATED;
      }
      return adjacent && !commaBefore(draft) ? Link.OPEN_COMPLEMENT : Link.ADVERBIAL;
    }
    if (coordinated) {
      return Link.COORDINATED;
    }
    boolean complementTaking =
        takesComplement(above) && (!commaBefore(draft) || opensSpeech(above, draft));
    if (connective.isEmpty()) {
      return complementTaking ? Link.COMPLEMENT : Link.COORDINATED;
    }
    if (Set.of("that", "what", "how", "why", "whether", "if", "where", "who").contains(connective)
        && complementTaking) {
      return Link.COMPLEMENT;
    }
    return Set.of("who", "which", "that").contains(connective) ? Link.RELATIVE : Link.ADVERBIAL;
  }

  private int lastOf(Clause above) {
    return above.verbToken() < 0 ? above.endToken() : above.verbToken();
  }

  private boolean commaBefore(Draft draft) {
    return draft.start() > 0 && tokens.get(draft.start() - 1).pos() == Pos.PUNCT;
  }

  /** "He said, I'm done", "they're like, 'why?'": right after the verb somebody's words begin. */
  private boolean opensSpeech(Clause above, Draft draft) {
    String verb = above.verbLemma();
    boolean speaks = EnglishWords.SAYING.contains(verb) || verb.equals(EnglishWords.BE_LIKE);
    String opener = tokens.get(above.firstToken()).folded();
    boolean aside = opener.equals("like") || opener.equals("as");
    boolean mannerOfSpeaking = !above.modality().isEmpty() && !verb.equals(EnglishWords.BE_LIKE);
    if (!speaks || aside || mannerOfSpeaking) {
      return false;
    }
    int at = above.verbToken() + 1;
    while (at < draft.start() && isBetween(tokens.get(at))) {
      at++;
    }
    if (at >= draft.start() || tokens.get(at).pos() != Pos.PUNCT) {
      return false;
    }
    boolean quoted = false;
    for (; at < draft.start(); at++) {
      Pos pos = tokens.get(at).pos();
      quoted |= tokens.get(at).is("\"");
      if (pos != Pos.PUNCT && pos != Pos.INTJ && !tokens.get(at).filler()) {
        return false;
      }
    }
    return quoted || EnglishWords.QUOTING.contains(verb);
  }

  private static boolean isBetween(Token token) {
    return token.filler()
        || Set.of("me", "us", "him", "her", "them", "myself", "like", "just", "all")
            .contains(token.folded());
  }

  private static boolean takesComplement(Clause above) {
    String lemma = above.verbLemma();
    int particle = lemma.indexOf(' ');
    return COMPLEMENT_TAKING.contains(particle < 0 ? lemma : lemma.substring(0, particle));
  }

  private Person inherited(
      Draft draft, @org.jspecify.annotations.Nullable Clause above, Link link) {
    VerbGroup group = draft.group();
    if (above == null) {
      return switch (group.kind()) {
        case FINITE ->
            group.tense() == Clause.Time.PAST || group.negated() ? Person.SELF : Person.NONE;
        case BARE -> Person.LISTENER;
        case GERUND -> Person.SELF;
        case INFINITIVE -> Person.NONE;
      };
    }
    boolean causative =
        link == Link.OPEN_COMPLEMENT
            && above.objectPerson() != Person.NONE
            && EnglishWords.CAUSATIVES.contains(above.verbLemma())
            && objectBetween(above, group);
    return causative ? above.objectPerson() : above.subject();
  }

  private boolean objectBetween(Clause above, VerbGroup group) {
    for (int i = above.verbToken() + 1; i < group.first(); i++) {
      Token token = tokens.get(i);
      if (token.pos() == Pos.PRON || token.pos() == Pos.NOUN || token.pos() == Pos.PROPN) {
        return true;
      }
    }
    return false;
  }

  /** The nearest nominal after the verb, before the clause ends or a preposition opens. */
  private Person objectPerson(VerbGroup group, int end) {
    for (int i = group.last() + 1; i < Math.min(end, group.last() + 5); i++) {
      Token token = tokens.get(i);
      if (token.pos() == Pos.ADP || token.pos() == Pos.PUNCT || token.pos() == Pos.CCONJ) {
        return Person.NONE;
      }
      boolean possessive = Set.of("my", "your", "his", "their", "our").contains(token.folded());
      if (token.pos() == Pos.PRON && !possessive) {
        return Subjects.person(tokens, i);
      }
      if (token.pos() == Pos.NOUN || token.pos() == Pos.PROPN) {
        return Subjects.person(tokens, i);
      }
    }
    return Person.NONE;
  }
}
