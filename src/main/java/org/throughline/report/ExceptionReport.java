package org.throughline.report;

import static org.throughline.report.Document.line;
import static org.throughline.report.Document.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.throughline.indicator.Indicator;
import org.throughline.measure.Questionnaire.Outcome;
import org.throughline.report.CohortMember.Course;

/** Clients whose record asks for a second look. A prompt to review, never blame. */
public final class ExceptionReport {

  /** From this many sessions on, no change at all is worth a look. */
  static final int MUCH_CONTACT = 12;

  private ExceptionReport() {}

  /**
   * One reason, with the clients it holds for.
   *
   * @param id the word used in the API
   */
  public record Section(String id, String title, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
      return "Section[" + id + ", lines=" + lines.size() + "]";
    }
  }

  /** One client, as the cohort names them. */
  public record Line(String client, String why) {}

  /** All reasons, also those that hold for nobody. */
  public static List<Section> sections(List<CohortMember> members) {
    return List.of(
        section(
            "much_contact",
            "Much contact, no change distinguishable",
            members,
            ExceptionReport::isStill,
            m -> m.sessions() + " sessions"),
        section(
            "disagree",
            "Score and words disagree",
            members,
            ExceptionReport::disagrees,
            m -> scores(m) + "; words: " + words(m)),
        section(
            "one_sided",
            "All evidence one-sided",
            members,
            m -> !m.oneSided().isEmpty(),
            m -> ClientFigures.list(m.oneSided().stream().map(Indicator::label).toList())),
        section(
            "silent_goals",
            "Goals that no transcript mentions",
            members,
            m -> m.silentGoals() > 0,
            m -> m.silentGoals() == 1 ? "1 goal" : m.silentGoals() + " goals"),
        section(
            "no_data",
            "No data",
            members,
            m -> m.course().values().stream().noneMatch(Course::isEligible),
            m ->
                m.sessions() == 0
                    ? "no session"
                    : m.sessions() + " sessions, none of them enough for any figure over time"));
  }

  private static Section section(
      String id,
      String title,
      List<CohortMember> members,
      Predicate<CohortMember> applies,
      Function<CohortMember, String> why) {
    return new Section(
        id,
        title,
        members.stream().filter(applies).map(m -> new Line(m.client(), why.apply(m))).toList());
  }

  public static Document of(List<CohortMember> members) {
    return of(members, Map.of());
  }

  /**
   * The report for people.
   *
   * @param names what to call the clients, where it is not what the cohort calls them
   */
  public static Document of(List<CohortMember> members, Map<String, String> names) {
    var writer = new Document.Writer("Exceptions");
    writer.text(
        "A name on this list is a reason to look at the record together. It is no verdict on a"
            + " client or a therapist.");
    for (Section section : sections(members)) {
      List<Block.Paragraph> lines = new ArrayList<>();
      section
          .lines()
          .forEach(
              one ->
                  lines.add(
                      line(
                          text(
                              names.getOrDefault(one.client(), one.client()) + ": " + one.why()))));
      writer.heading(section.title() + " (" + lines.size() + " of " + members.size() + ")");
      if (lines.isEmpty()) {
        writer.text("None.");
      }
      writer.bullets(lines);
    }
    return writer.done();
  }

  private static boolean isStill(CohortMember member) {
    boolean eligible = member.course().values().stream().anyMatch(Course::isEligible);
    return member.sessions() >= MUCH_CONTACT && eligible && !moves(member);
  }

  private static boolean moves(CohortMember member) {
    return member.course().values().stream().anyMatch(c -> c == Course.RISE || c == Course.FALL);
  }

  /** One of the two moves and the other does not. */
  private static boolean disagrees(CohortMember member) {
    boolean eligible = member.course().values().stream().anyMatch(Course::isEligible);
    if (member.scores().isEmpty() || !eligible) {
      return false;
    }
    boolean scoreMoves =
        member.scores().values().stream().anyMatch(o -> !o.equals(Outcome.UNCHANGED.label()));
    return scoreMoves != moves(member);
  }

  private static String scores(CohortMember member) {
    return ClientFigures.list(
        member.scores().entrySet().stream()
            .map(score -> score.getKey() + " " + score.getValue())
            .sorted()
            .toList());
  }

  private static String words(CohortMember member) {
    List<String> moving =
        member.course().entrySet().stream()
            .filter(c -> c.getValue() == Course.RISE || c.getValue() == Course.FALL)
            .map(c -> c.getValue().label() + " in “" + c.getKey().label() + "”")
            .sorted()
            .toList();
    return moving.isEmpty() ? Course.NO_CHANGE.label() : ClientFigures.list(moving);
  }
}
