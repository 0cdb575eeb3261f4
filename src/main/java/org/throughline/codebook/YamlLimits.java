package org.throughline.codebook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What YAML allows and a codebook has no use for: values inside values without end, references that
 * make a small file a huge one, the same key twice.
 */
final class YamlLimits {

  private static final int DEEPEST = 40;

  private YamlLimits() {}

  /** Whether the text is shallow and says everything itself; looks at no more than it has to. */
  static boolean isPlain(String file, String text, LoadSettings settings, List<Problem> problems) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      String fault = "";
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        fault = "is nested more than " + DEEPEST + " deep";
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event.getEventId() == Event.ID.Alias) {
        fault = "refers to another place with *; write it out";
      }
      if (!fault.isEmpty()) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        problems.add(new Problem(file, line, fault));
        return false;
      }
    }
    return true;
  }

  /** Notes each key that stands twice in the same mapping: the first would be lost unseen. */
  static void noteTwice(String file, Node node, List<Problem> problems) {
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> noteTwice(file, item, problems));
    } else if (node instanceof MappingNode mapping) {
      Set<String> keys = new HashSet<>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
          int line = key.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
          problems.add(new Problem(file, line, "has \"" + key.getValue() + "\" twice here"));
        }
        noteTwice(file, tuple.getValueNode(), problems);
      }
    }
  }
}
