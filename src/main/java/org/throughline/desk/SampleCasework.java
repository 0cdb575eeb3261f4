package org.throughline.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.claim.ClaimEvent.Status;
import org.throughline.desk.view.SessionView;
import org.throughline.desk.view.TurnView;
import org.throughline.measure.Entry;
import org.throughline.measure.Words;
import org.throughline.problem.Place;
import org.throughline.problem.ProblemEvent.SetbackReason;
import org.throughline.problem.Strip;
import org.throughline.record.Actor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One sample client's casework.yaml, entered through the desk as a practice would. */
final class SampleCasework {

  private record Sheet(
      @Nullable ProfileSheet profile,
      @Nullable List<ObjectNode> measures,
      @Nullable List<ProblemSheet> problems,
      @Nullable List<ClaimSheet> claims) {
    @Override
    public String toString() {
      return "Sheet[]";
    }
  }

  private record ProfileSheet(
      @Nullable String changeTarget, @Nullable Map<String, String> groups, int reviewEvery) {
    @Override
    public String toString() {
      return "ProfileSheet[]";
    }
  }

  private record ProblemSheet(
      @Nullable String words,
      boolean byClient,
      @Nullable List<PassageSheet> passages,
      @Nullable SetbackSheet setback) {
    @Override
    public String toString() {
      return "ProblemSheet[]";
    }
  }

  private record PassageSheet(int session, String quote, @Nullable Double stage) {
    @Override
    public String toString() {
      return "PassageSheet[" + session + "]";
    }
  }

  private record SetbackSheet(int session, String quote, String reason, String note) {
    @Override
    public String toString() {
      return "SetbackSheet[" + session + "]";
    }
  }

  private record ClaimSheet(String claim, String status, String words) {
    @Override
    public String toString() {
      return "ClaimSheet[" + claim + "]";
    }
  }

  private final Desk desk;
  private final Casework casework;
  private final Actor by;
  private final String client;

  SampleCasework(Desk desk, Actor by, String client) {
    this.desk = desk;
    this.casework = desk.casework();
    this.by = by;
    this.client = client;
  }

  /**
   * Enters all of it.
   *
   * @throws IllegalArgumentException naming the file, if something in it is refused
   */
  void enter(Path file) throws IOException {
    try {
      Sheet sheet =
          Objects.requireNonNull(
              YAMLMapper.shared().readValue(Files.readString(file), Sheet.class));
      ProfileSheet profile = sheet.profile();
      if (profile != null) {
        casework.particulars().set(by, client, profile(profile));
      }
      measures(orNone(sheet.measures()));
      problems(orNone(sheet.problems()));
      for (ClaimSheet claim : orNone(sheet.claims())) {
        casework
            .claims()
            .clientsWord(
                by,
                client,
                claim.claim(),
                Status.valueOf(claim.status().toUpperCase(Locale.ROOT)),
                claim.words());
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IllegalArgumentException("sample " + file + ": " + e.getMessage(), e);
    }
  }

  private static <T> List<T> orNone(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }

  private static Profile profile(ProfileSheet sheet) {
    String target = sheet.changeTarget();
    Map<String, String> groups = sheet.groups();
    return new Profile(
        target == null ? Words.NONE : new Words(target),
        Map.of(),
        groups == null ? Map.of() : groups,
        sheet.reviewEvery());
  }

  /** A rating names its goal or item by the label that stands before it in the file. */
  private void measures(List<ObjectNode> measures) {
    Map<String, String> ids = new HashMap<>();
    for (ObjectNode measure : measures) {
      JsonNode label = measure.remove("as");
      for (String field : List.of("goal", "item")) {
        if (measure.has(field)) {
          String named = measure.get(field).asString();
          measure.put(field, ids.getOrDefault(named, named));
        }
      }
      Entry kept = casework.measures().add(by, client, measure.toString(), null);
      if (label != null) {
        ids.put(label.asString(), kept.id());
      }
    }
  }

  private void problems(List<ProblemSheet> problems) {
    for (ProblemSheet sheet : problems) {
      String words = sheet.words();
      Strip strip =
          words == null
              ? casework.problems().strips(by, client).getFirst()
              : casework.problems().name(by, client, words, sheet.byClient(), null);
      for (PassageSheet passage : orNone(sheet.passages())) {
        Place place = place(passage.session(), passage.quote());
        casework.problems().link(by, client, strip.problem(), place);
        Double stage = passage.stage();
        if (stage != null) {
          casework.problems().stage(by, client, strip.problem(), place, stage);
        }
      }
      SetbackSheet setback = sheet.setback();
      if (setback != null) {
        casework
            .problems()
            .explain(
                by,
                client,
                strip.problem(),
                place(setback.session(), setback.quote()),
                SetbackReason.valueOf(setback.reason().toUpperCase(Locale.ROOT)),
                setback.note());
      }
    }
  }

  /** Where the client first says these words in a session. */
  private Place place(int number, String quote) {
    String session =
        desk.sessions(by, client).stream()
            .filter(one -> one.number() == number)
            .map(SessionView::id)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no session " + number));
    for (TurnView turn : desk.entry(by, session).turns()) {
      int start = turn.role().equals("client") ? turn.text().indexOf(quote) : -1;
      if (start >= 0) {
        return new Place(session, turn.index(), start, start + quote.length());
      }
    }
    throw new IllegalArgumentException("a quote does not stand in session " + number);
  }
}
