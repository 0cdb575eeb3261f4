package org.throughline.transcript.reader;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;
import org.throughline.transcript.source.Node;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.Tree;

/**
 * The project's own JSON, {@code {"turns":[{"label","role","text","startMs"}]}}, and lists of
 * speaker and text such as many programs write.
 */
final class TurnListJson implements TranscriptReader {

  @Override
  public String dialect() {
    return "turns-json";
  }

  @Override
  public Optional<String> detect(Source source) {
    if (!(source instanceof Tree tree) || turns(tree) == null) {
      return Optional.empty();
    }
    return Optional.of("JSON with a list of speaker and text");
  }

  @Override
  public void read(Source source, Draft draft) {
    Tree tree = (Tree) source;
    TreeDraft values = new TreeDraft(tree, draft);
    Node turns = turns(tree);
    List<Node> list = turns == null ? List.of() : turns.children();
    int unit = TimeUnits.of(tree, list);
    for (Node turn : list) {
      Node text = text(turn);
      if (text != null) {
        String role = values.use(TreeDraft.member(turn, "role"));
        String label = values.use(label(turn));
        Role stated = role(role);
        String name = label == null ? role : label;
        draft.turn(name, start(turn, values, unit));
        draft.say(text.start(), text.end(), " ");
        draft.until(end(turn, values, unit));
        if (stated != null && name != null) {
          draft.role(name, stated);
        }
      }
    }
    values.dropRest(tree.root());
  }

  private static @Nullable Node turns(Tree tree) {
    Node root = tree.root();
    Node list = root.kind() == Node.Kind.LIST ? root : null;
    for (String name : new String[] {"turns", "transcript", "dialogue", "conversation"}) {
      Node child = root.child(name);
      list = list == null && child != null && child.kind() == Node.Kind.LIST ? child : list;
    }
    if (list == null) {
      return null;
    }
    long good = list.children().stream().filter(turn -> text(turn) != null).count();
    return good > 0 && good * 2 >= list.children().size() ? list : null;
  }

  static @Nullable Node text(Node turn) {
    Node text =
        TreeDraft.member(turn, "text", "utterance", "content", "transcript", "words", "sentence");
    return text != null && text.isText() ? text : null;
  }

  private static @Nullable Node label(Node turn) {
    return TreeDraft.member(
        turn,
        "label",
        "speaker",
        "speakerName",
        "speaker_name",
        "speaker_label",
        "name",
        "participant",
        "interlocutor");
  }

  private static @Nullable Long start(Node turn, TreeDraft values, int unit) {
    Node ms = TreeDraft.member(turn, "startMs", "start_ms", "startMillis");
    return ms != null
        ? values.millis(ms, 1)
        : values.millis(
            TreeDraft.member(turn, "start", "start_time", "startTime", "timestamp", "time"), unit);
  }

  private static @Nullable Long end(Node turn, TreeDraft values, int unit) {
    Node ms = TreeDraft.member(turn, "endMs", "end_ms", "endMillis");
    return ms != null
        ? values.millis(ms, 1)
        : values.millis(TreeDraft.member(turn, "end", "end_time", "endTime"), unit);
  }

  private static @Nullable Role role(@Nullable String role) {
    for (Role known : Role.values()) {
      if (known.id().equals(role)) {
        return known;
      }
    }
    return null;
  }
}
