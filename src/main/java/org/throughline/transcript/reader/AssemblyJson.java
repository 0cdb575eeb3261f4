package org.throughline.transcript.reader;

import java.util.List;
import java.util.Optional;
import org.throughline.transcript.source.Node;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.Tree;

/** AssemblyAI's JSON: utterances with speaker, text and times in milliseconds. */
final class AssemblyJson implements TranscriptReader {

  @Override
  public String dialect() {
    return "assemblyai-json";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Tree tree && !utterances(tree).isEmpty()
        ? Optional.of("JSON with utterances")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) {
    Tree tree = (Tree) source;
    TreeDraft values = new TreeDraft(tree, draft);
    List<Node> utterances = utterances(tree);
    int unit = TimeUnits.of(tree, utterances);
    for (Node utterance : utterances) {
      Node text = TurnListJson.text(utterance);
      if (text != null) {
        draft.turn(
            values.use(TreeDraft.member(utterance, "speaker")),
            values.millis(TreeDraft.member(utterance, "start"), unit));
        values.say(text, " ");
        draft.until(values.millis(TreeDraft.member(utterance, "end"), unit));
      }
    }
    values.dropRest(tree.root());
  }

  private static List<Node> utterances(Tree tree) {
    Node list = tree.root().child("utterances");
    return list == null ? List.of() : list.children();
  }
}
