package org.throughline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.throughline.language.EnglishAnalyzer;

/** The page that teaches the search language tells the truth: its examples are run. */
class SearchPageIT {

  private static final java.util.regex.Pattern BLOCK =
      java.util.regex.Pattern.compile("(?ms)^```(session|search|found)( .*?)?\n(.*?)^```$");

  private record Example(String question, String found) {}

  private static final List<Example> EXAMPLES = new ArrayList<>();
  private static Shelf shelf;

  @BeforeAll
  static void read() throws IOException {
    shelf = new Shelf(EnglishAnalyzer.load());
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("src/site/markdown/search.md")));
    String question = "";
    while (blocks.find()) {
      String inside = blocks.group(3);
      switch (blocks.group(1)) {
        case "session" -> {
          String[] head = blocks.group(2).strip().split(" ", -1);
          shelf.put(
              head[0] + " " + head[1],
              head[0],
              Integer.parseInt(head[1]),
              head[2],
              inside.strip().split("\n", -1));
        }
        case "search" -> question = inside.strip();
        default -> EXAMPLES.add(new Example(question, inside.strip()));
      }
    }
  }

  @AfterAll
  static void close() throws IOException {
    shelf.close();
  }

  @TestFactory
  Stream<DynamicTest> every_example_finds_what_the_page_shows() {
    assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(20);
    return EXAMPLES.stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.question(),
                    () ->
                        assertThat(String.join("\n", shelf.found(example.question())))
                            .isEqualTo(example.found())));
  }
}
