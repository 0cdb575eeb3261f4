package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The page of licences names every library of the run-time class path, and no other. */
class LicencesTest {

  private static final Pattern LISTED = Pattern.compile("(?m)^- `([^:`]+:[^:`]+)`$");

  /** group/parts/artifact/version/file.jar */
  private static final Pattern PLACE = Pattern.compile("(.+)/([^/]+)/[^/]+/[^/]+");

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
   * The build writes the class path of the launcher; a library lies under group/artifact/version in
   * the local repository, wherever that is.
   */
  private static Set<String> onClassPath() throws IOException {
    String repository = repository();
    Set<String> libraries = new TreeSet<>();
    String classPath = Files.readString(Path.of("target/classpath.txt")).strip();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      String path = entry.replace(File.separatorChar, '/');
      assertThat(path).startsWith(repository);
      Matcher place = PLACE.matcher(path.substring(repository.length()));
      assertThat(place.matches()).as(path).isTrue();
      libraries.add(place.group(1).replace('/', '.') + ":" + place.group(2));
    }
    assertThat(libraries).isNotEmpty();
    return libraries;
  }

  /** AssertJ lies in it under org/assertj/assertj-core. */
  private static String repository() {
    String jar = Path.of(URI.create(assertj().toString())).toString();
    String path = jar.replace(File.separatorChar, '/');
    return path.substring(0, path.indexOf("org/assertj/assertj-core/"));
  }

  private static URL assertj() {
    return Assertions.class.getProtectionDomain().getCodeSource().getLocation();
  }
}
