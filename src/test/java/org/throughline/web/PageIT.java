package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The page's files: all of them served, nothing else, and nothing in them that the policy forbids.
 */
class PageIT {

  private static final Path FILES = Path.of("src/main/resources/page");

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void everyFileIsServedWithItsTypeUnderAStrictPolicy() throws Exception {
    for (Path file : files()) {
      HttpResponse<String> answer = get("page/" + FILES.relativize(file));
      assertThat(answer.statusCode()).as(file.toString()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(Files.readString(file));
      assertThat(header(answer, "Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
    assertThat(header(get(""), "Content-Type")).startsWith("text/html");
    assertThat(header(get("page/app.js"), "Content-Type")).startsWith("text/javascript");
  }

  @Test
  void nothingOutsideThePageCanBeReached() throws Exception {
    for (String path :
        List.of(
            "page/../openapi.yaml",
            "page/%2e%2e/openapi.yaml",
            "page/views/..%2f..%2flogging.properties",
            "page//etc/passwd",
            "page/logging.properties",
            "page/none.js")) {
      assertThat(get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  /** Words become text nodes; markup from strings would make a transcript a program. */
  @Test
  void noFileBuildsMarkupFromStringsOrCarriesInlineScript() throws Exception {
    for (Path file : files()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
          .doesNotContain("eval(", "new Function", "javascript:")
          .doesNotContainPattern("<script(?![^>]*src=)")
          .doesNotContainPattern("\\sstyle=")
          .doesNotContainPattern("(src|href)=\"(https?:)?//");
    }
  }

  private static List<Path> files() throws Exception {
    try (Stream<Path> tree = Files.walk(FILES)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(practice.address() + path)).build(),
        BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
