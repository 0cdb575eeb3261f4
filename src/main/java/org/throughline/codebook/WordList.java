package org.throughline.codebook;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Turns word lists that people already have into the draft of a codebook: LIWC-style {@code .dic}
 * files (categories between two % lines, then a word with its category numbers a line) and CSV with
 * the columns word and category.
 *
 * <p>The draft has no examples and no near misses, so {@code codebook check} refuses it until
 * somebody writes down what each list means: a word list is where a code begins.
 */
public final class WordList {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private WordList() {}

  /**
   * Drafts a codebook from a list.
   *
   * @param id the codebook's id; each category becomes the code {@code id.category}
   * @return the text of a codebook file
   * @throws BrokenCodebook naming each line that cannot be read
   */
  public static String draft(String id, String language, String file, String text) {
    List<Problem> problems = new ArrayList<>();
    String words = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Map<String, List<String>> categories =
        words.stripLeading().startsWith("%")
            ? dictionary(file, words, problems)
            : table(file, words, problems);
    if (categories.isEmpty() && problems.isEmpty()) {
      problems.add(new Problem(file, 0, "holds no words"));
    }
    if (!problems.isEmpty()) {
      throw new BrokenCodebook(problems);
    }
    return yaml(id, language, file, categories);
  }

  private static Map<String, List<String>> dictionary(
      String file, String text, List<Problem> problems) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, List<String>> categories = new LinkedHashMap<>();
    int marks = 0;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      List<String> fields = BLANKS.splitAsStream(line.strip()).filter(f -> !f.isEmpty()).toList();
      if (fields.isEmpty()) {
        continue;
      }
      if (fields.get(0).equals("%")) {
        marks++;
      } else if (marks == 1 && fields.size() >= 2) {
        names.put(fields.get(0), fields.get(1));
      } else if (marks >= 2) {
        addWord(file, number, fields, names, categories, problems);
      } else {
        problems.add(new Problem(file, number, "a category is written as: number name"));
      }
    }
    return categories;
  }

  private static void addWord(
      String file,
      int line,
      List<String> fields,
      Map<String, String> names,
      Map<String, List<String>> categories,
      List<Problem> problems) {
    int firstNumber = fields.size();
    while (firstNumber > 1 && names.containsKey(fields.get(firstNumber - 1))) {
      firstNumber--;
    }
    if (firstNumber == fields.size()) {
      problems.add(new Problem(file, line, "no known category number follows the word"));
      return;
    }
    String word = String.join(" ", fields.subList(0, firstNumber));
    for (String category : fields.subList(firstNumber, fields.size())) {
      String name = names.getOrDefault(category, category);
      categories.computeIfAbsent(name, n -> new ArrayList<>()).add(word);
    }
  }

  private static Map<String, List<String>> table(String file, String text, List<Problem> problems) {
    Map<String, List<String>> categories = new LinkedHashMap<>();
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setIgnoreHeaderCase(true)
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();
    try (var records = format.parse(new StringReader(text))) {
      if (!records.getHeaderMap().containsKey("word")
          || !records.getHeaderMap().containsKey("category")) {
        problems.add(new Problem(file, 1, "the columns \"word\" and \"category\" are needed"));
        return categories;
      }
      for (CSVRecord row : records) {
        if (!row.isConsistent() || row.get("word").isEmpty()) {
          problems.add(
              new Problem(
                  file, (int) row.getRecordNumber() + 1, "a word and its category are needed"));
        } else {
          categories
              .computeIfAbsent(row.get("category"), name -> new ArrayList<>())
              .add(row.get("word"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return categories;
  }

  private static String yaml(
      String id, String language, String file, Map<String, List<String>> categories) {
    StringBuilder out = new StringBuilder();
    out.append("codebook: ").append(id).append("\nversion: 0.1.0\nlanguage: ").append(language);
    out.append("\ndescription: ").append(quoted("Drafted from " + file)).append("\nlists:\n");
    categories.forEach(
        (name, words) -> {
          out.append("  ").append(slug(name)).append(":\n");
          words.forEach(word -> out.append("    - ").append(quoted(word)).append('\n'));
        });
    out.append("codes:\n");
    for (String name : categories.keySet()) {
      out.append("  - id: ").append(id).append('.').append(slug(name)).append('\n');
      out.append("    label: ").append(quoted(name)).append('\n');
      out.append("    definition: ").append(quoted("To be written.")).append('\n');
      out.append("    provenance: ").append(quoted("Word list " + file)).append('\n');
      out.append("    cues:\n      - id: list\n        words: [\"<").append(slug(name));
      out.append(">\"]\n    applies: []\n    near_misses: []\n");
    }
    return out.toString();
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
