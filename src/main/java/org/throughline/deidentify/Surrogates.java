package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What stands in the place of identifiers within one client's texts: the same for the same person,
 * another for another, never with the first letter of the original, never a name of the client's.
 */
final class Surrogates {

  private static final Set<String> TITLES = FrameLists.group("title");

  private final ClientKey key;
  private final Lexicon lexicon;
  private final Map<String, String> given = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final SurrogateDates dates;

  /**
   * @param known every folded word that must not be given out
   * @param before what {@link #given} said the last time; it stays so, unless somebody of the
   *     client's turns out to be called like a surrogate
   */
  Surrogates(ClientKey key, Lexicon lexicon, Set<String> known, Map<String, String> before) {
    this.key = key;
    this.lexicon = lexicon;
    this.taken.addAll(known);
    before.forEach(
        (what, surrogate) -> {
          if (taken.add(Fold.word(surrogate))) {
            given.put(what, surrogate);
          }
        });
    this.dates = new SurrogateDates(key.shift());
  }

  /** What stands for what so far: as secret as what it stands for. */
  Map<String, String> given() {
    return Map.copyOf(given);
  }

  String of(Kind kind, String surface) {
    return switch (kind) {
      case NAME, UNKNOWN -> name(surface);
      case PLACE -> listed("place", "place", surface, surface);
      case ORGANISATION -> listed("organisation", "organisation", surface, surface);
      case ADDRESS -> street(surface);
      case POSTCODE -> "00000";
      case PHONE -> "555-01" + "%02d".formatted(key.pick("phone|" + digits(surface), 100));
      case EMAIL -> "person" + key.pick("mail|" + Fold.word(surface), 9000) + "@example.org";
      case URL -> "www.example.org";
      case HANDLE -> "@person" + key.pick("handle|" + Fold.word(surface), 9000);
      case IP -> "192.0.2." + key.pick("ip|" + surface, 255);
      case CARD, ACCOUNT, SSN, PASSPORT, ID -> "[number]";
      case DATE -> dates.of(surface);
      case AGE -> "90 or older";
      case NATIONALITY -> "[nationality]";
    };
  }

  private static String digits(String surface) {
    return surface.replaceAll("\\D", "");
  }

  private String street(String surface) {
    String canonical = Fold.word(surface);
    int number = 1 + key.pick("house|" + canonical, 98);
    return number + " " + listed("street", "street", canonical, surface) + " Road";
  }

  /** Word by word, so that "Maria" and "Maria Lopez" stay one person. */
  private String name(String surface) {
    List<String> out = new ArrayList<>();
    boolean surname = false;
    boolean spelled =
        surface.length() > 2
            && surface.strip().split("[\\s.,-]+", -1).length > 2
            && List.of(surface.strip().split("[\\s.,-]+", -1)).stream()
                .allMatch(part -> part.length() <= 1);
    if (spelled) {
      return person(Fold.word(surface).replaceAll("[^\\pL]", ""), surface, false);
    }
    for (String part : surface.strip().split("[\\s-]+", -1)) {
      String word = Fold.word(part).replaceAll("[^\\pL\\pN']", "");
      if (word.isEmpty()) {
        continue;
      }
      if (TITLES.contains(word) && out.isEmpty() && surface.contains(" ")) {
        out.add(part);
      } else if (word.length() == 1) {
        out.add(person(word, part, surname).substring(0, 1).toUpperCase(Locale.ROOT) + ".");
        surname = true;
      } else {
        out.add(person(word, part, surname));
        surname = true;
      }
    }
    return out.isEmpty() ? "[name]" : String.join(" ", out);
  }

  private String person(String word, String surface, boolean surname) {
    String sex = lexicon.sex(word).orElse("u");
    boolean last =
        surname
            || (sex.equals("u")
                && lexicon.isSurnameHomograph(word)
                && !lexicon.isPersonHomograph(word));
    String full = last ? word : Diminutives.full(word);
    return listed(last ? "surname" : lexicon.sex(full).orElse(sex), "name", full, surface);
  }

  /** One of the list, the same each time it is asked for; written small if the original was. */
  private String listed(String section, String type, String what, String surface) {
    String canonical = Fold.word(what).strip();
    String chosen = given.get(type + "|" + canonical);
    if (chosen == null) {
      chosen = choose(section, type, canonical);
      given.put(type + "|" + canonical, chosen);
    }
    boolean small = surface.equals(surface.toLowerCase(Locale.ROOT));
    return small ? chosen.toLowerCase(Locale.ROOT) : capital(chosen);
  }

  private String choose(String section, String type, String canonical) {
    List<String> list = SurrogateLists.of(section);
    int first = key.pick(type + "|" + canonical, list.size());
    for (int i = 0; i < list.size(); i++) {
      String candidate = list.get((first + i) % list.size());
      boolean initial =
          !canonical.isEmpty() && Fold.word(candidate).charAt(0) == canonical.charAt(0);
      if (!initial && taken.add(Fold.word(candidate))) {
        return candidate;
      }
    }
    String numbered;
    int number = 2;
    do {
      numbered = list.get(first) + " " + number++;
    } while (!taken.add(Fold.word(numbered)));
    return numbered;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
