package org.throughline.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.claim.ClaimEvent;
import org.throughline.claim.ClaimState;
import org.throughline.desk.view.ClaimView;
import org.throughline.desk.view.OpenedView;
import org.throughline.desk.view.TurnView;
import org.throughline.indicator.Quote;
import org.throughline.measure.Words;
import org.throughline.problem.Passage;
import org.throughline.problem.Strip;
import org.throughline.record.Actor;
import org.throughline.record.Note;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.trajectory.Evidence;
import org.throughline.trajectory.Series;
import org.throughline.trajectory.TrajectoryView.QuoteView;
import org.throughline.trajectory.Wording;
import org.throughline.transcript.Turn;

/** What people do with findings: open the evidence, review them, ask the client. */
public final class Claims {

  private static final String PROBLEM = "problem/";

  private final Store store;
  private final Courses courses;

  Claims(Store store, Courses courses) {
    this.store = store;
    this.courses = courses;
  }

  /**
   * A finding as it stands now.
   *
   * @param says the rung of its verdict, or the stage reached
   */
  private record Finding(String claim, String label, String says) {
    @Override
    public String toString() {
      return "Finding[" + claim + "]";
    }
  }

  /** Every finding of the client with where it stands. */
  public List<ClaimView> all(Actor by, String client) {
    Desk.requireConsent(store, by, client);
    Course course = courses.open(by, client);
    return findings(course).stream().map(one -> view(one, course.claims())).toList();
  }

  private static ClaimView view(Finding finding, List<ClaimEvent> events) {
    return ClaimView.of(ClaimState.of(finding.claim(), finding.says(), events), finding.label());
  }

  private static List<Finding> findings(Course course) {
    List<Finding> findings = new ArrayList<>();
    for (Series series : course.trajectory().series()) {
      findings.add(
          new Finding(series.claim(), series.indicator().label(), Wording.rung(series.verdict())));
    }
    for (Strip strip : course.problems()) {
      findings.add(new Finding(PROBLEM + strip.problem(), strip.words().text(), reached(strip)));
    }
    return findings;
  }

  private static String reached(Strip strip) {
    Double reached = strip.reached();
    return reached == null
        ? "no stage reached"
        : String.format(Locale.ROOT, "stage %s reached", reached.toString().replace(".0", ""));
  }

  private static Finding finding(Course course, String claim) {
    return findings(course).stream()
        .filter(one -> one.claim().equals(claim))
        .findFirst()
        .orElseThrow(() -> new StoreException.NotFound("claim"));
  }

  /**
   * Opens the evidence for and against a finding, and writes down that this person did.
   *
   * @param session for one point: id of its session; null for the whole
   * @throws StoreException.NotFound if the client has no such finding, or no figure there
   */
  public OpenedView open(Actor by, String client, String claim, @Nullable String session) {
    Desk.requireConsent(store, by, client);
    Course course = courses.open(by, client);
    Finding finding = finding(course, claim);
    Panes panes =
        claim.startsWith(PROBLEM)
            ? passages(course, claim.substring(PROBLEM.length()))
            : evidence(course, claim, session);
    Function<Quote, OpenedView.Shown> context = context(by);
    var supports = pane(panes.supports(), panes.found(), panes.searched(), context);
    var opposes = pane(panes.opposes(), panes.foundAgainst(), panes.searchedAgainst(), context);
    Note opened =
        store
            .notes()
            .add(
                by,
                client,
                Note.Kind.CLAIM,
                (stamp, earlier) ->
                    Written.json(
                        new ClaimEvent.Opened(stamp.id(), stamp.at(), stamp.account(), claim)),
                null);
    return new OpenedView(
        opened.id(),
        claim,
        panes.about(),
        finding.says(),
        session,
        supports,
        opposes,
        panes.rule());
  }

  /** Both sides, whatever they are of. */
  private record Panes(
      String about,
      List<Quote> supports,
      int found,
      String searched,
      List<Quote> opposes,
      int foundAgainst,
      String searchedAgainst,
      String rule) {
    @Override
    public String toString() {
      return "Panes[" + found + ", " + foundAgainst + "]";
    }
  }

  private static Panes evidence(Course course, String claim, @Nullable String session) {
    Series series = course.series(claim).orElseThrow(() -> new StoreException.NotFound("claim"));
    var history = course.trajectory().history();
    if (session != null
        && series.values().stream().noneMatch(value -> value.sessionId().equals(session))) {
      throw new StoreException.NotFound("figure");
    }
    Evidence evidence =
        session == null
            ? Evidence.of(series, history, course.bySession())
            : Evidence.of(series, session, history, course.bySession());
    return new Panes(
        evidence.claim(),
        evidence.supports().quotes(),
        evidence.supports().found(),
        evidence.supports().searched(),
        evidence.opposes().quotes(),
        evidence.opposes().found(),
        evidence.opposes().searched(),
        evidence.rule());
  }

  /** For a problem: passages at the stage reached or above, and those below it. */
  private static Panes passages(Course course, String problem) {
    Strip strip = course.problem(problem).orElseThrow(() -> new StoreException.NotFound("problem"));
    Double reached = strip.reached();
    List<Quote> above = new ArrayList<>();
    List<Quote> below = new ArrayList<>();
    for (Passage passage : strip.passages()) {
      Double stage = passage.confirmed();
      if (stage != null) {
        (reached != null && stage >= reached ? above : below).add(quote(passage, stage));
      }
    }
    String searched =
        "%d passages linked, %d of them with a stage that a person gave"
            .formatted(strip.passages().size(), above.size() + below.size());
    return new Panes(
        reached(strip),
        above.reversed().stream().limit(Evidence.SIZE).toList(),
        above.size(),
        searched,
        below.reversed().stream().limit(Evidence.SIZE).toList(),
        below.size(),
        searched,
        "Up to %d for each side, the latest first; only passages with a stage that a person gave."
            .formatted(Evidence.SIZE));
  }

  private static Quote quote(Passage passage, double stage) {
    var place = passage.place();
    String words = passage.quote().text();
    return new Quote(
        place.sessionId(),
        passage.number(),
        passage.date(),
        place.turn(),
        place.start(),
        place.end(),
        "assimilation." + (int) stage,
        words,
        // The turn around it is put in when it is shown.
        "",
        1,
        true);
  }

  private static OpenedView.Pane pane(
      List<Quote> quotes, int found, String searched, Function<Quote, OpenedView.Shown> context) {
    return new OpenedView.Pane(quotes.stream().map(context).toList(), found, searched);
  }

  /** Each session is opened once. */
  private Function<Quote, OpenedView.Shown> context(Actor by) {
    Map<String, List<Turn>> sessions = new HashMap<>();
    return quote -> {
      List<Turn> turns =
          sessions.computeIfAbsent(
              quote.sessionId(), id -> store.entries().content(by, id).transcript().turns());
      String whole = turns.get(quote.turn()).text();
      return new OpenedView.Shown(
          QuoteView.of(quote.in(whole)),
          turn(turns, quote.turn() - 1),
          turn(turns, quote.turn() + 1));
    };
  }

  private static @Nullable TurnView turn(List<Turn> turns, int index) {
    return index < 0 || index >= turns.size() ? null : TurnView.of(turns.get(index));
  }

  /**
   * Marks a finding as reviewed.
   *
   * @param skipReason why what speaks against it was not opened; "" where it was
   * @throws IllegalArgumentException if this person has not opened it and gives no reason
   */
  public ClaimView review(Actor by, String client, String claim, String skipReason) {
    return add(
        by,
        client,
        claim,
        (stamp, says, earlier) -> {
          var review =
              new ClaimEvent.Reviewed(
                  stamp.id(), stamp.at(), stamp.account(), claim, says, skipReason);
          ClaimState.check(review, earlier);
          return review;
        });
  }

  /**
   * Writes down what the client says of a finding.
   *
   * @param words needed where the client disputes it
   */
  public ClaimView clientsWord(
      Actor by, String client, String claim, ClaimEvent.Status status, String words) {
    if (status == ClaimEvent.Status.DISPUTED && words.isBlank()) {
      throw new IllegalArgumentException(
          "write down in the client's words what they say instead, or that they said no more");
    }
    return add(
        by,
        client,
        claim,
        (stamp, says, earlier) ->
            new ClaimEvent.ClientsWord(
                stamp.id(), stamp.at(), stamp.account(), claim, says, status, new Words(words)));
  }

  @FunctionalInterface
  private interface Making {
    ClaimEvent of(org.throughline.record.Notes.Stamp stamp, String says, List<ClaimEvent> earlier);
  }

  private ClaimView add(Actor by, String client, String claim, Making making) {
    Desk.requireConsent(store, by, client);
    Finding finding = finding(courses.open(by, client), claim);
    List<ClaimEvent> all = new ArrayList<>();
    store
        .notes()
        .add(
            by,
            client,
            Note.Kind.CLAIM,
            (stamp, earlier) -> {
              all.addAll(Written.claims(earlier));
              ClaimEvent event = making.of(stamp, finding.says(), List.copyOf(all));
              all.add(event);
              return Written.json(event);
            },
            null);
    return view(finding, all);
  }
}
