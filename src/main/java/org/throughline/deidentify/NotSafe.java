package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.deidentify.Word.Sort;

/**
 * Default deny: a word that no list calls safe is masked, whatever it may be. It is this, more than
 * any model, that finds the names nobody has listed.
 */
final class NotSafe implements Recogniser {

  private static final int LONGEST_STUMP = 6;
  private final Lexicon lexicon;

  NotSafe(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < passage.size(); i++) {
      Word word = passage.word(i);
      if (word.sort() != Sort.LETTERS) {
        continue;
      }
      phrases(passage, i, lexicon.longPlaces(word.folded()), Kind.PLACE, found);
      phrases(passage, i, lexicon.longOrganisations(word.folded()), Kind.ORGANISATION, found);
      Rating rating = lexicon.rate(word.folded());
      switch (rating) {
        case SAFE -> capital(passage, i, false, found);
        case HOMOGRAPH -> capital(passage, i, true, found);
        case NAME, PLACE, UNKNOWN -> unlisted(passage, i, rating, found);
      }
    }
    return found;
  }

  private void unlisted(Passage passage, int at, Rating rating, List<Finding> found) {
    Word word = passage.word(at);
    int length = word.end() - word.start();
    if (length == 1 && rating != Rating.NAME) {
      return;
    }
    if (isStump(passage, at)) {
      return;
    }
    Kind kind =
        rating == Rating.PLACE ? Kind.PLACE : rating == Rating.NAME ? Kind.NAME : Kind.UNKNOWN;
    Evidence evidence = rating == Rating.UNKNOWN ? Evidence.NOT_SAFE : Evidence.LEXICON;
    found.add(Finding.sure(word.span(), kind, evidence));
  }

  /** "th-", "understa--": a word begun; safe if it goes on as a safe one, or could have. */
  private boolean isStump(Passage passage, int at) {
    Word word = passage.word(at);
    if (!isDash(passage.folded(at + 1)) || word.capital()) {
      return false;
    }
    String begun = word.folded();
    for (int i = at + 1; i < Math.min(passage.size(), at + 6); i++) {
      Word next = passage.word(i);
      if (next.isLetters()
          && next.folded().startsWith(begun)
          && next.folded().length() > begun.length()) {
        return lexicon.rate(next.folded()) == Rating.SAFE;
      }
    }
    return begun.length() <= LONGEST_STUMP
        && lexicon.rate(begun) == Rating.UNKNOWN
        && begun.length() <= 2;
  }

  private static boolean isDash(String mark) {
    return mark.equals("-")
        || mark.equals("\u2014")
        || mark.equals("\u2013")
        || mark.equals("\u2026");
  }

  /** An ordinary word with a capital in the middle of a sentence is somebody or something. */
  private void capital(Passage passage, int at, boolean homograph, List<Finding> found) {
    Word word = passage.word(at);
    if (!passage.isProper(at) || lexicon.isHarmlessCapital(word.folded())) {
      return;
    }
    if ((Dates.MONTHS.containsKey(word.folded()) && !homograph)
        || Frames.isFunction(word.folded())) {
      return;
    }
    Kind kind = lexicon.isPersonHomograph(word.folded()) ? Kind.NAME : Kind.UNKNOWN;
    boolean acronym = word.end() - word.start() > 1 && isUpper(passage.surface(word));
    boolean shouted = acronym && !homograph;
    found.add(new Finding(word.span(), kind, Evidence.NOT_SAFE, homograph && !acronym && !shouted));
  }

  private static boolean isUpper(String surface) {
    return surface.equals(surface.toUpperCase(java.util.Locale.ROOT));
  }

  /** "new york", "st albans", "home depot". */
  private static void phrases(
      Passage passage, int at, List<List<String>> names, Kind kind, List<Finding> found) {
    for (List<String> name : names) {
      int end = at;
      int matched = 0;
      while (matched < name.size() && end < passage.size()) {
        String word = passage.folded(end);
        boolean tail = passage.word(end).sort() == Sort.TAIL;
        String expected = name.get(matched);
        if (word.equals(expected) || (word + "'s").equals(expected)) {
          matched++;
        } else if (matched == 0 || !(tail || Set.of("-", ".").contains(word))) {
          break;
        }
        end++;
      }
      if (matched == name.size()) {
        found.add(Finding.sure(passage.span(at, end), kind, Evidence.LEXICON));
      }
    }
  }
}
