package org.throughline.transcript.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Node;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.Tree;

/**
 * Rev's JSON: monologues of elements; punctuation elements carry the blanks, so nothing is added.
 */
final class RevJson implements TranscriptReader {

  @Override
  public String dialect() {
    return "rev-json";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Tree tree && tree.root().child("monologues") != null
        ? Optional.of("JSON with monologues")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) {
    Tree tree = (Tree) source;
    TreeDraft values = new TreeDraft(tree, draft);
    Map<String, String> names = names(tree, values);
    Node monologues = tree.root().child("monologues");
    for (Node monologue : monologues == null ? java.util.List.<Node>of() : monologues.children()) {
      Node elements = monologue.child("elements");
      if (elements != null) {
        String label = label(monologue, values, names);
        draft.turn(label, start(elements, values));
        elements.children().forEach(element -> element(element, values));
      }
    }
    values.dropRest(tree.root());
  }

  private static @Nullable String label(
      Node monologue, TreeDraft values, Map<String, String> names) {
    Node info = monologue.child("speaker_info");
    String shown = info == null ? null : values.use(info.child("display_name"));
    String number = values.use(TreeDraft.member(monologue, "speaker", "speaker_id"));
    return shown != null ? shown : number == null ? null : names.getOrDefault(number, number);
  }

  private static Map<String, String> names(Tree tree, TreeDraft values) {
    Map<String, String> names = new HashMap<>();
    Node speakers = tree.root().child("speakers");
    if (speakers != null) {
      for (Node speaker : speakers.children()) {
        String id = values.use(TreeDraft.member(speaker, "id"));
        String name = values.use(TreeDraft.member(speaker, "name", "display_name"));
        if (id != null && name != null) {
          names.put(id, name);
        }
      }
    }
    return names;
  }

  private static @Nullable Long start(Node elements, TreeDraft values) {
    for (Node element : elements.children()) {
      Long start = values.millis(TreeDraft.member(element, "ts"), 1000);
      if (start != null) {
        return start;
      }
    }
    return null;
  }

  private static void element(Node element, TreeDraft values) {
    Node typeNode = TreeDraft.member(element, "type");
    String type = values.use(typeNode);
    Node value = TreeDraft.member(element, "value", "text");
    boolean known = "text".equals(type) || "punct".equals(type);
    if (value != null && known) {
      values.draft().say(value.start(), value.end(), "");
    } else if (value != null) {
      values.draft().sayLiterally(value.start(), value.end(), "");
    }
    values.draft().until(values.millis(TreeDraft.member(element, "end_ts"), 1000));
  }
}
