package org.throughline.report;

import java.util.List;
import java.util.Map;

/**
 * The reports about one client by name: what the command line and the REST interface call, and what
 * verification calls again.
 */
public final class Reports {

  /** Names as in files and in the API. */
  public static final List<String> NAMES =
      List.of(
          "session-note",
          "supervision-snapshot",
          "narrative-review",
          "plain-summary",
          "funder",
          "reconciliation");

  /** A report with what it rests on. */
  public record Made(Document document, Manifest manifest) {}

  private Reports() {}

  /**
   * Makes a report.
   *
   * @param name one of {@link #NAMES}
   * @param parameters "session" for a session note; "figure", and if wanted "size" and "seed", for
   *     a reconciliation sample
   * @param engine version of the program
   * @throws IllegalArgumentException if the report is refused or a parameter is missing, with what
   *     to do
   */
  public static Made make(
      String name, ClientFile file, Map<String, String> parameters, String engine) {
    Document document =
        switch (name) {
          case "session-note" -> SessionNote.of(file, needed("session", parameters));
          case "supervision-snapshot" -> SupervisionSnapshot.of(file);
          case "narrative-review" -> NarrativeReview.of(file);
          case "plain-summary" -> PlainSummary.of(file);
          case "funder" -> funder(file);
          case "reconciliation" -> reconciliation(file, parameters);
          default ->
              throw new IllegalArgumentException("a report is one of " + String.join(", ", NAMES));
        };
    return new Made(document, Manifest.of(name, file, parameters, engine, document));
  }

  /** Makes the report of a manifest again and says where it no longer holds. */
  public static Verification verify(Manifest kept, ClientFile file, String engine) {
    return Verification.of(kept, make(kept.report(), file, kept.parameters(), engine).manifest());
  }

  private static Document funder(ClientFile file) {
    return switch (FunderReport.of(file)) {
      case FunderReport.Ready ready -> ready.document();
      case FunderReport.Refused refused ->
          throw new IllegalArgumentException(
              "no report without dated records for each part: "
                  + String.join("; ", refused.missing()));
    };
  }

  private static Document reconciliation(ClientFile file, Map<String, String> parameters) {
    String wanted = needed("figure", parameters);
    Figure figure =
        SupervisionSnapshot.of(file).figures().stream()
            .filter(one -> one.id().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the supervision snapshot holds no such figure; its manifest lists them"));
    return Reconciliation.of(
        figure,
        Integer.parseInt(parameters.getOrDefault("size", "20")),
        Long.parseLong(parameters.getOrDefault("seed", "1")));
  }

  private static String needed(String name, Map<String, String> parameters) {
    String value = parameters.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("this report needs the parameter " + name);
    }
    return value;
  }
}
