package org.throughline.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing written down for a client. As JSON it carries its kind: {@code {"kind": "score", "id":
 * …}}.
 *
 * <p>Constructors refuse what the measure's own rules refuse, with an IllegalArgumentException that
 * says what to do.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.Score.class, name = "score"),
  @JsonSubTypes.Type(value = Goal.Scaled.class, name = "scaled_goal"),
  @JsonSubTypes.Type(value = Goal.Described.class, name = "described_goal"),
  @JsonSubTypes.Type(value = Goal.ScaledRating.class, name = "scaled_rating"),
  @JsonSubTypes.Type(value = Goal.DescribedRating.class, name = "described_rating"),
  @JsonSubTypes.Type(value = Entry.PersonalItem.class, name = "personal_item"),
  @JsonSubTypes.Type(value = Entry.PersonalRating.class, name = "personal_rating"),
  @JsonSubTypes.Type(value = Entry.CheckIn.class, name = "check_in"),
  @JsonSubTypes.Type(value = Entry.OneWord.class, name = "one_word"),
  @JsonSubTypes.Type(value = Entry.ChapterTitle.class, name = "chapter_title"),
  @JsonSubTypes.Type(value = Entry.Alliance.class, name = "alliance"),
  @JsonSubTypes.Type(value = Entry.Participation.class, name = "participation"),
  @JsonSubTypes.Type(value = Entry.Support.class, name = "support"),
  @JsonSubTypes.Type(value = Entry.Tracking.class, name = "tracking"),
  @JsonSubTypes.Type(value = Entry.StoryRating.class, name = "story_rating"),
  @JsonSubTypes.Type(value = Entry.Context.class, name = "context"),
  @JsonSubTypes.Type(value = Entry.Review.class, name = "review"),
  @JsonSubTypes.Type(value = Entry.Withdrawn.class, name = "withdrawn"),
})
public sealed interface Entry
    permits Goal.GoalEntry,
        Entry.Score,
        Entry.PersonalItem,
        Entry.PersonalRating,
        Entry.CheckIn,
        Entry.OneWord,
        Entry.ChapterTitle,
        Entry.Alliance,
        Entry.Participation,
        Entry.Support,
        Entry.Tracking,
        Entry.StoryRating,
        Entry.Context,
        Entry.Review,
        Entry.Withdrawn {

  /** Unique within the client. */
  String id();

  LocalDate date();

  /**
   * A questionnaire's total.
   *
   * @param questionnaire id in the table of questionnaires
   * @param value in the questionnaire's range
   * @param session number of the session it belongs to, null where it stands alone
   * @param missingItems how many items were left out
   */
  record Score(
      String id,
      LocalDate date,
      String questionnaire,
      double value,
      @Nullable Integer session,
      int missingItems)
      implements Entry {}

  /** A problem in the client's words, rated from 1 (not at all) to 7 (as much as possible). */
  record PersonalItem(String id, LocalDate date, Words words) implements Entry {}

  /** How much a personal item troubled the client in the last week. */
  record PersonalRating(String id, LocalDate date, String item, int rating) implements Entry {
    public PersonalRating {
      Checks.within(rating, 1, 7, "a Personal Questionnaire rating");
    }
  }

  /**
   * An answer to one fixed question between sessions.
   *
   * @param prompt id of the question: another wording starts another series
   */
  record CheckIn(String id, LocalDate date, String prompt, Words words) implements Entry {}

  /** How it goes, in one word. No slope and no valence is ever computed of it. */
  record OneWord(String id, LocalDate date, Words word) implements Entry {}

  /** What the client would call the present chapter. */
  record ChapterTitle(String id, LocalDate date, Words title) implements Entry {}

  /** The working alliance from 1 to 10, never shown without what contributed to it. */
  record Alliance(String id, LocalDate date, int rating, Words comment) implements Entry {
    public Alliance {
      Checks.within(rating, 1, 10, "an alliance rating");
    }
  }

  /**
   * A step of taking part.
   *
   * @param evidence what was seen or said
   */
  record Participation(String id, LocalDate date, Step step, Words evidence) implements Entry {

    /** In order; a client may step down for good reasons. */
    public enum Step {
      @JsonProperty("attends")
      ATTENDS,
      @JsonProperty("stays_full_duration")
      STAYS_FULL_DURATION,
      @JsonProperty("initiates")
      INITIATES,
      @JsonProperty("attends_alone")
      ATTENDS_ALONE,
      @JsonProperty("sustains_for_weeks")
      SUSTAINS_FOR_WEEKS
    }
  }

  /** How much help one occasion took. */
  record Support(
      String id, LocalDate date, Grade grade, int minutes, boolean incident, Words activity)
      implements Entry {

    public enum Grade {
      @JsonProperty("independent")
      INDEPENDENT,
      @JsonProperty("prompted")
      PROMPTED,
      @JsonProperty("supported")
      SUPPORTED
    }

    public Support {
      Checks.within(minutes, 0, 24 * 60, "support minutes of one occasion");
    }
  }

  /**
   * The narrative tracking template, filled in by the therapist.
   *
   * @param description the client's own description
   * @param shift what the therapist saw: not the client's words
   * @param quote the client's words that show it
   * @param stillStuck what has not moved: never left out
   */
  record Tracking(
      String id,
      LocalDate date,
      Words description,
      Words shift,
      Words quote,
      Words whatChanged,
      Words howDoIKnow,
      Words whatDoesItMean,
      Words stillStuck)
      implements Entry {
    public Tracking {
      if (stillStuck.isBlank()) {
        throw new IllegalArgumentException(
            "say what is still stuck, or that nothing is: the field is not optional");
      }
    }
  }

  /** A reviewer's reading of a story: 1 fragmented, 2 emerging, 3 coherent. Never a machine's. */
  record StoryRating(String id, LocalDate date, int level, Words reason) implements Entry {
    public StoryRating {
      Checks.within(level, 1, 3, "a story rating");
    }
  }

  /** Something from outside the therapy: a medication, a job, a loss. */
  record Context(String id, LocalDate date, String category, Words what) implements Entry {}

  /**
   * A narrative review that took place.
   *
   * @param prompts ids of the questions asked: the same each time
   */
  record Review(String id, LocalDate date, List<String> prompts, Words answer) implements Entry {
    public Review {
      prompts = List.copyOf(prompts);
    }
  }

  /** Takes an earlier entry back. It stays on record and counts no more. */
  record Withdrawn(String id, LocalDate date, String entry, String reason) implements Entry {

    @Override
    public String toString() {
      return "Withdrawn[" + id + ", entry=" + entry + "]";
    }
  }
}
