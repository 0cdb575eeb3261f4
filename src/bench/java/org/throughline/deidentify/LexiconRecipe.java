package org.throughline.deidentify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * How the large word lists of this package were made; run again it writes the same files.
 *
 * <p>Arguments: the folder of SCOWL's lists (Debian package scowl, /usr/share/dict/scowl) and the
 * folder to write to. Names and places come from the gazetteers inside CoreNLP's model jar on the
 * class path.
 */
public final class LexiconRecipe {

  private static final String MODELS = "/edu/stanford/nlp/models/";
  private static final List<String> SPELLINGS =
      List.of("english", "american", "british", "british_z", "canadian", "australian");
  private static final List<Integer> SIZES = List.of(10, 20, 35, 40, 50, 55, 60);

  private LexiconRecipe() {}

  public static void main(String[] args) throws IOException {
    Path scowl = Path.of(args[0]);
    Path out = Path.of(args[1]);
    Map<String, Integer> vocabulary = vocabulary(scowl);
    Map<String, String> given = given();
    Set<String> registered = registered();
    write(
        out.resolve("vocabulary.txt"),
        """
        Ordinary English words, made from SCOWL (Kevin Atkinson), lower case, sizes 10 to 60.
        # The sizes of 40 and more leave out words that are also given names, those of 50 and more
        # words that were ever given as one.""",
        vocabulary.entrySet().stream()
            .filter(word -> word.getValue() <= 35 || !given.containsKey(word.getKey()))
            .filter(word -> word.getValue() <= 40 || !registered.contains(word.getKey()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList());
    write(
        out.resolve("given-names.txt"),
        "Given names with m or f, from namegender.combine.txt in CoreNLP's models.",
        given.entrySet().stream().map(name -> name.getKey() + " " + name.getValue()).toList());
    write(
        out.resolve("names.txt"),
        "Further names of people, from regexner.patterns in CoreNLP's models.",
        people(registered, vocabulary, given));
    write(
        out.resolve("places.txt"),
        "Cities, states and countries, from regexner_caseless.tab in CoreNLP's models.",
        places(vocabulary));
  }

  private static Map<String, Integer> vocabulary(Path scowl) throws IOException {
    Map<String, Integer> words = new TreeMap<>();
    for (int size : SIZES) {
      for (String spelling : SPELLINGS) {
        for (String category : List.of("words", "contractions")) {
          for (String word : list(scowl, spelling + "-" + category + "." + size)) {
            boolean name = !word.equals(word.toLowerCase(Locale.ROOT));
            if (!name && !word.endsWith("'s")) {
              words.putIfAbsent(Fold.word(word), size);
            }
          }
        }
      }
    }
    return words;
  }

  private static Map<String, String> given() throws IOException {
    Map<String, String> names = new TreeMap<>();
    each(
        "dcoref/namegender.combine.txt",
        line -> {
          String[] cells = line.split("\t", -1);
          if (cells.length > 1 && cells[0].chars().allMatch(Character::isLetter)) {
            names.put(Fold.word(cells[0]), cells[1].startsWith("F") ? "f" : "m");
          }
        });
    return names;
  }

  private static Set<String> registered() throws IOException {
    Set<String> names = new TreeSet<>();
    each(
        "ner/regexner.patterns",
        line -> {
          String name = Fold.word(line.split("\t", -1)[0]);
          if (name.length() > 2 && name.chars().allMatch(Character::isLetter)) {
            names.add(name);
          }
        });
    return names;
  }

  private static List<String> people(
      Set<String> registered, Map<String, Integer> vocabulary, Map<String, String> given) {
    return registered.stream()
        .filter(name -> vocabulary.getOrDefault(name, 100) > 40 && !given.containsKey(name))
        .toList();
  }

  /** One word that is no ordinary word, or up to four of which one is not. */
  private static List<String> places(Map<String, Integer> vocabulary) throws IOException {
    Set<String> places = new TreeSet<>();
    each(
        "kbp/english/gazetteers/regexner_caseless.tab",
        line -> {
          String[] cells = line.split("\t", -1);
          boolean place =
              cells.length > 2
                  && Set.of("CITY", "STATE_OR_PROVINCE", "COUNTRY").contains(cells[1])
                  && cells[2].contains("LOCATION")
                  && !cells[2].contains("MISC");
          if (!place && !(cells.length > 1 && isState(cells))) {
            return;
          }
          String name = Fold.word(cells[0]).replaceAll("[^\\p{L}]+", " ").strip();
          List<String> words = List.of(name.split(" ", -1));
          boolean strange =
              words.stream().anyMatch(word -> word.length() > 2 && !vocabulary.containsKey(word));
          if (words.size() <= 4 && name.length() > 2 && strange) {
            places.add(name);
          }
        });
    return List.copyOf(places);
  }

  private static boolean isState(String[] cells) {
    return (cells[1].equals("STATE_OR_PROVINCE") || cells[1].equals("COUNTRY"))
        && cells[0].chars().allMatch(c -> Character.isLetter(c) || c == ' ')
        && !cells[0].endsWith("n");
  }

  private static List<String> list(Path scowl, String name) throws IOException {
    Path file = scowl.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file, Charset.forName("ISO-8859-1")) : List.of();
  }

  private static void each(String resource, Consumer<String> line) throws IOException {
    try (InputStream in = LexiconRecipe.class.getResourceAsStream(MODELS + resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().forEach(line);
    }
  }

  private static void write(Path file, String about, List<String> lines) throws IOException {
    List<String> all = new ArrayList<>();
    all.add("# " + about);
    all.addAll(lines);
    Files.write(file, all);
  }
}
