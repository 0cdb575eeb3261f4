package org.throughline.deidentify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.SequenceCodec;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/**
 * How models/talk-names-en.bin was made; run again it makes the same model.
 *
 * <p>Arguments: the templates and the file to write. The sentences hold no names at all: each name
 * is a mark as {@link Shapes} writes it, so that the model can learn only from the words around.
 */
public final class TalkNamesRecipe {

  private static final long SEED = 20260119;
  private static final int ROUNDS = 180;
  private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*)\\]");
  private static final List<String> OPENINGS =
      List.of("", "", "", "", "um", "so", "well", "yeah", "i mean", "you know", "and", "but", "like",
          "okay so", "no", "i think", "it's just", "because");
  private static final List<String> CLOSINGS =
      List.of("", "", "", "", ".", "?", "you know", "i guess", "so yeah", "or something", ", yeah");
  private static final String FEATURES =
      """
      <featureGenerators cache="true" name="nameFinder">
        <generator class="opennlp.tools.util.featuregen.WindowFeatureGeneratorFactory">
          <int name="prevLength">3</int>
          <int name="nextLength">3</int>
          <generator class="opennlp.tools.util.featuregen.TokenFeatureGeneratorFactory"/>
        </generator>
        <generator class="opennlp.tools.util.featuregen.BigramNameFeatureGeneratorFactory"/>
        <generator class="opennlp.tools.util.featuregen.SentenceFeatureGeneratorFactory">
          <bool name="begin">true</bool>
          <bool name="end">true</bool>
        </generator>
        <generator class="opennlp.tools.util.featuregen.DefinitionFeatureGeneratorFactory"/>
      </featureGenerators>
      """;

  private TalkNamesRecipe() {}

  public static void main(String[] args) throws IOException {
    List<String> templates =
        Files.readAllLines(Path.of(args[0])).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    List<NameSample> samples = samples(templates);
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT");
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 90);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    SequenceCodec<String> codec = new BioCodec();
    TokenNameFinderFactory factory =
        TokenNameFinderFactory.create(
            null, FEATURES.getBytes(StandardCharsets.UTF_8), java.util.Map.of(), codec);
    try (ObjectStream<NameSample> stream = ObjectStreamUtils.createObjectStream(samples)) {
      TokenNameFinderModel model = NameFinderME.train("en", null, stream, parameters, factory);
      Files.write(Path.of(args[1]), undated(model));
    }
  }

  /** The model without the moment it was made, so that the same sentences give the same bytes. */
  private static byte[] undated(TokenNameFinderModel model) throws IOException {
    ByteArrayOutputStream dated = new ByteArrayOutputStream();
    model.serialize(dated);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(dated.toByteArray()));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().equals("manifest.properties")) {
          content =
              new String(content, StandardCharsets.ISO_8859_1)
                  .lines()
                  .filter(line -> !line.startsWith("#"))
                  .map(line -> line.startsWith("Timestamp=") ? "Timestamp=0" : line)
                  .sorted()
                  .collect(Collectors.joining("\n", "", "\n"))
                  .getBytes(StandardCharsets.ISO_8859_1);
        }
        ZipEntry undated = new ZipEntry(entry.getName());
        undated.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(undated);
        zip.write(content);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static List<NameSample> samples(List<String> templates) {
    Random random = new Random(SEED);
    List<NameSample> samples = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String template : templates) {
        samples.add(sample(template, random));
      }
    }
    return samples;
  }

  private static NameSample sample(String template, Random random) {
    String text =
        pick(OPENINGS, random) + " " + choose(template, random) + " " + pick(CLOSINGS, random);
    List<String> words = new ArrayList<>();
    List<Span> names = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      int first = words.size();
      switch (word) {
        case "{N}" -> {
          words.add(person(random));
          if (random.nextInt(6) == 0) {
            words.add(random.nextInt(3) == 0 ? "#both" : "#name");
          }
          names.add(new Span(first, words.size(), "person"));
        }
        case "{L}" -> {
          words.add(random.nextInt(10) < 6 ? "#name" : "#town");
          names.add(new Span(first, words.size(), "place"));
        }
        case "{b}" -> words.add(random.nextInt(6) == 0 ? "#verb" : "#both");
        case "{v}" -> words.add("#verb");
        case "{m}" -> words.add("#modal");
        default -> words.add(word);
      }
    }
    return new NameSample(
        words.toArray(String[]::new), names.toArray(Span[]::new), /* clearAdaptiveData= */ true);
  }

  private static String person(Random random) {
    int of = random.nextInt(100);
    return of < 40 ? "#name" : of < 70 ? "#both" : of < 86 ? "#verb" : "#modal";
  }

  private static String choose(String template, Random random) {
    String text = template;
    for (Matcher choice = CHOICE.matcher(text); choice.find(); choice = CHOICE.matcher(text)) {
      String chosen = pick(List.of(choice.group(1).split("\\|", -1)), random);
      text = text.substring(0, choice.start()) + chosen + text.substring(choice.end());
    }
    return text;
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
