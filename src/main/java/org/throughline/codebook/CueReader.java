package org.throughline.codebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.throughline.codebook.Cue.Mark;
import org.throughline.codebook.Cue.Reach;

/** Reads one cue of a codebook file into its syntax tree. */
final class CueReader {

  private static final List<String> KEYS =
      List.of(
          "id",
          "words",
          "clause",
          "semgrex",
          "triggers",
          "where",
          "near",
          "unless",
          "after",
          "mark",
          "experiencer",
          "confidence");

  private static final List<String> FEATURES =
      List.of(
          "subject",
          "subject_words",
          "verb",
          "not_verb",
          "complement",
          "governor",
          "not_governor",
          "object",
          "form",
          "voice",
          "polarity",
          "reality",
          "time",
          "source",
          "modality",
          "not_modality",
          "link",
          "connective",
          "not_connective",
          "has",
          "lacks");

  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "subject",
          Set.of("self", "we", "generic_you", "listener", "other", "thing", "nobody", "none"),
          "object",
          Set.of("self", "we", "generic_you", "listener", "other", "thing", "nobody", "none"),
          "form",
          Set.of("finite", "infinitive", "gerund", "bare", "verbless"),
          "voice",
          Set.of("active", "passive"),
          "polarity",
          Set.of("affirmed", "negated"),
          "reality",
          Set.of("actual", "hypothetical", "desired", "feared", "counterfactual"),
          "time",
          Set.of("past", "present", "future"),
          "source",
          Set.of("own", "reported", "own_past_speech", "self_talk", "question"),
          "modality",
          Set.of(
              "ability", "obligation", "intention", "desire", "possibility", "permission", "habit"),
          "link",
          Set.of("root", "coordinated", "complement", "open_complement", "relative", "adverbial"));

  private final Map<String, List<String>> lists;
  private final PatternLimits limits;
  private final UnaryOperator<Cue> everywhere;

  /**
   * @param common holds the {@code where} and {@code unless} that narrow every cue of the codebook
   */
  CueReader(Map<String, List<String>> lists, Yaml common) {
    this.lists = lists;
    this.limits = new PatternLimits(lists);
    this.everywhere = narrowing(common);
  }

  /** The cue, or null where what is there is no cue (the problems say why). */
  @org.jspecify.annotations.Nullable
  Suggestion read(Yaml cue, int number) {
    cue.onlyKeys(KEYS);
    String id = cue.get("id").text();
    Cue tree = language(cue);
    if (tree == null) {
      cue.problem("a cue needs \"words\", \"clause\" or \"semgrex\"");
      return null;
    }
    tree = everywhere.apply(narrowing(cue).apply(tree));
    for (Yaml near : cue.get("near").items()) {
      Cue other = language(near);
      if (other == null) {
        near.problem("\"near\" needs \"words\" or \"clause\"");
      } else {
        tree = new Cue.Near(tree, other, reach(near, Reach.Kind.CLAUSE));
      }
    }
    if (!cue.get("after").isMissing()) {
      tree = new Cue.After(tree, words(cue.get("after").get("words")));
    }
    double confidence = cue.get("confidence").number(0.8);
    if (!(confidence > 0 && confidence <= 1)) {
      cue.problem("\"confidence\" lies above 0 and is 1 at most");
      confidence = 0.8;
    }
    return new Suggestion(
        id.isEmpty() ? "cue-" + number : id,
        tree,
        confidence,
        experiencer(cue.get("experiencer")),
        cue.line());
  }

  /** What {@code where} and {@code unless} do to a cue; read once, so that cues can share it. */
  private UnaryOperator<Cue> narrowing(Yaml at) {
    List<UnaryOperator<Cue>> steps = new ArrayList<>();
    if (!at.get("where").isMissing()) {
      ClauseFeatures features = features(at.get("where"));
      steps.add(cue -> new Cue.Where(cue, features));
    }
    for (Yaml unless : at.get("unless").items()) {
      Cue other = language(unless);
      if (other == null) {
        unless.problem("\"unless\" needs \"words\" or \"clause\"");
      } else {
        Reach reach = reach(unless, Reach.Kind.OVERLAP);
        steps.add(cue -> new Cue.Unless(cue, other, reach));
      }
    }
    return cue -> {
      Cue narrowed = cue;
      for (UnaryOperator<Cue> step : steps) {
        narrowed = step.apply(narrowed);
      }
      return narrowed;
    };
  }

  private @org.jspecify.annotations.Nullable Cue language(Yaml at) {
    if (!at.isMapping()) {
      return null;
    }
    if (!at.get("words").isMissing()) {
      return words(at.get("words"));
    }
    if (!at.get("clause").isMissing()) {
      return new Cue.InClause(features(at.get("clause")), mark(at.get("mark"), Mark.SUBJECT_VERB));
    }
    if (!at.get("semgrex").isMissing()) {
      List<String> triggers = lower(at.get("triggers").texts());
      if (triggers.isEmpty()) {
        at.problem(
            "a \"semgrex\" cue needs \"triggers\": the lemmas without which it cannot match");
      }
      return new Cue.Semgrex(
          at.get("semgrex").text(), triggers, mark(at.get("mark"), Mark.SUBJECT_VERB));
    }
    return null;
  }

  private static Suggestion.Experiencer experiencer(Yaml at) {
    return switch (at.text()) {
      case "", "clause" -> Suggestion.Experiencer.CLAUSE;
      case "subject" -> Suggestion.Experiencer.SUBJECT;
      case "self" -> Suggestion.Experiencer.SELF;
      default -> {
        at.problem("\"experiencer\" is clause, subject or self");
        yield Suggestion.Experiencer.CLAUSE;
      }
    };
  }

  private static Mark mark(Yaml at, Mark otherwise) {
    return switch (at.text()) {
      case "" -> otherwise;
      case "clause" -> Mark.CLAUSE;
      case "subject-verb" -> Mark.SUBJECT_VERB;
      case "match" -> Mark.MATCH;
      default -> {
        at.problem("\"mark\" is clause, subject-verb or match");
        yield otherwise;
      }
    };
  }

  private Cue.Words words(Yaml at) {
    return new Cue.Words(patterns(at));
  }

  private List<WordPattern> patterns(Yaml at) {
    List<WordPattern> patterns = new ArrayList<>();
    for (Yaml item : at.items()) {
      if (limits.passed()) {
        break;
      }
      try {
        limits.take(item.text());
        patterns.add(WordPattern.parse(item.text(), lists));
      } catch (IllegalArgumentException e) {
        item.problem(String.valueOf(e.getMessage()));
      }
    }
    return patterns;
  }

  private static Reach reach(Yaml at, Reach.Kind otherwise) {
    Reach.Side side =
        switch (at.get("side").text()) {
          case "before" -> Reach.Side.BEFORE;
          case "after" -> Reach.Side.AFTER;
          case "", "either" -> Reach.Side.EITHER;
          default -> {
            at.problem("\"side\" is before, after or either");
            yield Reach.Side.EITHER;
          }
        };
    String within = at.get("within").text();
    return switch (within) {
      case "" -> new Reach(otherwise, 0, side);
      case "clause" -> new Reach(Reach.Kind.CLAUSE, 0, side);
      case "sentence" -> new Reach(Reach.Kind.SENTENCE, 0, side);
      case "turn" -> new Reach(Reach.Kind.TURN, 0, side);
      default -> new Reach(Reach.Kind.WORDS, (int) at.get("within").number(5), side);
    };
  }

  private ClauseFeatures features(Yaml at) {
    at.onlyKeys(FEATURES);
    return new ClauseFeatures(
        values(at, "subject"),
        lemmas(at, "subject_words"),
        lemmas(at, "verb"),
        lemmas(at, "not_verb"),
        lemmas(at, "complement"),
        lemmas(at, "governor"),
        lemmas(at, "not_governor"),
        values(at, "object"),
        values(at, "form"),
        values(at, "voice"),
        values(at, "polarity"),
        values(at, "reality"),
        values(at, "time"),
        values(at, "source"),
        values(at, "modality"),
        modality(at, "not_modality"),
        values(at, "link"),
        lemmas(at, "connective"),
        lemmas(at, "not_connective"),
        patterns(at.get("has")),
        patterns(at.get("lacks")));
  }

  private static Set<String> modality(Yaml at, String key) {
    return checked(at.get(key), VALUES.getOrDefault("modality", Set.of()));
  }

  private static Set<String> values(Yaml at, String key) {
    return checked(at.get(key), VALUES.getOrDefault(key, Set.of()));
  }

  private static Set<String> checked(Yaml at, Set<String> known) {
    Set<String> values = new LinkedHashSet<>(lower(at.texts()));
    for (String value : values) {
      if (!known.contains(value)) {
        at.problem("\"" + value + "\" is not known here; known are " + new TreeSet<>(known));
      }
    }
    return values;
  }

  /** Lemmas, with "&lt;list&gt;" replaced by the list's words. */
  private Set<String> lemmas(Yaml at, String key) {
    Set<String> lemmas = new LinkedHashSet<>();
    for (Yaml item : at.get(key).items()) {
      String text = item.text().toLowerCase(Locale.ROOT);
      if (text.startsWith("<") && text.endsWith(">")) {
        List<String> list = lists.get(text.substring(1, text.length() - 1));
        if (list == null) {
          item.problem(text + " names a word list that the codebook does not have");
        } else {
          lemmas.addAll(list);
        }
      } else {
        lemmas.add(text);
      }
    }
    return lemmas;
  }

  private static List<String> lower(List<String> texts) {
    return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }
}
