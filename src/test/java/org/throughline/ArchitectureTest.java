package org.throughline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The package map of src/site/markdown/architecture.md, held by the build: who may use whom, and
 * where each vendor stops.
 */
class ArchitectureTest {

  /** Every package with the packages it may use; a package that is not named here fails. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("transcript", List.of()),
          Map.entry("statistic", List.of()),
          Map.entry("agreement", List.of("statistic")),
          Map.entry("language", List.of("transcript")),
          Map.entry("codebook", List.of("transcript", "language")),
          Map.entry("coding", List.of("transcript", "language", "codebook")),
          Map.entry("learning", List.of("transcript", "statistic", "language", "coding")),
          Map.entry("exchange", List.of("transcript", "codebook", "coding")),
          Map.entry("indicator", List.of("transcript", "statistic", "language", "coding")),
          Map.entry("measure", List.of("transcript", "statistic")),
          Map.entry("claim", List.of("measure")),
          Map.entry("problem", List.of("transcript", "coding", "indicator", "measure")),
          Map.entry(
              "trajectory", List.of("transcript", "statistic", "coding", "indicator", "measure")),
          Map.entry(
              "record",
              List.of("transcript", "language", "codebook", "coding", "measure", "deidentify")),
          Map.entry("identity", List.of()),
          Map.entry("access", List.of("record", "identity")),
          Map.entry("quote", List.of("transcript", "language", "coding", "record")),
          Map.entry("deidentify", List.of("transcript", "language")),
          Map.entry(
              "research",
              List.of(
                  "transcript",
                  "statistic",
                  "agreement",
                  "language",
                  "codebook",
                  "coding",
                  "deidentify",
                  "record")),
          Map.entry(
              "report",
              List.of(
                  "transcript",
                  "statistic",
                  "coding",
                  "indicator",
                  "measure",
                  "claim",
                  "problem",
                  "trajectory",
                  "record",
                  "quote")));

  private static final List<String> DOORS = List.of("desk", "web", "cli");

  private static final Map<String, List<String>> VENDORS =
      Map.ofEntries(
          Map.entry("edu.stanford..", List.of("language")),
          Map.entry("opennlp..", List.of("language", "learning")),
          Map.entry("org.apache.lucene..", List.of("quote")),
          Map.entry("io.javalin..", List.of("web")),
          Map.entry("picocli..", List.of("cli")),
          Map.entry("io.nayuki..", List.of("web")),
          Map.entry("com.nimbusds..", List.of("identity")),
          Map.entry("java.net.http..", List.of("identity")),
          Map.entry("org.jdbi..", List.of("record")),
          Map.entry("org.sqlite..", List.of("record")),
          Map.entry("java.sql..", List.of("record")),
          Map.entry("org.apache.poi..", List.of("transcript", "report", "quote")),
          Map.entry("org.apache.pdfbox..", List.of("transcript")),
          Map.entry(
              "com.google.re2j..",
              List.of("codebook", "coding", "transcript", "quote", "research", "deidentify")));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.throughline");

  @Test
  void packagesLookOnlyBackAlongTheWay() {
    List<String> known = new ArrayList<>(MAY_USE.keySet());
    known.addAll(DOORS);
    MAY_USE.forEach(
        (name, allowed) -> {
          String[] forbidden =
              known.stream()
                  .filter(other -> !other.equals(name) && !allowed.contains(other))
                  .map(ArchitectureTest::within)
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage(within(name))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden)
              .allowEmptyShould(true)
              .check(OURS);
        });
  }

  @Test
  void theCommandsAndTheRoutesAskTheDeskAndNotEachOther() {
    noClasses()
        .that()
        .resideInAPackage(within("desk"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(within("web"), within("cli"))
        .check(OURS);
    noClasses()
        .that()
        .resideInAPackage(within("web"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(within("cli"))
        .check(OURS);
  }

  @Test
  void everyPackageIsOnTheMap() {
    List<String> known = new ArrayList<>();
    known.add("org.throughline");
    MAY_USE.keySet().forEach(name -> known.add(within(name)));
    DOORS.forEach(name -> known.add(within(name)));
    noClasses()
        .that()
        .resideOutsideOfPackages(known.toArray(String[]::new))
        .should()
        .resideInAPackage("org.throughline..")
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void noTwoPackagesUseEachOther() {
    SlicesRuleDefinition.slices()
        .matching("org.throughline.(*)..")
        .should()
        .beFreeOfCycles()
        .check(OURS);
  }

  @Test
  void vendorsStopAtTheirDoor() {
    VENDORS.forEach(
        (vendor, where) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    where.stream().map(ArchitectureTest::within).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor)
                .check(OURS));
  }

  private static String within(String name) {
    return "org.throughline." + name + "..";
  }
}
