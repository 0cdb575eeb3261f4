package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.deidentify.CardIndex.Entry;
import org.throughline.deidentify.CardIndex.Phrase;
import org.throughline.transcript.Span;

/** Finds what is on the client's identity card, in whatever form it is said. */
final class CardMatcher implements Recogniser {

  private static final int LONGEST_JOIN = 24;
  private static final Set<String> PAUSES =
      Set.of("-", "\u2014", "\u2013", "\u2026", ".", ",", "uh", "um", "er", "'", "/");

  private final CardIndex card;
  private final Lexicon lexicon;

  CardMatcher(IdentityCard card, Lexicon lexicon) {
    this.card = new CardIndex(card, lexicon);
    this.lexicon = lexicon;
  }

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    strings(passage, found);
    for (int i = 0; i < passage.size(); i++) {
      phrases(passage, i, found);
      word(passage, i, found);
      joined(passage, i, found);
      begun(passage, i, found);
    }
    digits(passage, found);
    return found;
  }

  /** Whole lines as they stand on the card, wherever they begin and end. */
  private void strings(Passage passage, List<Finding> found) {
    String folded = Fold.word(passage.text());
    if (folded.length() != passage.text().length()) {
      return;
    }
    for (Map.Entry<String, Kind> line : card.strings().entrySet()) {
      String text = line.getKey();
      boolean ordinary = text.length() < 5 || lexicon.rate(text).isSafe();
      for (int at = folded.indexOf(text); at >= 0 && !ordinary; at = folded.indexOf(text, at + 1)) {
        found.add(sure(new Span(at, at + text.length()), line.getValue()));
      }
    }
  }

  private void phrases(Passage passage, int at, List<Finding> found) {
    for (Phrase phrase : card.phrases(CardIndex.canonical(passage.folded(at)))) {
      int end = at;
      int matched = 0;
      while (end < passage.size() && matched < phrase.words().size()) {
        String word = CardIndex.canonical(passage.folded(end));
        if (word.equals(phrase.words().get(matched))) {
          matched++;
        } else if (matched == 0
            || !(PAUSES.contains(word) || passage.word(end).sort() == Word.Sort.TAIL)) {
          break;
        }
        end++;
      }
      if (matched == phrase.words().size()) {
        found.add(sure(passage.span(at, end), phrase.kind()));
      }
    }
  }

  private void word(Passage passage, int at, List<Finding> found) {
    Word word = passage.word(at);
    if (!word.isLetters()) {
      return;
    }
    Entry entry = entry(word.folded());
    if (entry != null) {
      if (!entry.ordinary()) {
        found.add(sure(word.span(), entry.kind()));
      } else {
        ordinary(passage, at, entry, found);
      }
    } else if (word.folded().length() >= 5 && !lexicon.rate(word.folded()).isSafe()) {
      for (String stem : card.stems()) {
        if (Likeness.near(word.folded(), stem)) {
          found.add(
              sure(
                  word.span(),
                  card.words().getOrDefault(stem, new Entry(Kind.NAME, false)).kind()));
        }
      }
    }
  }

  /** The word itself, or with an "s" that shows a possessive or a family. */
  private @org.jspecify.annotations.Nullable Entry entry(String word) {
    Entry entry = card.words().get(word);
    if (entry != null || !word.endsWith("s") || word.length() < 4) {
      return entry;
    }
    Entry bare = card.words().get(word.substring(0, word.length() - 1));
    return bare != null && (!bare.ordinary() || !lexicon.rate(word).isSafe()) ? bare : null;
  }

  /** "Will" of the card in "I will": an ordinary word unless the place says otherwise. */
  private void ordinary(Passage passage, int at, Entry entry, List<Finding> found) {
    Word word = passage.word(at);
    String name = word.folded();
    boolean proper = passage.isProper(at);
    if (entry.kind() != Kind.NAME) {
      boolean led =
          Set.of("at", "for", "from", "to", "in", "near", "with", "called", "by", "of", "off", "on")
              .contains(passage.folded(at - 1));
      if (proper || led) {
        found.add(sure(word.span(), entry.kind()));
      } else if (!Ordinary.use(passage, at)) {
        found.add(Finding.unsure(word.span(), entry.kind(), Evidence.CARD));
      }
      return;
    }
    boolean use = Ordinary.use(passage, at);
    boolean small = lexicon.isShortName(name) || !lexicon.isSurnameHomograph(name);
    if (proper || (!use && !small)) {
      found.add(sure(word.span(), entry.kind()));
    } else if (small && !use) {
      boolean beside = passage.at(at - 1) instanceof Word before && entry(before.folded()) != null;
      boolean led =
          Set.of(
                      "with", "and", "to", "told", "from", "called", "asked", "saw", "met", "for",
                      "named", "dear", "hi", "hey")
                  .contains(passage.folded(at - 1))
              && !lexicon.isShortName(name);
      found.add(new Finding(word.span(), entry.kind(), Evidence.CARD, beside || led));
    } else if (!Set.of("will", "may", "can", "so", "do", "to", "my", "an", "go").contains(name)) {
      found.add(Finding.unsure(word.span(), entry.kind(), Evidence.CARD));
    }
  }

  /** "j o h n", "schnei der", "s w one one a a", "john dot smith": pieces that make up a line. */
  private void joined(Passage passage, int at, List<Finding> found) {
    if (passage.word(at).isMark()) {
      return;
    }
    StringBuilder pieces = new StringBuilder();
    boolean strange = false;
    int count = 0;
    boolean letters = true;
    for (int i = at; i < passage.size() && pieces.length() <= LONGEST_JOIN; i++) {
      Word word = passage.word(i);
      if (PAUSES.contains(word.folded())
          || Set.of("dot", "underscore", "dash", "@", "_", "hyphen").contains(word.folded())) {
        continue;
      }
      if (word.isMark()) {
        break;
      }
      boolean doubled = NumberWords.isRepeat(word.folded()) && i + 1 < passage.size();
      if (doubled) {
        Word next = passage.word(++i);
        pieces.append(CardIndex.canonical(next.folded()).repeat(NumberWords.times(word.folded())));
      } else {
        pieces.append(CardIndex.canonical(word.folded()));
      }
      count++;
      letters &= word.end() - word.start() == 1 || doubled;
      strange |=
          letters
              || !lexicon.rate(word.folded()).isSafe()
              || NumberWords.digits(word.folded()).isPresent();
      Kind kind = count > 1 ? card.joined().get(pieces.toString()) : null;
      if (kind != null && (strange || pieces.length() >= 7)) {
        found.add(sure(passage.span(at, i + 1), kind));
      }
    }
  }

  /** "Jen— Jenny", "sch- schneider": a name begun and begun again. */
  private void begun(Passage passage, int at, List<Finding> found) {
    Word word = passage.word(at);
    String dash = passage.folded(at + 1);
    boolean broken =
        dash.equals("-")
            || dash.equals("\u2014")
            || dash.equals("\u2013")
            || dash.equals("\u2026")
            || dash.equals(".");
    if (!broken || !word.isLetters()) {
      return;
    }
    for (int i = at + 2; i < Math.min(passage.size(), at + 7); i++) {
      String next = passage.folded(i);
      Entry entry = entry(next);
      if (entry != null
          && next.startsWith(word.folded())
          && (!entry.ordinary() || word.capital())) {
        found.add(sure(word.span(), entry.kind()));
      }
    }
    boolean alone = card.stems().stream().anyMatch(stem -> stem.startsWith(word.folded()));
    if (alone && word.folded().length() >= 3 && !lexicon.rate(word.folded()).isSafe()) {
      found.add(sure(word.span(), Kind.NAME));
    }
  }

  /** Telephones and numbers, whole or in a part of four digits and more. */
  private void digits(Passage passage, List<Finding> found) {
    for (Numbers.Run run : Numbers.runs(passage)) {
      for (Map.Entry<String, Kind> line : card.digits().entrySet()) {
        boolean part = run.digits().length() >= 4 && line.getKey().contains(run.digits());
        boolean whole = run.digits().contains(line.getKey());
        if (part || whole) {
          found.add(sure(passage.span(run.first(), run.end()), line.getValue()));
        }
      }
    }
  }

  private static Finding sure(Span span, Kind kind) {
    return Finding.sure(span, kind, Evidence.CARD);
  }
}
