package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of licences names every library of the run-time class path, and no other. */
class LicencesTest {

  private static final Pattern LISTED = Pattern.compile("(?m)^- `([^:`]+:[^:`]+)`$");

  @Test
  void everyLibraryIsListedWithItsLicence() throws IOException {
    assertThat(listed()).isEqualTo(onClassPath());
  }

  private static Set<String> listed() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/licences.md"));
    return LISTED
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The build writes the class path of the launcher; a library lies under group/artifact/version.
   */
  private static Set<String> onClassPath() throws IOException {
    Set<String> libraries = new TreeSet<>();
    String classPath = Files.readString(Path.of("target/classpath.txt")).strip();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      // …/repository/group/parts/artifact/version/file.jar
      List<String> parts =
          List.of(
              entry
                  .replace(File.separatorChar, '/')
                  .replaceFirst("^.*/repository/", "")
                  .split("/", -1));
      String artifact = parts.get(parts.size() - 3);
      String group = String.join(".", parts.subList(0, parts.size() - 3));
      libraries.add(group + ":" + artifact);
    }
    assertThat(libraries).isNotEmpty();
    return libraries;
  }
}
