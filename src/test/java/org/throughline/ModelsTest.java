package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** models/models.yaml is what the class path holds, and what the code opens. */
class ModelsTest {

  private static final String OURS = "trained here";

  private static final Pattern MODEL_IN_CODE =
      Pattern.compile(
          "\"/?(edu/stanford/nlp/models/[^\"]+|opennlp-en-[^\"]+\\.bin|talk-names-[^\"]+\\.bin)\"");

  @Test
  void everyListedModelIsOnTheClassPathByteForByte() throws Exception {
    for (JsonNode model : listed()) {
      String file = model.get("file").stringValue();
      assertThat(sha256(file)).as(file).isEqualTo(model.get("sha256").stringValue());
      if (model.get("artifact").stringValue().equals(OURS)) {
        assertThat(Path.of("models", file)).exists();
        continue;
      }
      assertThat(jarOf(file))
          .as("the jar of " + file)
          .contains(model.get("artifact").stringValue().split(":", 3)[1])
          .contains(model.get("version").stringValue());
    }
  }

  @Test
  void everyModelHasItsSourceItsLicenceAndItsUse() throws Exception {
    for (JsonNode model : listed()) {
      for (String field : List.of("source", "licence", "usedFor")) {
        assertThat(model.path(field).stringValue("")).as(field).isNotBlank();
      }
    }
  }

  @Test
  void everyOpenNlpModelOnTheClassPathIsListed() throws Exception {
    TreeSet<String> onClassPath = new TreeSet<>();
    for (String entry :
        System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
      if (entry.endsWith(".jar")) {
        try (JarFile jar = new JarFile(entry)) {
          jar.stream()
              .map(found -> found.getName())
              .filter(name -> name.startsWith("opennlp-") && name.endsWith(".bin"))
              .forEach(onClassPath::add);
        }
      }
    }
    assertThat(onClassPath).isNotEmpty();
    assertThat(files()).containsAll(onClassPath);
  }

  @Test
  void everyModelNamedInTheCodeIsListed() throws Exception {
    TreeSet<String> named = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        var matcher = MODEL_IN_CODE.matcher(Files.readString(source));
        while (matcher.find()) {
          named.add(matcher.group(1));
        }
      }
    }
    assertThat(files()).containsAll(named);
  }

  private static List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    listed().forEach(model -> files.add(model.get("file").stringValue()));
    return files;
  }

  private static JsonNode listed() throws IOException {
    JsonNode models = YAMLMapper.shared().readTree(Path.of("models/models.yaml")).get("models");
    assertThat(models.size()).isPositive();
    return models;
  }

  private static String jarOf(String file) {
    return String.valueOf(ModelsTest.class.getClassLoader().getResource(file));
  }

  private static String sha256(String file) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = ModelsTest.class.getClassLoader().getResourceAsStream(file)) {
      assertThat(in).as(file + " on the class path").isNotNull();
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
