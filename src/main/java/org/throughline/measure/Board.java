package org.throughline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.statistic.Interval;
import org.throughline.statistic.Tally;
import org.throughline.statistic.Wilson;

/**
 * A client's entries laid out by measure, with what each measure allows to be worked out. It prints
 * as JSON as it is. Numbers and words of one entry always stand together.
 */
public record Board(
    List<Course> questionnaires,
    List<Alerts.Alert> alerts,
    Goals goals,
    Personal personal,
    List<Entry.CheckIn> checkIns,
    List<Entry.OneWord> oneWords,
    List<Entry.ChapterTitle> chapterTitles,
    List<AlliancePoint> alliance,
    List<Entry.Participation> participation,
    @Nullable SupportShare support,
    List<Entry.Tracking> tracking,
    List<Entry.StoryRating> storyRatings,
    List<Entry.Context> context,
    List<Entry.Review> reviews) {

  /** One questionnaire under one norm: a chart never goes without the norm's name and source. */
  public record Course(
      String questionnaire,
      String name,
      double lowest,
      double highest,
      String better,
      Questionnaire.Norm norm,
      List<Entry.Score> scores,
      @Nullable String outcome) {}

  /** The two forms of goals, never converted into one another. */
  public record Goals(List<ScaledGoal> scaled, List<GoalT> t, List<DescribedGoal> described) {}

  /** A scaled goal with its level texts and its ratings. */
  public record ScaledGoal(Goal.Scaled goal, List<Goal.ScaledRating> ratings) {}

  public record DescribedGoal(Goal.Described goal, List<Goal.DescribedRating> ratings) {}

  /** T of all scaled goals rated on one day. */
  public record GoalT(java.time.LocalDate date, double t, int goals) {}

  /** The Personal Questionnaire: items, ratings, and the mean of each day. */
  public record Personal(
      List<Entry.PersonalItem> items, List<Entry.PersonalRating> ratings, List<Mean> means) {}

  /**
   * The mean of the items rated on one day.
   *
   * @param items how many; another set of items is another scale
   */
  public record Mean(java.time.LocalDate date, double mean, int items) {}

  /**
   * An alliance rating with what contributed to it.
   *
   * @param dip whether it lies two points or more below the median of the client's own earlier
   *     ratings, of which there are three or more
   */
  public record AlliancePoint(Entry.Alliance rating, boolean dip) {}

  /** How much was done without help. */
  public record SupportShare(Tally independent, Interval interval, int minutes, int incidents) {}

  private static final int DIP = 2;
  private static final int DIP_FROM = 3;

  /**
   * From all entries of a client.
   *
   * @param norms which norm to use for a questionnaire id; the first of the table where it names
   *     none
   */
  public static Board of(
      List<Entry> entries, Questionnaires questionnaires, Map<String, String> norms) {
    Set<String> withdrawn =
        entries.stream()
            .filter(Entry.Withdrawn.class::isInstance)
            .map(entry -> ((Entry.Withdrawn) entry).entry())
            .collect(Collectors.toSet());
    List<Entry> standing =
        entries.stream()
            .filter(entry -> !withdrawn.contains(entry.id()))
            .sorted(Comparator.comparing(Entry::date).thenComparing(Entry::id))
            .toList();
    List<Course> courses = courses(all(standing, Entry.Score.class), questionnaires, norms);
    return new Board(
        courses,
        courses.stream()
            .flatMap(
                course ->
                    questionnaires.of(course.questionnaire()).stream()
                        .flatMap(q -> Alerts.of(q, course.norm(), course.scores()).stream()))
            .toList(),
        goals(standing),
        personal(standing),
        all(standing, Entry.CheckIn.class),
        all(standing, Entry.OneWord.class),
        all(standing, Entry.ChapterTitle.class),
        alliance(all(standing, Entry.Alliance.class)),
        all(standing, Entry.Participation.class),
        support(all(standing, Entry.Support.class)),
        all(standing, Entry.Tracking.class),
        all(standing, Entry.StoryRating.class),
        all(standing, Entry.Context.class),
        all(standing, Entry.Review.class));
  }

  private static <E extends Entry> List<E> all(List<Entry> entries, Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<Course> courses(
      List<Entry.Score> scores, Questionnaires questionnaires, Map<String, String> norms) {
    Map<String, List<Entry.Score>> by =
        scores.stream()
            .collect(
                Collectors.groupingBy(
                    Entry.Score::questionnaire, TreeMap::new, Collectors.toList()));
    List<Course> courses = new ArrayList<>();
    by.forEach(
        (id, its) ->
            questionnaires
                .of(id)
                .flatMap(q -> norm(q, norms.get(id)).map(norm -> course(q, norm, its)))
                .ifPresent(courses::add));
    return courses;
  }

  private static Optional<Questionnaire.Norm> norm(
      Questionnaire questionnaire, @Nullable String chosen) {
    return chosen == null ? questionnaire.norms().stream().findFirst() : questionnaire.norm(chosen);
  }

  private static Course course(
      Questionnaire questionnaire, Questionnaire.Norm norm, List<Entry.Score> scores) {
    String outcome =
        scores.size() < 2
            ? null
            : questionnaire
                .outcome(norm, scores.getFirst().value(), scores.getLast().value())
                .map(Questionnaire.Outcome::label)
                .orElse(null);
    return new Course(
        questionnaire.id(),
        questionnaire.name(),
        questionnaire.lowest(),
        questionnaire.highest(),
        questionnaire.better() == Questionnaire.Better.LOWER ? "lower" : "higher",
        norm,
        scores,
        outcome);
  }

  private static Goals goals(List<Entry> entries) {
    List<Goal.ScaledRating> ratings = all(entries, Goal.ScaledRating.class);
    List<Goal.Scaled> goals = all(entries, Goal.Scaled.class);
    List<ScaledGoal> scaled =
        goals.stream()
            .map(
                goal ->
                    new ScaledGoal(
                        goal, ratings.stream().filter(r -> r.goal().equals(goal.id())).toList()))
            .toList();
    List<DescribedGoal> described =
        all(entries, Goal.Described.class).stream()
            .map(
                goal ->
                    new DescribedGoal(
                        goal,
                        all(entries, Goal.DescribedRating.class).stream()
                            .filter(r -> r.goal().equals(goal.id()))
                            .toList()))
            .toList();
    return new Goals(scaled, ts(goals, ratings), described);
  }

  private static List<GoalT> ts(List<Goal.Scaled> goals, List<Goal.ScaledRating> ratings) {
    Map<String, Double> weights =
        goals.stream().collect(Collectors.toMap(Goal.Scaled::id, Goal.Scaled::weight));
    List<GoalT> ts = new ArrayList<>();
    ratings.stream()
        .filter(rating -> weights.containsKey(rating.goal()))
        .collect(Collectors.groupingBy(Goal.ScaledRating::date, TreeMap::new, Collectors.toList()))
        .forEach(
            (date, day) -> {
              // The last rating of a goal on one day holds.
              Map<String, Integer> levels = new TreeMap<>();
              day.forEach(rating -> levels.put(rating.goal(), rating.level()));
              ts.add(
                  new GoalT(
                      date,
                      GoalAttainment.t(
                          List.copyOf(levels.values()),
                          levels.keySet().stream()
                              .map(goal -> weights.getOrDefault(goal, 1.0))
                              .toList()),
                      levels.size()));
            });
    return ts;
  }

  private static Personal personal(List<Entry> entries) {
    List<Entry.PersonalRating> ratings = all(entries, Entry.PersonalRating.class);
    List<Mean> means = new ArrayList<>();
    ratings.stream()
        .collect(
            Collectors.groupingBy(Entry.PersonalRating::date, TreeMap::new, Collectors.toList()))
        .forEach(
            (date, day) -> {
              Map<String, Integer> items = new TreeMap<>();
              day.forEach(rating -> items.put(rating.item(), rating.rating()));
              double sum = items.values().stream().mapToInt(Integer::intValue).sum();
              means.add(new Mean(date, sum / items.size(), items.size()));
            });
    return new Personal(all(entries, Entry.PersonalItem.class), ratings, means);
  }

  private static List<AlliancePoint> alliance(List<Entry.Alliance> ratings) {
    List<AlliancePoint> points = new ArrayList<>();
    for (int i = 0; i < ratings.size(); i++) {
      int[] before =
          ratings.subList(0, i).stream().mapToInt(Entry.Alliance::rating).sorted().toArray();
      boolean dip = before.length >= DIP_FROM && ratings.get(i).rating() <= median(before) - DIP;
      points.add(new AlliancePoint(ratings.get(i), dip));
    }
    return points;
  }

  private static double median(int[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }

  private static @Nullable SupportShare support(List<Entry.Support> occasions) {
    if (occasions.isEmpty()) {
      return null;
    }
    long independent =
        occasions.stream().filter(one -> one.grade() == Entry.Support.Grade.INDEPENDENT).count();
    var tally = new Tally(independent, occasions.size());
    return new SupportShare(
        tally,
        Wilson.interval(tally),
        occasions.stream().mapToInt(Entry.Support::minutes).sum(),
        (int) occasions.stream().filter(Entry.Support::incident).count());
  }
}
