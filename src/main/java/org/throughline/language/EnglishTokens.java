package org.throughline.language;

import edu.stanford.nlp.process.Morphology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.throughline.language.Token.Form;
import org.throughline.language.Token.Pos;
import org.throughline.transcript.Span;

/**
 * From characters to tokens: OpenNLP finds words and tags, contractions are taken apart ("can't" →
 * "ca" + "n't"), disfluencies are marked, CoreNLP's morphology gives the lemma and our own rules
 * the verb form that universal tags leave out.
 */
final class EnglishTokens {

  /** In characters. Grammar within a sentence takes time that grows with the square of it. */
  private static final int LONGEST_SENTENCE = 4_000;

  private final OpenNlp models;

  EnglishTokens(OpenNlp models) {
    this.models = models;
  }

  record Tokenized(List<Token> tokens, List<Sentence> sentences) {}

  Tokenized tokenize(String text) {
    String plain = Folding.plain(text);
    List<Token> tokens = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    for (Span sentence : sentenceSpans(plain)) {
      List<RawToken> raw = rawTokens(plain, sentence);
      if (raw.isEmpty()) {
        continue;
      }
      int first = tokens.size();
      List<Piece> pieces = pieces(raw);
      for (int i = 0; i < pieces.size(); i++) {
        Piece piece = pieces.get(i);
        Form form = form(pieces, i);
        tokens.add(
            new Token(
                tokens.size(),
                piece.span(),
                piece.span().of(text),
                piece.folded(),
                lemma(piece, form),
                piece.pos(),
                form,
                piece.filler()));
      }
      boolean question = plain.substring(sentence.start(), sentence.end()).strip().endsWith("?");
      sentences.add(new Sentence(sentence, first, tokens.size(), question));
    }
    return new Tokenized(tokens, sentences);
  }

  /** Sentences never run across a line break, and a clock of dots is no sentence of its own. */
  private List<Span> sentenceSpans(String plain) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    while (start < plain.length()) {
      int end = plain.indexOf('\n', start);
      end = end < 0 ? plain.length() : end;
      String line = plain.substring(start, end);
      if (!line.isBlank()) {
        for (Span span : models.sentences(line)) {
          addCut(spans, plain, span.shift(start));
        }
      }
      start = end + 1;
    }
    return spans;
  }

  /** What runs on without a full stop beyond all speech is cut at a blank. */
  private static void addCut(List<Span> spans, String plain, Span sentence) {
    int start = sentence.start();
    while (sentence.end() - start > LONGEST_SENTENCE) {
      int blank = start + LONGEST_SENTENCE;
      while (blank < sentence.end() && !Character.isWhitespace(plain.charAt(blank))) {
        blank++;
      }
      if (blank == sentence.end()) {
        break;
      }
      spans.add(new Span(start, blank));
      start = blank + 1;
    }
    if (start < sentence.end()) {
      spans.add(new Span(start, sentence.end()));
    }
  }

  private List<RawToken> rawTokens(String plain, Span sentence) {
    List<RawToken> raw = new ArrayList<>();
    int at = sentence.start();
    while (at < sentence.end()) {
      if (Character.isWhitespace(plain.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      boolean letters = true;
      while (end < sentence.end() && !Character.isWhitespace(plain.charAt(end))) {
        letters &= Character.isLetter(plain.charAt(end));
        end++;
      }
      if (letters) {
        addRaw(raw, plain, new Span(at, end));
      } else {
        for (Span token : models.tokens(plain.substring(at, end))) {
          addRaw(raw, plain, token.shift(at));
        }
      }
      at = end;
    }
    return raw;
  }

  /** The model leaves dashes and dots glued to words now and then. */
  private static void addRaw(List<RawToken> raw, String plain, Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end - 1 && isGlue(plain.charAt(start)) && !isGlue(plain.charAt(end - 1))) {
      raw.add(raw(plain, new Span(start, start + 1)));
      start++;
    }
    int wordEnd = end;
    while (wordEnd > start + 1
        && isGlue(plain.charAt(wordEnd - 1))
        && Character.isLetterOrDigit(plain.charAt(start))
        && !(wordEnd - start < 5 && plain.charAt(wordEnd - 1) == '-')) {
      wordEnd--;
    }
    int stumble = stumble(plain, start, wordEnd);
    if (stumble > 0) {
      raw.add(raw(plain, new Span(start, stumble)));
      addRaw(raw, plain, new Span(stumble, end));
      return;
    }
    int split = middleDash(plain, start, wordEnd);
    if (split > 0) {
      raw.add(raw(plain, new Span(start, split)));
      int dashEnd = split;
      while (dashEnd < wordEnd && isDash(plain.charAt(dashEnd))) {
        dashEnd++;
      }
      raw.add(raw(plain, new Span(split, dashEnd)));
      raw.add(raw(plain, new Span(dashEnd, wordEnd)));
    } else {
      raw.add(raw(plain, new Span(start, wordEnd)));
    }
    if (wordEnd < end) {
      raw.add(raw(plain, new Span(wordEnd, end)));
    }
  }

  /** "I-I've", "st-stay": where the second try begins, or −1. The first keeps its hyphen. */
  private static int stumble(String plain, int start, int end) {
    int hyphen = plain.indexOf('-', start);
    if (hyphen <= start || hyphen >= end - 1) {
      return -1;
    }
    String first = Folding.word(plain.substring(start, hyphen));
    String second = Folding.word(plain.substring(hyphen + 1, end));
    boolean letters = first.codePoints().allMatch(Character::isLetter);
    return letters && second.startsWith(first) && !EnglishWords.DOUBLED.contains(first)
        ? hyphen + 1
        : -1;
  }

  /** Where "home—and" or "home...and" breaks, or −1. */
  private static int middleDash(String plain, int start, int end) {
    for (int i = start + 1; i < end - 1; i++) {
      char c = plain.charAt(i);
      boolean breaks =
          c == '\u2014'
              || c == '\u2013'
              || c == '\u2026'
              || (c == '-' && plain.charAt(i + 1) == '-')
              || (c == '.' && plain.charAt(i + 1) == '.');
      if (breaks && Character.isLetter(plain.charAt(i - 1))) {
        int after = i;
        while (after < end && isDash(plain.charAt(after))) {
          after++;
        }
        return after < end ? i : -1;
      }
    }
    return -1;
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '\u2014' || c == '\u2013' || c == '\u2026' || c == '.';
  }

  private static boolean isGlue(char c) {
    return isDash(c) || c == '"' || c == '*' || c == '(' || c == ')' || c == ',' || c == '!'
        || c == '?' || c == ';' || c == ':';
  }

  private static RawToken raw(String plain, Span span) {
    String surface = span.of(plain);
    boolean mark = surface.codePoints().noneMatch(Character::isLetterOrDigit);
    return new RawToken(span, Folding.word(surface), mark);
  }

  /** Tags the fluent words, then takes contractions apart. */
  private List<Piece> pieces(List<RawToken> raw) {
    BitSet filler = Disfluency.fillers(raw);
    String[] fluent =
        java.util.stream.IntStream.range(0, raw.size())
            .filter(i -> !filler.get(i))
            .mapToObj(i -> becauses(raw, i) ? "because" : forTagger(raw.get(i)))
            .toArray(String[]::new);
    String[] tags = fluent.length == 0 ? fluent : models.tags(fluent);
    List<Piece> pieces = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < raw.size(); i++) {
      RawToken token = raw.get(i);
      if (filler.get(i)) {
        pieces.add(
            new Piece(token.span(), token.folded(), token.mark() ? Pos.PUNCT : Pos.INTJ, true));
      } else {
        split(token, tags[next++], pieces);
      }
    }
    TagRepairs.mend(pieces);
    return pieces;
  }

  /** Whether a spoken "cause" means "because": "'cause right now", "cause he left". */
  private static boolean becauses(List<RawToken> raw, int at) {
    if (!raw.get(at).folded().equals("cause")) {
      return false;
    }
    String before = at == 0 ? "" : raw.get(at - 1).folded();
    if (at > 0 && raw.get(at - 1).mark() && (before.equals("'") || before.equals("’"))) {
      return true;
    }
    String after = at + 1 < raw.size() ? raw.get(at + 1).folded() : "";
    int cut = cut(after);
    String subject = cut > 0 ? after.substring(0, cut) : after;
    return !EnglishWords.DETERMINERS_OF_NOUNS.contains(before)
        && EnglishWords.SUBJECT_PRONOUNS.contains(subject)
        && !EnglishWords.OBJECT_TOO.contains(subject);
  }

  private static String forTagger(RawToken token) {
    String word = token.folded();
    String written = EnglishWords.SPOKEN_FOR.get(word);
    if (written != null) {
      return written;
    }
    if (word.equals("i")) {
      return "I";
    }
    if (word.startsWith("i'")) {
      return "I" + word.substring(1);
    }
    Integer first = EnglishWords.WITHOUT_APOSTROPHE.get(word);
    if (first != null && !word.equals("cannot")) {
      String whole =
          word.endsWith("nt")
              ? word.substring(0, word.length() - 1) + "'t"
              : word.substring(0, first) + "'" + word.substring(first);
      return whole.startsWith("i'") ? "I" + whole.substring(1) : whole;
    }
    return word.isEmpty() ? "?" : word;
  }

  private static void split(RawToken token, String tag, List<Piece> out) {
    String word = token.folded();
    String[] parts = tag.split("\\+", -1);
    int cut = cut(word);
    boolean sameLength = word.length() == token.span().length();
    if (cut <= 0 || !sameLength) {
      out.add(new Piece(token.span(), word, whole(word, parts[0], token.mark()), false));
      return;
    }
    int start = token.span().start();
    String tail = word.substring(cut);
    out.add(
        new Piece(
            new Span(start, start + cut),
            word.substring(0, cut),
            head(word.substring(0, cut), Pos.of(parts[0]), tail),
            false));
    Pos tailPos = tailPos(tail, parts);
    out.add(new Piece(new Span(start + cut, token.span().end()), tail, tailPos, false));
  }

  /** Sounds carry no grammar; marks are marks whatever the model says. */
  private static Pos whole(String word, String tag, boolean mark) {
    if (mark) {
      return Pos.PUNCT;
    }
    Pos pos = Pos.of(tag);
    if (EnglishWords.MODALS.contains(word)) {
      return word.equals("will") || word.equals("might") || word.equals("can") || word.equals("may")
          ? (pos == Pos.NOUN || pos == Pos.PROPN ? pos : Pos.AUX)
          : Pos.AUX;
    }
    if (word.equals("gonna") || word.equals("gotta")) {
      return Pos.AUX;
    }
    if (word.equals("i")) {
      return Pos.PRON;
    }
    return pos == Pos.PUNCT ? Pos.X : pos;
  }

  private static Pos head(String head, Pos tagged, String tail) {
    if (EnglishWords.SELF.contains(head) || EnglishWords.SUBJECT_PRONOUNS.contains(head)) {
      return Pos.PRON;
    }
    return tail.equals("n't") || tail.equals("nt") || tail.equals("not") ? Pos.AUX : tagged;
  }

  private static Pos tailPos(String tail, String[] parts) {
    return switch (tail) {
      case "n't", "nt", "not" -> Pos.PART;
      case "'s", "s" -> parts.length > 1 ? Pos.of(parts[parts.length - 1]) : Pos.AUX;
      default -> Pos.AUX;
    };
  }

  /** Where a contraction comes apart, or 0. */
  private static int cut(String word) {
    if (word.length() > 3 && word.endsWith("n't")) {
      return word.length() - 3;
    }
    int apostrophe = word.lastIndexOf('\'');
    if (apostrophe > 0) {
      String tail = word.substring(apostrophe);
      if (Set.of("'s", "'m", "'re", "'ve", "'ll", "'d").contains(tail)) {
        return apostrophe;
      }
    }
    return EnglishWords.WITHOUT_APOSTROPHE.getOrDefault(word, 0);
  }

  private static String lemma(Piece piece, Form form) {
    String word = piece.folded();
    if (form == Form.MODAL) {
      return switch (word) {
        case "ca" -> "can";
        case "wo", "'ll" -> "will";
        case "sha" -> "shall";
        case "'d" -> "would";
        default -> word;
      };
    }
    return switch (piece.pos()) {
      case PRON, DET, PUNCT, ADP, CCONJ, SCONJ, INTJ, NUM, PROPN, SYM -> word;
      case PART -> word.equals("n't") || word.equals("nt") ? "not" : word;
      case AUX, VERB -> verbLemma(word, form);
      case NOUN -> Morphology.lemmaStatic(word, word.endsWith("s") ? "NNS" : "NN", true);
      default -> word;
    };
  }

  private static String verbLemma(String word, Form form) {
    return switch (word) {
      case "'m", "'re", "am", "are", "is", "was", "were", "been", "being", "'s", "m", "re" -> "be";
      case "'ve", "ve", "'d" -> "have";
      case "gonna", "gotta", "wanna" -> word;
      case "felt" -> "feel";
      case "left" -> "leave";
      case "found" -> "find";
      case "lay" -> "lie";
      default -> Morphology.lemmaStatic(word, tag(form), true);
    };
  }

  private static String tag(Form form) {
    return switch (form) {
      case PAST -> "VBD";
      case PAST_PARTICIPLE -> "VBN";
      case GERUND -> "VBG";
      case PRESENT -> "VBZ";
      default -> "VB";
    };
  }

  private static Form form(List<Piece> pieces, int at) {
    Piece piece = pieces.get(at);
    if (piece.pos() != Pos.VERB && piece.pos() != Pos.AUX) {
      return Form.NONE;
    }
    String word = piece.folded();
    if (EnglishWords.MODALS.contains(word)
        || (word.equals("'d") && !participleFollows(pieces, at))
        || word.equals("gonna")
        || word.equals("gotta")) {
      return Form.MODAL;
    }
    if (isGerund(word)) {
      return Form.GERUND;
    }
    if (Set.of("am", "is", "are", "'m", "'re", "'s", "'ve", "has", "have", "do", "does", "m", "re")
        .contains(word)) {
      return word.equals("have") || word.equals("do") ? baseOrPresent(pieces, at) : Form.PRESENT;
    }
    if (word.equals("been") || word.equals("done") || word.equals("gone")) {
      return Form.PAST_PARTICIPLE;
    }
    if (Set.of("was", "were", "did", "had", "'d").contains(word)) {
      return word.equals("had") && followsPerfect(pieces, at) ? Form.PAST_PARTICIPLE : Form.PAST;
    }
    String base = Morphology.lemmaStatic(word, "VBD", true);
    if (base.equals(word)) {
      return baseOrPresent(pieces, at);
    }
    if (word.endsWith("s") && !word.endsWith("ss")) {
      return Form.PRESENT;
    }
    return followsPerfect(pieces, at) ? Form.PAST_PARTICIPLE : Form.PAST;
  }

  private static boolean isGerund(String word) {
    return (word.endsWith("ing") && word.length() > 4 && !EnglishWords.ROOTS_IN_ING.contains(word))
        || word.endsWith("in'");
  }

  /** "I'd been", "I'd never seen": had, not would. */
  private static boolean participleFollows(List<Piece> pieces, int at) {
    for (int i = at + 1; i < Math.min(pieces.size(), at + 4); i++) {
      Piece piece = pieces.get(i);
      if (piece.pos() == Pos.ADV || piece.pos() == Pos.PART || piece.filler()) {
        continue;
      }
      String word = piece.folded();
      return word.equals("been")
          || word.equals("better")
          || (piece.pos() == Pos.VERB
              && !Morphology.lemmaStatic(word, "VBN", true).equals(word)
              && !word.endsWith("ing"));
    }
    return false;
  }

  private static Form baseOrPresent(List<Piece> pieces, int at) {
    for (int i = at - 1; i >= 0 && i >= at - 4; i--) {
      Piece before = pieces.get(i);
      boolean notTo = before.pos() == Pos.PART && !before.folded().equals("to");
      if (before.filler() || before.pos() == Pos.ADV || notTo) {
        continue;
      }
      String word = before.folded();
      boolean infinitive =
          word.equals("to")
              || EnglishWords.MODALS.contains(word)
              || Set.of("do", "does", "did", "gonna", "gotta", "wanna", "'d", "let", "let's", "na")
                  .contains(word);
      return infinitive ? Form.BASE : Form.PRESENT;
    }
    return Form.BASE;
  }

  /** After "have", "be", "get" the past form is a participle. */
  private static boolean followsPerfect(List<Piece> pieces, int at) {
    for (int i = at - 1; i >= 0 && i >= at - 5; i--) {
      Piece before = pieces.get(i);
      if (before.filler()
          || before.pos() == Pos.ADV
          || before.pos() == Pos.PART
          || before.folded().equals("all")) {
        continue;
      }
      boolean auxiliary =
          Set.of(
                  "have", "has", "had", "'ve", "'d", "be", "am", "is", "are", "was", "were", "been",
                  "being", "'m", "'re", "'s", "get", "gets", "got", "getting", "gotten", "having",
                  "ve")
              .contains(before.folded());
      boolean invertedSubject =
          before.pos() == Pos.PRON && i > 0 && pieces.get(i - 1).pos() == Pos.AUX && i == at - 1;
      if (invertedSubject && !pieces.get(i - 1).folded().equals("did")) {
        continue;
      }
      return auxiliary;
    }
    return false;
  }
}
