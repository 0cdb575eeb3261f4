package org.throughline.codebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML file that knows its line. Reading it collects problems instead of throwing, so
 * that an author sees all of them at once.
 */
final class Yaml {

  private static final int MAX_CHARACTERS = 4 << 20;

  private final String file;
  private final @Nullable Node node;
  private final List<Problem> problems;

  private Yaml(String file, @Nullable Node node, List<Problem> problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
  }

  /** The file's root; an unreadable file is a problem and an empty root. */
  static Yaml parse(String file, String text, List<Problem> problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MAX_CHARACTERS)
            .build();
    try {
      if (!YamlLimits.isPlain(file, text, settings, problems)) {
        return new Yaml(file, null, problems);
      }
      Node root = new Compose(settings).composeString(text).orElse(null);
      if (root != null) {
        YamlLimits.noteTwice(file, root, problems);
      }
      return new Yaml(file, root, problems);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      problems.add(new Problem(file, line, "is not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new Problem(file, 0, "is not YAML that can be read here"));
    }
    return new Yaml(file, null, problems);
  }

  int line() {
    return node == null ? 0 : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  void problem(String message) {
    problems.add(new Problem(file, line(), message));
  }

  boolean isMissing() {
    return node == null;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** The value's text, or "" where it is missing. */
  String text() {
    if (node == null) {
      return "";
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    problem("a text is expected here");
    return "";
  }

  String required(String key) {
    Yaml value = get(key);
    if (value.isMissing() || value.text().isEmpty()) {
      problem("\"" + key + "\" is missing");
      return "";
    }
    return value.text();
  }

  Yaml get(String key) {
    return entries().getOrDefault(key, new Yaml(file, null, problems));
  }

  Map<String, Yaml> entries() {
    Map<String, Yaml> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          entries.put(key.getValue(), new Yaml(file, entry.getValueNode(), problems));
        }
      }
    } else if (node != null) {
      problem("\"key: value\" lines are expected here");
    }
    return entries;
  }

  /** The items of a list; a single value counts as a list of one. */
  List<Yaml> items() {
    if (node instanceof SequenceNode sequence) {
      List<Yaml> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(new Yaml(file, item, problems));
      }
      return items;
    }
    return node == null ? List.of() : List.of(this);
  }

  List<String> texts() {
    return items().stream().map(Yaml::text).filter(text -> !text.isEmpty()).toList();
  }

  double number(double otherwise) {
    if (node == null) {
      return otherwise;
    }
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      problem("a number is expected here");
      return otherwise;
    }
  }

  /** Complains of keys that are not among the known ones: most are typing errors. */
  void onlyKeys(List<String> known) {
    entries()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                value.problem("\"" + key + "\" is not known here; known are " + known);
              }
            });
  }
}
