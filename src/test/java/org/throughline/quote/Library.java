package org.throughline.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.throughline.coding.Attributes;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.language.Clause;
import org.throughline.language.Sentence;
import org.throughline.language.Token;
import org.throughline.language.Token.Form;
import org.throughline.language.Token.Pos;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Turn;

/**
 * Random sessions of few words, few codes and few clients, so that everything meets everything.
 *
 * @param sessions what goes into the index
 * @param texts the words of each session's turns
 */
record Library(List<IndexedSession> sessions, List<List<TurnSource.SourceTurn>> texts)
    implements TurnSource {

  static final List<String> WORDS = List.of("ab", "abc", "abcd", "abcde", "ba", "bac", "um");
  static final List<String> LEMMAS = List.of("ab", "abc", "ba");
  static final List<Pos> TAGS = List.of(Pos.NOUN, Pos.VERB, Pos.ADJ);
  static final List<Form> FORMS = List.of(Form.NONE, Form.PAST, Form.BASE);
  static final List<String> CODES = List.of("one.a", "one.b", "one.a.x", "two.a");
  static final List<String> CLIENTS = List.of("ann", "bea", "cid");

  static Library random(Random random, int size) {
    List<IndexedSession> sessions = new ArrayList<>();
    List<List<SourceTurn>> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      add(random, "s" + i, CLIENTS.get(random.nextInt(CLIENTS.size())), sessions, texts);
    }
    return new Library(sessions, texts);
  }

  static void add(
      Random random,
      String id,
      String client,
      List<IndexedSession> sessions,
      List<List<SourceTurn>> texts) {
    List<IndexedTurn> turns = new ArrayList<>();
    List<IndexedCoding> codings = new ArrayList<>();
    List<SourceTurn> text = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      turn(random, turns, codings, text);
    }
    sessions.add(
        new IndexedSession(
            id,
            client,
            1 + random.nextInt(4),
            LocalDate.of(2026, 1, 1).plusDays(random.nextInt(5)),
            turns,
            codings));
    texts.add(text);
  }

  private static void turn(
      Random random, List<IndexedTurn> turns, List<IndexedCoding> codings, List<SourceTurn> texts) {
    int index = turns.size();
    int length = random.nextInt(25) == 0 ? 55 + random.nextInt(25) : random.nextInt(14);
    List<Token> tokens = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int sentence = 0;
    for (int i = 0; i < length; i++) {
      Token token = token(random, i, text);
      tokens.add(token);
      if (random.nextInt(6) == 0 || i == length - 1) {
        Span span = tokens.get(sentence).span().cover(token.span());
        sentences.add(new Sentence(span, sentence, i + 1, false));
        sentence = i + 1;
      }
    }
    Role role = List.of(Role.values()).get(random.nextInt(4));
    Turn turn = new Turn(index, null, role, text.toString(), null, null);
    List<IndexedCoding> here = new ArrayList<>();
    for (int i = length == 0 ? 0 : random.nextInt(4); i > 0; i--) {
      here.add(coding(random, turn, tokens));
    }
    turns.add(new IndexedTurn(index, role, tokens, sentences, null));
    codings.addAll(here);
    texts.add(new SourceTurn(turn, here));
  }

  private static Token token(Random random, int index, StringBuilder text) {
    boolean mark = random.nextInt(8) == 0;
    String word = mark ? "," : WORDS.get(random.nextInt(WORDS.size()));
    if (random.nextInt(5) > 0) {
      text.append(' ');
    }
    Span span = new Span(text.length(), text.length() + word.length());
    text.append(word);
    return new Token(
        index,
        span,
        word,
        word,
        mark ? "," : LEMMAS.get(random.nextInt(LEMMAS.size())),
        mark ? Pos.PUNCT : TAGS.get(random.nextInt(TAGS.size())),
        mark ? Form.NONE : FORMS.get(random.nextInt(FORMS.size())),
        word.equals("um"));
  }

  private static IndexedCoding coding(Random random, Turn turn, List<Token> tokens) {
    int first = random.nextInt(tokens.size());
    int last = Math.min(tokens.size() - 1, first + random.nextInt(4));
    Span span = tokens.get(first).span().cover(tokens.get(last).span());
    Attributes plain = Attributes.PLAIN;
    Attributes attributes =
        new Attributes(
            plain.experiencer(),
            random.nextBoolean() ? Clause.Polarity.AFFIRMED : Clause.Polarity.NEGATED,
            plain.reality(),
            plain.time(),
            plain.source(),
            plain.certainty(),
            false);
    Coding coding =
        new Coding(
            CODES.get(random.nextInt(CODES.size())),
            turn.index(),
            span,
            span.of(turn.text()),
            attributes,
            new Evidence("cue", List.of(), ""),
            0.5,
            random.nextBoolean()
                ? new Rater.Human("h")
                : new Rater.Machine("e", "book " + random.nextInt(2), "0"));
    List<IndexedCoding.Status> all = List.of(IndexedCoding.Status.values());
    return new IndexedCoding("c", coding, all.get(random.nextInt(all.size())));
  }

  @Override
  public List<SourceTurn> turns(String session, int from, int to) {
    for (int i = 0; i < sessions.size(); i++) {
      if (sessions.get(i).id().equals(session)) {
        List<SourceTurn> turns = texts.get(i);
        return turns.subList(Math.min(from, turns.size()), Math.min(to, turns.size()));
      }
    }
    return List.of();
  }
}
