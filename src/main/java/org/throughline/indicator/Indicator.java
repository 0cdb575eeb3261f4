package org.throughline.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is counted for a client, with its unit, its least text, and the codes that speak
 * for and against a rise. A rise is not an improvement; the words that say so belong to people.
 */
public enum Indicator {
  EMOTION_RANGE("emotion.range", "Kinds of feeling named", Unit.KINDS, Minimum.WORDS),
  EMOTION_NEGATIVE(
      "emotion.negative", "Painful feelings named", Unit.PER_1000_WORDS, Minimum.WORDS),
  EMOTION_POSITIVE(
      "emotion.positive", "Pleasant feelings named", Unit.PER_1000_WORDS, Minimum.WORDS),
  EMOTION_UNDIFFERENTIATED(
      "emotion.undifferentiated",
      "Feelings named only as good or bad",
      Unit.SHARE,
      Minimum.FEELINGS),
  EMOTION_MIXED(
      "emotion.mixed", "Opposite feelings held together", Unit.PER_1000_WORDS, Minimum.WORDS),
  AGENCY_SHARE(
      "agency.share",
      "Clauses in which the client acts or chooses",
      Unit.SHARE,
      Minimum.VALUED_CLAUSES),
  AGENCY_VOLITIONAL(
      "agency.volitional",
      "Clauses of choice, refusal or effort",
      Unit.SHARE,
      Minimum.SELF_CLAUSES),
  AGENCY_UNDERGOER(
      "agency.undergoer",
      "Clauses in which things happen to the client",
      Unit.SHARE,
      Minimum.SELF_CLAUSES),
  COHERENCE_TIME("time", "Time markers in stories"),
  COHERENCE_PLACE("place", "Place markers in stories"),
  COHERENCE_SEQUENCE("sequence", "Order markers in stories"),
  COHERENCE_CAUSE("cause", "Cause markers in stories"),
  COHERENCE_MEANING("meaning", "Meaning markers in stories"),
  COHERENCE_CONTRAST("contrast", "Contrast markers in stories"),
  COHERENCE_FUTURE("future", "Future markers in stories"),
  COHERENCE_RESOLUTION("resolution", "Resolution markers in stories"),
  COHERENCE_FRAGMENT("fragment", "Places where a story breaks off"),
  SELF_COMPASSIONATE(
      "self.compassionate",
      "Kind among kind and harsh words to oneself",
      Unit.SHARE,
      Minimum.SELF_STATEMENTS),
  SELF_SEPARATED(
      "self.separated",
      "“I have it” among “I have it” and “I am it”",
      Unit.SHARE,
      Minimum.SELF_STATEMENTS),
  CHANGE_TALK(
      "talk.change",
      "Change talk among change and sustain talk",
      Unit.SHARE,
      Minimum.CHANGE_STATEMENTS);

  /** How the figure is written. */
  public enum Unit {
    SHARE(100, "%"),
    PER_1000_WORDS(1000, "per 1,000 words"),
    PER_100_EPISODE_CLAUSES(100, "per 100 story clauses"),
    KINDS(1, "kinds in equal text");

    private final double factor;
    private final String label;

    Unit(double factor, String label) {
      this.factor = factor;
      this.label = label;
    }

    /** What a rate of k in n is multiplied with. */
    public double factor() {
      return factor;
    }

    /** As people read it, after the figure. */
    public String label() {
      return label;
    }
  }

  private final String id;
  private final String label;
  private final Unit unit;
  private final Minimum minimum;

  Indicator(String id, String label, Unit unit, Minimum minimum) {
    this.id = id;
    this.label = label;
    this.unit = unit;
    this.minimum = minimum;
  }

  Indicator(String marker, String label) {
    this("coherence." + marker, label, Unit.PER_100_EPISODE_CLAUSES, Minimum.EPISODES);
  }

  /** The word used in files and in the API. */
  public String id() {
    return id;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  public Unit unit() {
    return unit;
  }

  public Minimum minimum() {
    return minimum;
  }

  /** Codes that speak for a rise. */
  public List<String> speaksFor() {
    return switch (this) {
      case EMOTION_RANGE -> Feelings.FAMILIES;
      case EMOTION_NEGATIVE -> Feelings.NEGATIVE;
      case EMOTION_POSITIVE -> Feelings.POSITIVE;
      case EMOTION_UNDIFFERENTIATED -> Feelings.UNDIFFERENTIATED;
      case EMOTION_MIXED -> List.of();
      case AGENCY_SHARE -> List.of("agency.volitional", "agency.act");
      default -> List.of(id);
    };
  }

  /** Codes that speak against it. */
  public List<String> speaksAgainst() {
    return switch (this) {
      case EMOTION_RANGE -> Feelings.UNDIFFERENTIATED;
      case EMOTION_NEGATIVE -> Feelings.POSITIVE;
      case EMOTION_POSITIVE -> Feelings.NEGATIVE;
      case EMOTION_UNDIFFERENTIATED -> Feelings.FAMILIES;
      case EMOTION_MIXED -> List.of();
      case AGENCY_SHARE, AGENCY_VOLITIONAL -> List.of("agency.undergoer", "agency.constrained");
      case AGENCY_UNDERGOER -> List.of("agency.volitional", "agency.act");
      case COHERENCE_FRAGMENT ->
          Stream.of("time", "sequence", "cause", "meaning").map(m -> "coherence." + m).toList();
      case SELF_COMPASSIONATE -> List.of("self.critical");
      case SELF_SEPARATED -> List.of("self.fused");
      case CHANGE_TALK -> List.of("talk.sustain");
      default -> List.of("coherence.fragment");
    };
  }

  /** Codes whose counts make the figure: those in its numerator and those in its denominator. */
  public List<String> restsOn() {
    return switch (this) {
      case EMOTION_MIXED -> Feelings.FAMILIES;
      case EMOTION_UNDIFFERENTIATED,
          AGENCY_SHARE,
          SELF_COMPASSIONATE,
          SELF_SEPARATED,
          CHANGE_TALK ->
          Stream.concat(speaksFor().stream(), speaksAgainst().stream()).toList();
      default -> speaksFor();
    };
  }

  /** The part before the first dot: "emotion". */
  public String construct() {
    return id.substring(0, id.indexOf('.'));
  }

  /** Whether a rate may be above 1, so that it is no proportion. */
  public boolean isRate() {
    return unit != Unit.SHARE;
  }

  /**
   * The indicator with the given id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Indicator of(String id) {
    return Arrays.stream(values())
        .filter(indicator -> indicator.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no indicator has this id"));
  }
}
