package org.throughline.transcript.reader;

import java.util.List;
import java.util.Optional;
import org.throughline.transcript.source.Node;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.Tree;

/**
 * JSON of Whisper and WhisperX: segments with times in seconds, and speakers such as {@code
 * SPEAKER_00} where somebody told voices apart.
 */
final class WhisperJson implements TranscriptReader {

  @Override
  public String dialect() {
    return "whisper-json";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Tree tree && !segments(tree).isEmpty()
        ? Optional.of("JSON with segments")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) {
    Tree tree = (Tree) source;
    TreeDraft values = new TreeDraft(tree, draft);
    for (Node segment : segments(tree)) {
      Node text = TurnListJson.text(segment);
      if (text != null) {
        String speaker = values.use(TreeDraft.member(segment, "speaker"));
        Long start = values.millis(TreeDraft.member(segment, "start"), 1000);
        if (speaker == null) {
          draft.carriedOver(start);
        } else {
          draft.turn(speaker, start);
        }
        values.say(text, " ");
        draft.until(values.millis(TreeDraft.member(segment, "end"), 1000));
      }
    }
    values.dropRest(tree.root());
  }

  private static List<Node> segments(Tree tree) {
    Node list = tree.root().child("segments");
    return list == null ? List.of() : list.children();
  }
}
