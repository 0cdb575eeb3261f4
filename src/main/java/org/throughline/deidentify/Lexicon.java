package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which words are safe, which are names and which are both. Words are asked for folded ({@link
 * Fold#word}).
 */
final class Lexicon {

  private static final Lexicon SHIPPED = read();
  private static final List<String> SUFFIXES =
      List.of("s", "es", "ish", "ness", "y", "ly", "ing", "ed", "er", "ers", "like", "wise", "in");
  private static final List<String> PREFIXES =
      List.of(
          "un", "re", "non", "over", "under", "pre", "super", "anti", "self", "co", "out", "mis");

  private final Set<String> safe;
  private final Map<String, String> given;
  private final Set<String> people;
  private final Set<String> places;
  private final Map<String, List<List<String>>> longPlaces;
  private final Map<String, List<List<String>>> longOrganisations = new HashMap<>();
  private final Map<String, Set<String>> homographs;
  private final Set<String> capitals;

  private Lexicon(
      Set<String> safe,
      Map<String, String> given,
      Set<String> people,
      Set<String> places,
      Map<String, Set<String>> homographs,
      Set<String> capitals) {
    this.safe = safe;
    this.given = given;
    this.people = people;
    this.places = new HashSet<>();
    this.longPlaces = new HashMap<>();
    this.homographs = homographs;
    this.capitals = capitals;
    for (String name : phrases("long-organisation")) {
      List<String> words = List.of(name.split(" ", -1));
      longOrganisations.computeIfAbsent(words.getFirst(), unused -> new ArrayList<>()).add(words);
    }
    for (String place : places) {
      List<String> words = List.of(place.split(" ", -1));
      if (words.size() == 1) {
        this.places.add(place);
      } else {
        longPlaces.computeIfAbsent(words.getFirst(), unused -> new ArrayList<>()).add(words);
      }
    }
  }

  /** The lists that lie on the class path, read once. */
  static Lexicon shipped() {
    return SHIPPED;
  }

  private static Lexicon read() {
    Map<String, Set<String>> everyday = WordLists.sections("safe-words.txt");
    Set<String> safe = WordLists.lines("vocabulary.txt");
    everyday.values().forEach(safe::addAll);
    return new Lexicon(
        safe,
        WordLists.pairs("given-names.txt"),
        WordLists.lines("names.txt"),
        places(),
        WordLists.sections("homographs.txt"),
        everyday.getOrDefault("capitals", Set.of()));
  }

  private static Set<String> places() {
    Set<String> places = WordLists.lines("places.txt");
    places.addAll(phrases("long-place"));
    return places;
  }

  private static Set<String> phrases(String section) {
    Set<String> phrases = new HashSet<>();
    WordLists.sections("homographs.txt")
        .getOrDefault(section, Set.of())
        .forEach(phrase -> phrases.add(phrase.replace('_', ' ')));
    return phrases;
  }

  Rating rate(String word) {
    if (in("firmly-person", word)) {
      return Rating.NAME;
    }
    if (safe.contains(word)) {
      return isHomograph(word) ? Rating.HOMOGRAPH : Rating.SAFE;
    }
    if (given.containsKey(word) || in("person", word)) {
      return Rating.NAME;
    }
    if (places.contains(word)) {
      return Rating.PLACE;
    }
    if (people.contains(word)) {
      return Rating.NAME;
    }
    if (word.endsWith("s") && word.length() > 3) {
      Rating bare = rateBare(word.substring(0, word.length() - 1));
      if (bare == Rating.NAME || bare == Rating.PLACE) {
        return bare;
      }
    }
    return isFormed(word) ? Rating.SAFE : Rating.UNKNOWN;
  }

  private Rating rateBare(String word) {
    if (in("firmly-person", word) || (given.containsKey(word) && !safe.contains(word))) {
      return Rating.NAME;
    }
    return places.contains(word) && !safe.contains(word) ? Rating.PLACE : Rating.UNKNOWN;
  }

  /** "soooo", "overthinky", "unfollowed": formed from a safe word in an everyday manner. */
  private boolean isFormed(String word) {
    if (word.length() > 2 && isStretched(word)) {
      return true;
    }
    for (String prefix : PREFIXES) {
      if (word.startsWith(prefix) && isStem(word.substring(prefix.length()), 4)) {
        return true;
      }
    }
    for (String suffix : SUFFIXES) {
      if (word.endsWith(suffix)) {
        String stem = word.substring(0, word.length() - suffix.length());
        if (isStem(stem, 4) || (suffix.length() > 1 && isStem(stem + "e", 5))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isStem(String stem, int least) {
    return stem.length() >= least && safe.contains(stem) && !isHomograph(stem);
  }

  private boolean isStretched(String word) {
    StringBuilder one = new StringBuilder();
    StringBuilder two = new StringBuilder();
    boolean stretched = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int run = one.length() > 0 && one.charAt(one.length() - 1) == c ? 2 : 1;
      if (run == 1) {
        one.append(c);
        two.append(c);
      } else if (i > 1 && word.charAt(i - 2) == c) {
        stretched = true;
      } else {
        two.append(c);
      }
    }
    return stretched && (safe.contains(one.toString()) || safe.contains(two.toString()));
  }

  boolean isWord(String word) {
    return safe.contains(word);
  }

  boolean isHomograph(String word) {
    return in("person", word)
        || in("surname", word)
        || in("place", word)
        || in("organisation", word);
  }

  /** A homograph that may be somebody's given name. */
  boolean isPersonHomograph(String word) {
    return in("person", word);
  }

  boolean isSurnameHomograph(String word) {
    return in("surname", word) || in("person", word);
  }

  boolean isPlaceHomograph(String word) {
    return in("place", word);
  }

  boolean isOrganisationHomograph(String word) {
    return in("organisation", word);
  }

  boolean isShortName(String word) {
    return in("short-name", word);
  }

  /** Written with a capital, and yet nobody's name. */
  boolean isHarmlessCapital(String word) {
    return capitals.contains(word);
  }

  boolean isName(String word) {
    return given.containsKey(word) || people.contains(word) || in("firmly-person", word);
  }

  boolean isPlace(String word) {
    return places.contains(word);
  }

  /** The names of several words that begin with this one. */
  List<List<String>> longPlaces(String first) {
    return longPlaces.getOrDefault(first, List.of());
  }

  /** Likewise for shops and employers. */
  List<List<String>> longOrganisations(String first) {
    return longOrganisations.getOrDefault(first, List.of());
  }

  /** "m" or "f"; empty for a name that is not listed. */
  Optional<String> sex(String name) {
    return Optional.ofNullable(given.get(name));
  }

  private boolean in(String section, String word) {
    return homographs.getOrDefault(section, Set.of()).contains(word);
  }
}
