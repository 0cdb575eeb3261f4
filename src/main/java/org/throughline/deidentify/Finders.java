package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.throughline.language.NameFinder;
import org.throughline.language.NameFinder.FoundName;
import org.throughline.language.NameFinder.NameType;
import org.throughline.transcript.Span;

/**
 * The statistical models' opinion, each united with the others. Sentences in which every word is
 * safe and no name are passed over: that is most of talk, and what makes it fast.
 */
final class Finders implements Recogniser {

  private static final double LIKELY = 0.5;
  private static final double POSSIBLE = 0.3;

  private final Lexicon lexicon;
  private final NameFinder news;
  private final NameFinder talk;

  Finders(Lexicon lexicon, NameFinder news, NameFinder talk) {
    this.lexicon = lexicon;
    this.news = news;
    this.talk = talk;
  }

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (Span sentence : passage.sentences()) {
      boolean proper = false;
      boolean both = false;
      for (int i = sentence.start(); i < sentence.end(); i++) {
        Word word = passage.word(i);
        if (word.isLetters()) {
          proper |= passage.isProper(i) && !lexicon.isHarmlessCapital(word.folded());
          both |= lexicon.rate(word.folded()) == Rating.HOMOGRAPH;
        }
      }
      if (both) {
        talk(passage, sentence, found);
      }
      if (proper) {
        news(passage, sentence, found);
      }
    }
    return found;
  }

  /** Small or not, by the words around. */
  private void talk(Passage passage, Span sentence, List<Finding> found) {
    List<Word> words = passage.words().subList(sentence.start(), sentence.end());
    for (FoundName name : talk.find(Shapes.of(words, lexicon))) {
      int first = sentence.start() + name.first();
      int end = sentence.start() + name.end();
      boolean person = name.type() == NameType.PERSON;
      for (int i = first; i < end; i++) {
        String word = passage.folded(i);
        boolean candidate =
            person
                ? lexicon.isPersonHomograph(word) || (i > first && lexicon.isSurnameHomograph(word))
                : lexicon.isPlaceHomograph(word);
        if (!candidate || name.probability() < POSSIBLE) {
          continue;
        }
        boolean sure = name.probability() >= LIKELY && !Ordinary.use(passage, i);
        found.add(
            new Finding(
                passage.word(i).span(), person ? Kind.NAME : Kind.PLACE, Evidence.FINDER, sure));
      }
    }
  }

  /** With capitals: as written, or given to the words that no list calls safe. */
  private void news(Passage passage, Span sentence, List<Finding> found) {
    List<String> words = new ArrayList<>();
    for (int i = sentence.start(); i < sentence.end(); i++) {
      Word word = passage.word(i);
      String surface = passage.surface(word);
      boolean name = word.isLetters() && !lexicon.rate(word.folded()).isSafe();
      words.add(name ? capital(surface) : surface);
    }
    for (FoundName name : news.find(words)) {
      for (int i = sentence.start() + name.first(); i < sentence.start() + name.end(); i++) {
        Word word = passage.word(i);
        boolean plain = !passage.isCapitalised(i) && lexicon.rate(word.folded()) == Rating.SAFE;
        if (!word.isMark()
            && !Frames.isFunction(word.folded())
            && word.sort() != Word.Sort.TAIL
            && !plain
            && !isOpening(passage, i)) {
          found.add(Finding.sure(word.span(), kind(name.type()), Evidence.FINDER));
        }
      }
    }
  }

  /** A safe word at the beginning of a sentence has its capital from there. */
  private boolean isOpening(Passage passage, int at) {
    Word word = passage.word(at);
    return lexicon.isHarmlessCapital(word.folded())
        || (word.opens()
            && lexicon.rate(word.folded()) == Rating.SAFE
            && !passage.isProper(Math.min(at + 1, passage.size() - 1)));
  }

  private static Kind kind(NameType type) {
    return switch (type) {
      case PERSON -> Kind.NAME;
      case PLACE -> Kind.PLACE;
      case ORGANISATION -> Kind.ORGANISATION;
    };
  }

  /** A small "seattle" or a shouted "SEATTLE" as the model knows it. */
  private static String capital(String surface) {
    if (!surface.equals(surface.toLowerCase(Locale.ROOT))
        && !surface.equals(surface.toUpperCase(Locale.ROOT))) {
      return surface;
    }
    int first = surface.offsetByCodePoints(0, 1);
    return surface.substring(0, first).toUpperCase(Locale.ROOT)
        + surface.substring(first).toLowerCase(Locale.ROOT);
  }
}
