package org.throughline.quote;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.throughline.coding.Attributes;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.coding.TurnFacts;
import org.throughline.coding.TurnWords;
import org.throughline.language.Sentence;
import org.throughline.language.Token;
import org.throughline.language.Token.Form;
import org.throughline.language.Token.Pos;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/**
 * Invented sessions of any number, the same for the same seed: 80 turns of 18 words on average,
 * 30,000 words after Zipf's law, three forms to a lemma, ten sessions to a client, a coding on
 * every fourth turn. Session {@code n} is made from its number alone, so that a million turns need
 * no memory.
 */
public final class Corpus {

  public static final int TURNS = 80;
  public static final int SESSIONS_PER_CLIENT = 10;
  private static final int VOCABULARY = 30_000;
  private static final List<Pos> TAGS =
      List.of(
          Pos.PRON, Pos.VERB, Pos.DET, Pos.NOUN, Pos.ADP, Pos.ADV, Pos.AUX, Pos.ADJ, Pos.NOUN,
          Pos.VERB, Pos.NOUN, Pos.ADJ);
  private static final Rater MACHINE = new Rater.Machine("0.1", "bench 1.0.0", "00");

  private final long seed;
  private final String[] words = new String[VOCABULARY];
  private final double[] cumulated = new double[VOCABULARY];
  private final List<String> codes = new ArrayList<>();

  public Corpus(long seed) {
    this.seed = seed;
    Random random = new Random(seed);
    double sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      words[i] = word(random, i);
      sum += 1.0 / (i + 2.7);
      cumulated[i] = sum;
    }
    for (int i = 0; i < 40; i++) {
      codes.add((i < 23 ? "emotion." : i < 30 ? "agency." : "self.") + "c" + i);
    }
  }

  /** Short words are common ones. The number keeps them apart. */
  private static String word(Random random, int rank) {
    StringBuilder word = new StringBuilder();
    int letters = rank < 30 ? 1 : rank < 300 ? 2 : 4;
    for (int i = 0; i < letters; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word + Integer.toString(rank, 36);
  }

  public String wordAt(int rank) {
    return words[rank];
  }

  String lemmaAt(int rank) {
    return words[rank - rank % 3];
  }

  public String codeAt(int i) {
    return codes.get(i % codes.size());
  }

  public int draw(Random random) {
    double at = random.nextDouble() * cumulated[VOCABULARY - 1];
    int found = java.util.Arrays.binarySearch(cumulated, at);
    return Math.min(VOCABULARY - 1, found < 0 ? -found - 1 : found);
  }

  static String client(int session) {
    return "client-" + session / SESSIONS_PER_CLIENT;
  }

  IndexedSession session(int number) {
    Random random = new Random(seed * 31 + number);
    List<IndexedTurn> turns = new ArrayList<>();
    List<IndexedCoding> codings = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      turn(i, random, turns, codings);
    }
    return new IndexedSession(
        "session-" + number,
        client(number),
        1 + number % SESSIONS_PER_CLIENT,
        LocalDate.of(2024, 1, 1).plusDays(new Random(number).nextInt(900)),
        turns,
        codings);
  }

  /** The session as it would have been coded at its upload. */
  public CodedTranscript coded(int number) {
    IndexedSession session = session(number);
    List<Turn> turns = new ArrayList<>();
    List<TurnFacts> facts = new ArrayList<>();
    List<TurnWords> read = new ArrayList<>();
    for (IndexedTurn turn : session.turns()) {
      turns.add(
          new Turn(turn.index(), null, turn.role(), text(turn.tokens()), turn.startMs(), null));
      facts.add(new TurnFacts(turn.index(), turn.role(), turn.tokens().size(), 1, 0, 0));
      read.add(new TurnWords(turn.index(), turn.tokens(), turn.sentences()));
    }
    List<Coding> made = session.codings().stream().map(IndexedCoding::coding).toList();
    return new CodedTranscript(new Transcript(turns), facts, made, read);
  }

  private void turn(
      int index, Random random, List<IndexedTurn> turns, List<IndexedCoding> codings) {
    int length = 1 + (int) (17 * Math.exp(random.nextGaussian() * 0.6 - 0.18) + 0.5);
    List<Token> tokens = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    int at = 0;
    int sentence = 0;
    for (int i = 0; i < length; i++) {
      int rank = draw(random);
      String word = words[rank];
      Pos pos = TAGS.get(rank % TAGS.size());
      Form form = pos == Pos.VERB ? (rank % 2 == 0 ? Form.PAST : Form.PRESENT) : Form.NONE;
      Span span = new Span(at, at + word.length());
      tokens.add(new Token(i, span, word, word, lemmaAt(rank), pos, form, false));
      at = span.end() + 1;
      if (i % 9 == 8 || i == length - 1) {
        sentences.add(
            new Sentence(tokens.get(sentence).span().cover(span), sentence, i + 1, false));
        sentence = i + 1;
      }
    }
    Role role = index % 2 == 0 ? Role.THERAPIST : Role.CLIENT;
    turns.add(new IndexedTurn(index, role, tokens, sentences, index * 20_000L));
    if (random.nextInt(4) == 0) {
      codings.add(coding(index, random, tokens));
    }
  }

  private IndexedCoding coding(int turn, Random random, List<Token> tokens) {
    int first = random.nextInt(tokens.size());
    int last = Math.min(tokens.size() - 1, first + random.nextInt(4));
    Span span = tokens.get(first).span().cover(tokens.get(last).span());
    return new IndexedCoding(
        "c",
        new Coding(
            codes.get(Math.min(random.nextInt(40), random.nextInt(40))),
            turn,
            span,
            text(tokens).substring(span.start(), span.end()),
            Attributes.PLAIN,
            new Evidence("bench", List.of(), ""),
            0.5,
            MACHINE),
        random.nextInt(5) == 0 ? IndexedCoding.Status.CONFIRMED : IndexedCoding.Status.SUGGESTED);
  }

  static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      text.append(text.isEmpty() ? "" : " ").append(token.surface());
    }
    return text.toString();
  }

  /** The texts of sessions, kept as bytes. */
  static final class Texts implements TurnSource {
    private final byte[][] bytes;
    private final short[][] lengths;
    private long size;

    Texts(int sessions) {
      bytes = new byte[sessions][];
      lengths = new short[sessions][];
    }

    void keep(int number, IndexedSession session) {
      StringBuilder all = new StringBuilder();
      short[] each = new short[session.turns().size()];
      for (IndexedTurn turn : session.turns()) {
        String text = text(turn.tokens());
        each[turn.index()] = (short) text.length();
        all.append(text);
      }
      bytes[number] = all.toString().getBytes(StandardCharsets.US_ASCII);
      lengths[number] = each;
      size += bytes[number].length + each.length;
    }

    /** Bytes of text, a line end to each turn. */
    long size() {
      return size;
    }

    @Override
    public List<SourceTurn> turns(String session, int from, int to) {
      int number = Integer.parseInt(session.substring("session-".length()));
      List<SourceTurn> turns = new ArrayList<>();
      int at = 0;
      for (int i = 0; i < Math.min(to, lengths[number].length); i++) {
        if (i >= from) {
          String text =
              new String(bytes[number], at, lengths[number][i], StandardCharsets.US_ASCII);
          turns.add(new SourceTurn(new Turn(i, null, Role.CLIENT, text, null, null), List.of()));
        }
        at += lengths[number][i];
      }
      return turns;
    }
  }
}
